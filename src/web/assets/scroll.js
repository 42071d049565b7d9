import { on } from './on.js'
import { watch } from './page.js'

/** Keeps each chat at its end while it is there, and where it is while somebody reads back. */

const NEAR_PX = 60
const chats = [...document.querySelectorAll('.chat')]
const places = new Map()

export function toEnd(chat) {
  chat.scrollTop = chat.scrollHeight
}

/** After a tab opened: a chat that nobody saw yet has no place. */
export function settle() {
  for (const chat of chats) {
    const place = places.get(chat)
    if (chat.clientHeight > 0 && place?.hidden) {
      toEnd(chat)
      note(chat)
    }
  }
}

function note(chat) {
  const log = chat.querySelector('.log')
  const left = chat.scrollHeight - chat.scrollTop - chat.clientHeight
  const hidden = chat.clientHeight === 0
  const atEnd = left < NEAR_PX
  const before = places.get(chat)
  const count = log.querySelectorAll('.msg.bot[data-id]').length
  const same = before?.phone === log.dataset.phone
  const seen = same && !atEnd && !hidden ? Math.min(before.seen, count) : count
  places.set(chat, { phone: log.dataset.phone, atEnd, hidden, seen })
  const button = chat.parentElement.querySelector('.to-end')
  button.hidden = hidden || atEnd
  button.querySelector('b').textContent = count - seen
  button.querySelector('b').hidden = count === seen
}

watch({
  before: () => chats.forEach(note),
  after: () => {
    for (const chat of chats) {
      const before = places.get(chat)
      const other = before?.phone !== chat.querySelector('.log').dataset.phone
      if (!before || other || before.atEnd || before.hidden) toEnd(chat)
      note(chat)
    }
  },
})

for (const chat of chats) {
  chat.addEventListener('scroll', () => note(chat), { passive: true })
  // The phone grows and shrinks with the window and with what is typed.
  new ResizeObserver(() => places.get(chat)?.atEnd && toEnd(chat)).observe(chat)
}
on('to-end', (button) => {
  const chat = button.parentElement.querySelector('.chat')
  toEnd(chat)
  chat.focus()
})
for (const chat of chats) {
  toEnd(chat)
  note(chat)
  // From now on what comes is new and may be seen coming.
  requestAnimationFrame(() => requestAnimationFrame(() => chat.setAttribute('data-live', '')))
}
document.fonts.ready.then(() => {
  for (const chat of chats) if (places.get(chat)?.atEnd !== false) toEnd(chat)
})
