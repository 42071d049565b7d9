import { on } from './on.js'

/** Small boxes that open beside what they belong to and close by themselves. */

const GAP_PX = 6

/**
 * @param {HTMLElement} box a popover
 * @param {HTMLElement} anchor
 */
export function openMenu(box, anchor) {
  box.showPopover()
  const place = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const below = place.bottom + GAP_PX + height < innerHeight
  const top = below ? place.bottom + GAP_PX : Math.max(GAP_PX, place.top - height - GAP_PX)
  const left = Math.min(Math.max(GAP_PX, place.right - width), innerWidth - width - GAP_PX)
  box.style.top = `${top}px`
  box.style.left = `${left}px`
  box.querySelector('button')?.focus()
}

/** Those that are open. */
export function closeMenus() {
  for (const box of document.querySelectorAll('.menu-box:popover-open')) box.hidePopover()
}

// What it belongs to moves away under it.
document.addEventListener('scroll', closeMenus, { capture: true, passive: true })
on('menu', (button) => openMenu(document.getElementById(button.dataset.menu), button))
