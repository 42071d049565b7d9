/** Follows the line: asks for the page again and exchanges the parts that differ. Holds no words. */

const QUICK_MS = 2000
const SLOW_MS = 20000

/** A part as the server made it, without the parts inside it: those are looked at by themselves. */
function shapeOf(part) {
  const copy = part.cloneNode(true)
  for (const inner of copy.querySelectorAll('[data-part]')) inner.replaceChildren()
  return copy.outerHTML
}

const shapes = new WeakMap()

function remember(root) {
  for (const part of root.querySelectorAll('[data-part]')) shapes.set(part, shapeOf(part))
}

function exchange(fresh) {
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const here = document.querySelector(`[data-part="${part.dataset.part}"]`)
    if (here === null || shapes.get(here) === shapeOf(part)) continue
    const focused = here.contains(document.activeElement) ? document.activeElement.id : ''
    const next = document.importNode(part, true)
    here.replaceWith(next)
    shapes.set(next, shapeOf(part))
    remember(next)
    if (focused !== '') document.getElementById(focused)?.focus()
  }
  const main = document.querySelector('main')
  main.dataset.state = fresh.querySelector('main').dataset.state
  const chip = document.getElementById('line')
  chip.replaceWith(document.importNode(fresh.getElementById('line'), true))
}

let asking = false
let again = false

async function refresh() {
  if (asking) {
    again = true
    return
  }
  asking = true
  try {
    const page = await (await fetch('/whatsapp')).text()
    exchange(new DOMParser().parseFromString(page, 'text/html'))
  } catch {
    // The next round asks again; while nothing answers, the last thing known stays.
  }
  asking = false
  if (again) {
    again = false
    refresh()
  }
}

function wait() {
  const settled = document.querySelector('main').dataset.state === 'open'
  setTimeout(() => refresh().finally(wait), settled ? SLOW_MS : QUICK_MS)
}

async function post(path, body, problem) {
  problem.hidden = true
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) show(problem, (await response.json()).error)
  } catch {
    show(problem, document.querySelector('main').dataset.failed)
  }
  await refresh()
}

function show(problem, text) {
  problem.textContent = text
  problem.hidden = false
}

const general = document.getElementById('problem')

document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.dataset.post === undefined) return
  event.preventDefault()
  post(form.dataset.post, Object.fromEntries(new FormData(form)), form.querySelector('.problem'))
})

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button')
  if (button === null) return
  if (button.dataset.open !== undefined) document.getElementById(button.dataset.open).showModal()
  if (button.dataset.post !== undefined) post(button.dataset.post, {}, general)
  if (button.dataset.copy !== undefined) {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = button.dataset.copied
  }
})

remember(document)
new EventSource('/whatsapp/events').addEventListener('change', refresh)
wait()
