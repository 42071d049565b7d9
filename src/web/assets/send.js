import { on, sideOf } from './on.js'
import { refresh, state, table, watch } from './page.js'
import { toEnd } from './scroll.js'
import { post, Refusal } from './server.js'

/**
 * Sends what a phone writes. A bubble of the page's own stands for it until the server has it; when
 * it does not get there it stays, with a way to try again, and its id makes every repeat harmless.
 */

/** @type {{id: string, side: 'prospect' | 'owner', body: object, label: string, status: string}[]} */
const pending = []
/** One after another, so that they arrive as they were written. */
let line = Promise.resolve()

/**
 * @param {'prospect' | 'owner'} side
 * @param {object} message what `POST /simulator/messages` takes beside `from`, `id` and `name`
 * @param {string} label what its bubble says until then
 */
export function send(side, message, label) {
  const from = side === 'prospect' ? state.phone : state.staff
  const name = side === 'prospect' && state.draft ? { name: state.draft } : {}
  const entry = { id: newId(), side, label, status: 'waiting' }
  entry.body = { from, id: entry.id, ...name, ...message }
  pending.push(entry)
  draw()
  toEnd(document.querySelector(`[data-side="${side}"] .chat`))
  return deliver(entry)
}

/** Takes up what did not get there, once the bot is back. */
export function sendAgain() {
  for (const entry of pending) if (entry.status === 'later') deliver(entry)
}

function deliver(entry) {
  entry.status = 'waiting'
  draw()
  line = line.then(() => handOver(entry))
  return line
}

async function handOver(entry) {
  try {
    await post('messages', entry.body)
    entry.status = 'sent'
  } catch (problem) {
    // Without an answer it goes by itself once the bot is back; what was refused does not.
    entry.status = problem instanceof Refusal ? 'failed' : 'later'
    entry.problem = problem instanceof Refusal ? problem.message : ''
    draw()
    toEnd(document.querySelector(`[data-side="${entry.side}"] .chat`))
  }
  refresh()
}

/** What the server shows by now needs no stand-in. */
function settleSent() {
  for (const entry of [...pending]) {
    const log = document.getElementById(`log-${entry.side}`)
    const here = log.dataset.phone === entry.body.from
    const shown = here && log.querySelector(`[data-id="${CSS.escape(entry.id)}"]`)
    if (shown || (entry.status === 'sent' && !here)) pending.splice(pending.indexOf(entry), 1)
  }
  draw()
}

function draw() {
  for (const box of document.querySelectorAll('.pending')) {
    const phone = box.dataset.pending === 'prospect' ? state.phone : state.staff
    const mine = pending.filter(
      (one) => one.side === box.dataset.pending && one.body.from === phone,
    )
    box.replaceChildren(...mine.map(bubble))
    box.hidden = mine.length === 0
    const start = document.querySelector(`#log-${box.dataset.pending} .start`)
    if (start) start.hidden = mine.length > 0
  }
}

function bubble({ id, label, status, problem }) {
  const node = document.getElementById('pending').content.firstElementChild.cloneNode(true)
  node.dataset.pendingId = id
  node.dataset.tick = status === 'failed' ? 'failed' : 'waiting'
  node.querySelector('.words').textContent = label
  node.querySelector('.meta.waiting').hidden = status === 'failed' || status === 'later'
  node.querySelector('.meta.later').hidden = status !== 'later'
  node.querySelector('.meta.failed').hidden = status !== 'failed'
  if (problem) node.querySelector('.tick-words').textContent = problem
  return node
}

// Random ids exist only in secure contexts; elsewhere it is a number that grows.
let count = 0
function newId() {
  count += 1
  return crypto.randomUUID ? crypto.randomUUID() : `p${Date.now()}-${count}`
}

watch({ after: settleSent })
on('retry', (button) => {
  const { pendingId } = button.closest('[data-pending-id]').dataset
  const entry = pending.find(({ id }) => id === pendingId)
  if (entry) deliver(entry)
})
on('say', (button) => send(sideOf(button), { text: button.textContent }, button.textContent))
on('choose', (button) => {
  const label = button.lastChild.textContent
  send(sideOf(button), { choice: button.dataset.option }, label)
})

// The owner's first message is what lets the bot write to them; nobody should have to know that.
if (state.greetFrom && state.greetFrom === state.staff) {
  const id = `hello-${state.greetFrom.slice(1)}`
  post('messages', { from: state.greetFrom, id, text: table.dataset.hello }).catch(() => {})
}
