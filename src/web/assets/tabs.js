import { on } from './on.js'
import { table, watch } from './page.js'
import { settle } from './scroll.js'
import { post } from './server.js'

/**
 * On a narrow screen one part shows at a time; on a wide one the tabs are not there. What a shown
 * chat holds counts as read, as it would on a phone that somebody looks at.
 */

const STEPS = { ArrowRight: 1, ArrowLeft: -1 }
const tabs = [...document.querySelectorAll('[role="tab"]')]

/** @param {string} name `prospect`, `owner` or `known` */
export function showTab(name) {
  table.dataset.tab = name
  for (const tab of tabs) {
    const selected = nameOf(tab) === name
    tab.setAttribute('aria-selected', String(selected))
    tab.tabIndex = selected ? 0 : -1
  }
  settle()
  look()
}

/** Tells the bot what was looked at, and counts on the tabs what was not. */
function look() {
  for (const side of ['prospect', 'owner']) {
    const log = document.getElementById(`log-${side}`)
    const unread = Number(log.dataset.unread)
    const seen = log.offsetParent !== null && document.visibilityState === 'visible'
    if (seen && unread > 0) post('read', { from: log.dataset.phone }).catch(() => {})
    const badge = document.querySelector(`#tab-${side} b`)
    badge.textContent = String(unread)
    badge.hidden = seen || unread === 0
  }
}

on('show-tab', ({ dataset }) => {
  showTab(dataset.tab)
  document.getElementById(`tab-${dataset.tab}`).focus()
})
for (const [at, tab] of tabs.entries()) {
  tab.addEventListener('click', () => showTab(nameOf(tab)))
  tab.addEventListener('keydown', (event) => {
    const shown = tabs.filter((one) => one.offsetParent !== null)
    const step = STEPS[event.key]
    const next = step ? shown[(shown.indexOf(tabs[at]) + step + shown.length) % shown.length] : null
    next?.focus()
    next?.click()
  })
}
document.addEventListener('visibilitychange', look)
watch({ after: look })
look()

function nameOf(tab) {
  return tab.id.replace('tab-', '')
}
