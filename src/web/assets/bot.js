import { announce } from './notice.js'
import { on } from './on.js'
import { refresh, table } from './page.js'
import { sendAgain } from './send.js'
import { follow, post, Refusal } from './server.js'

/** The bot itself: it is followed, and killed; whatever could not be sent meanwhile is sent then. */

const kill = document.getElementById('kill')
let away = false
let killed = false
let waiting = 0
/** So long a start may take before somebody should look at it. */
const SLOW_MS = 10_000

follow({
  changed: refresh,
  lost: () => {
    away = true
    document.body.dataset.bot = 'away'
    if (!killed) announce(table.dataset.offline, 'offline')
  },
  opened: async () => {
    const returned = away
    away = false
    delete document.body.dataset.bot
    if (returned) announce(killed ? table.dataset.restarted : table.dataset.back, 'done')
    if (returned) showKill(false)
    sendAgain()
    await refresh()
  },
})

function showKill(busy) {
  killed = busy
  kill.disabled = busy
  kill.textContent = busy ? kill.dataset.busy : kill.dataset.idle
  clearTimeout(waiting)
  if (busy) waiting = setTimeout(() => announce(table.dataset.slow, 'offline'), SLOW_MS)
}

on('kill', async () => {
  showKill(true)
  announce(table.dataset.restarting, 'busy')
  try {
    await post('kill', {})
  } catch (problem) {
    // A connection that breaks is what was asked for.
    if (!(problem instanceof Refusal)) return
    showKill(false)
    announce(problem.message, 'problem')
  }
})
