import { announce } from './notice.js'
import { on } from './on.js'
import { refresh, state, table, watch } from './page.js'
import { post, Refusal } from './server.js'

/** The app's clock: it goes on by itself here, and is moved there. */

const clock = document.getElementById('clock')
const [time, day] = clock.children
const { zone: timeZone } = clock.dataset
const { lang } = document.documentElement
const TIME = { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }
const DAY = { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }
const MOMENT = { ...TIME, weekday: 'long', day: 'numeric', month: 'long' }
let offset = Date.parse(state.now) - Date.now()

function now() {
  return new Date(Date.now() + offset)
}

function tick() {
  const shown = now().toLocaleTimeString(lang, TIME)
  const date = now().toLocaleDateString(lang, DAY).replace(/[,.]/g, '')
  // A whole day later it is the same time.
  if (time.textContent === shown && day.textContent === date) return
  time.textContent = shown
  day.textContent = date
}

/** The bot's messages that stand in the two open chats. */
function received() {
  return [...document.querySelectorAll('.log .msg.bot[data-id]')].map(({ dataset }) => dataset.id)
}

/** Which moment it is by now, and what came meanwhile. */
function arrived(moment, count) {
  const { advanced, advancedNew } = table.dataset
  const when = moment.toLocaleString(lang, MOMENT).replace(/^(\p{L}+),/u, '$1')
  return (count > 0 ? advancedNew : advanced).replace('%when', when).replace('%n', count)
}

async function advance(duration) {
  const buttons = [...document.querySelectorAll('[data-do="advance"], [data-do="jump"]')]
  for (const button of buttons) button.disabled = true
  announce(table.dataset.advancing, 'busy')
  const before = new Set(received())
  try {
    const moved = await post('clock', { advance: duration })
    await refresh()
    const fresh = received().filter((id) => !before.has(id))
    announce(arrived(new Date(moved.now), fresh.length), 'done')
  } catch (problem) {
    announce(problem instanceof Refusal ? problem.message : table.dataset.offline, 'problem')
  }
  for (const button of buttons) button.disabled = false
  refresh()
}

on('advance', ({ dataset }) => advance(dataset.advance))
on('jump', ({ dataset }) => {
  const seconds = Math.max(1, Math.ceil((Date.parse(dataset.due) - now().getTime()) / 1000))
  advance(`PT${seconds}S`)
})
watch({
  after: () => {
    offset = Date.parse(state.now) - Date.now()
    tick()
  },
})
setInterval(tick, 1000)
