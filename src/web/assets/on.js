/** What a click on `data-do="name"` does, wherever that element stands and whenever it came. */

const handlers = new Map()

/**
 * @param {string} name
 * @param {(element: HTMLElement, event: Event) => void} handler
 */
export function on(name, handler) {
  handlers.set(name, handler)
}

document.addEventListener('click', (event) => {
  const element = event.target instanceof Element ? event.target.closest('[data-do]') : null
  if (element) handlers.get(element.dataset.do)?.(element, event)
})

/** @returns {'prospect' | 'owner'} whose phone an element stands in */
export function sideOf(element) {
  return element.closest('[data-side]').dataset.side
}
