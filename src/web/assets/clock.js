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
  for (const face of document.querySelectorAll('.clockface')) face.textContent = shown
}

async function advance(duration) {
  const buttons = [...document.querySelectorAll('[data-do="advance"], [data-do="jump"]')]
  for (const button of buttons) button.disabled = true
  announce(table.dataset.advancing, 'busy')
  try {
    await post('clock', { advance: duration })
    announce(table.dataset.advanced, 'done')
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
