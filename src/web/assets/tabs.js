/** On a narrow screen one part shows at a time; on a wide one the tabs are not there. */

const KEYS = { ArrowRight: 1, ArrowLeft: -1 }

/** @param {() => void} changed */
export function wireTabs(changed) {
  const tabs = [...document.querySelectorAll('[role="tab"]')]
  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener('click', () => {
      showTab(nameOf(tab))
      changed()
    })
    tab.addEventListener('keydown', (event) => {
      const step = KEYS[event.key]
      if (step === undefined) return
      const next = tabs[(at + step + tabs.length) % tabs.length]
      next.focus()
      next.click()
    })
  }
}

/** @param {string} name `prospect`, `owner` or `known` */
export function showTab(name) {
  document.getElementById('table').dataset.tab = name
  for (const tab of document.querySelectorAll('[role="tab"]')) {
    const selected = nameOf(tab) === name
    tab.setAttribute('aria-selected', String(selected))
    tab.tabIndex = selected ? 0 : -1
  }
}

const seen = new Map()

/**
 * Counts the bot's messages that came while their tab was closed.
 * @param {string} name
 * @param {{phone: string, bubbles: import('./chat.js').Bubble[]} | null} chat
 */
export function countUnseen(name, chat) {
  const badge = document.querySelector(`#tab-${name} b`)
  const total = chat?.bubbles.filter((bubble) => bubble.side === 'bot').length ?? 0
  const key = `${name} ${chat?.phone}`
  const open = document.getElementById('table').dataset.tab === name
  if (open || !seen.has(key)) seen.set(key, total)
  const unseen = total - seen.get(key)
  badge.textContent = String(unseen)
  badge.hidden = unseen <= 0
}

function nameOf(tab) {
  return tab.id.replace('tab-', '')
}
