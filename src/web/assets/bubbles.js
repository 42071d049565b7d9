import { answer } from './composer.js'
import { openMenu } from './menu.js'
import { announce } from './notice.js'
import { on, sideOf } from './on.js'
import { refresh, state, table } from './page.js'
import { toEnd } from './scroll.js'
import { post, Refusal } from './server.js'

/** What one does with a bubble: go to it, answer it, react to it; with the mouse or the keys. */

const menu = document.getElementById('bubble-menu')
const still = matchMedia('(prefers-reduced-motion: reduce)')
let opened = null

/** Scrolls to something in a chat and lights it up for a moment. */
export function light(node) {
  node.scrollIntoView({ block: 'center', behavior: still.matches ? 'instant' : 'smooth' })
  node.classList.add('lit')
  setTimeout(() => node.classList.remove('lit'), 1800)
}

export function textOf(bubble) {
  const part = bubble.querySelector('.card-head b, .words, .attached b, .attached')
  return part?.textContent.trim() ?? ''
}

function open(bubble, anchor) {
  opened = bubble
  menu.querySelector('.undo-react').hidden = bubble.querySelector('.reactions') === null
  openMenu(menu, anchor)
}

function closeThen(action) {
  const bubble = opened
  menu.hidePopover()
  if (bubble) action(bubble, sideOf(bubble))
}

on('bubble-menu', (button) => open(button.closest('.msg'), button))
on('reply', () =>
  closeThen((bubble, side) => answer(side, { id: bubble.dataset.id, text: textOf(bubble) })),
)
on('react', (button) =>
  closeThen(async (bubble, side) => {
    const reaction = { emoji: button.dataset.emoji, to: bubble.dataset.id }
    const from = side === 'owner' ? state.staff : state.phone
    bubble.focus({ preventScroll: true })
    try {
      await post('messages', { from, reaction })
    } catch (problem) {
      announce(problem instanceof Refusal ? problem.message : table.dataset.offline, 'problem')
    }
    await refresh()
    showReaction(bubble)
  }),
)
/** It stands at the bubble's foot, which may be out of sight; under the last one comes the answer. */
function showReaction(bubble) {
  const later = bubble.parentElement.querySelectorAll(':scope > .msg[data-id]')
  if (later[later.length - 1] === bubble) toEnd(bubble.closest('.chat'))
  else bubble.querySelector('.reactions')?.scrollIntoView({ block: 'nearest' })
}

on('find', (button) => {
  const target = button
    .closest('.log')
    .querySelector(`.msg[data-id="${CSS.escape(button.dataset.find)}"]`)
  if (target) light(target)
})

for (const chat of document.querySelectorAll('.chat')) {
  chat.addEventListener('dblclick', (event) => {
    const bubble = event.target.closest('.log .msg[data-id]')
    if (bubble && !event.target.closest('button')) {
      answer(sideOf(bubble), { id: bubble.dataset.id, text: textOf(bubble) })
    }
  })
  chat.addEventListener('keydown', (event) => move(chat, event))
}

function move(chat, event) {
  const bubbles = [...chat.querySelectorAll('.log .msg[data-id]')]
  const at = bubbles.indexOf(document.activeElement)
  if (event.key === 'Enter' && at !== -1) {
    event.preventDefault()
    return open(bubbles[at], bubbles[at])
  }
  const to = {
    ArrowUp: at === -1 ? bubbles.length - 1 : at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: bubbles.length - 1,
  }[event.key]
  if (to === undefined || (at === -1 && event.target !== chat)) return
  event.preventDefault()
  bubbles[Math.max(0, Math.min(to, bubbles.length - 1))]?.focus()
}
