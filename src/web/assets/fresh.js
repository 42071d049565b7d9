import { watch } from './page.js'

/** Shows for a moment what the bot has just understood: in the chat, where it was said, and as a fact. */

const FRESH_MS = 1500
const fresh = new Map()
let before = known()

function known() {
  const { phone } = document.getElementById('log-prospect').dataset
  const rows = document.querySelectorAll('.fact[data-status="known"]')
  return { phone, slots: new Set([...rows].flatMap(slotsOf)) }
}

function slotsOf({ dataset }) {
  return (dataset.slots ?? '').split(' ').filter((slot) => slot !== '')
}

// What is exchanged meanwhile loses its class, and gets it again before anything is painted.
function draw() {
  const now = performance.now()
  for (const one of document.querySelectorAll('[data-slots]')) {
    one.classList.toggle(
      'fresh',
      slotsOf(one).some((slot) => fresh.get(slot) > now),
    )
  }
}

watch({
  after: () => {
    const after = known()
    if (after.phone !== before.phone) fresh.clear()
    else for (const slot of after.slots) if (!before.slots.has(slot)) take(slot)
    before = after
    if (fresh.size > 0) draw()
  },
})

function take(slot) {
  fresh.set(slot, performance.now() + FRESH_MS)
  setTimeout(() => {
    fresh.delete(slot)
    draw()
  }, FRESH_MS)
}
