import { morph } from './morph.js'
import { announce, unannounce } from './notice.js'
import { Refusal, view } from './server.js'

/** The page's own memory: whose chats are open. All else is asked of the server after each change. */
export const table = document.getElementById('table')
export const state = JSON.parse(table.dataset.state)

/** Each gets called before and after the regions are exchanged. */
const watchers = []
const markups = new Map()
let fetching = null
let stale = false

/** @param {{before?: () => void, after: () => void}} watcher */
export function watch(watcher) {
  watchers.push(watcher)
}

/** One fetch at a time; changes during it lead to exactly one more. Resolves when all is shown. */
export function refresh() {
  stale = true
  fetching ??= fetchAll().finally(() => {
    fetching = null
  })
  return fetching
}

async function fetchAll() {
  try {
    while (stale) {
      stale = false
      const query = addressOf(state)
      const next = await view(query)
      // Somebody else was chosen meanwhile: what came is of the one before.
      if (String(addressOf(state)) === String(query)) show(next)
      else stale = true
    }
    unannounce('offline')
  } catch (problem) {
    const text = problem instanceof Refusal ? problem.message : table.dataset.offline
    if (document.getElementById('notice').dataset.kind !== 'busy') announce(text, 'offline')
  }
}

/** Opens another chat; the address follows, so that a reload or a link leads to the same one. */
export function choose(change) {
  Object.assign(state, change)
  history.pushState(null, '', `/?${addressOf(state)}`)
  return refresh()
}

addEventListener('popstate', () => {
  const query = new URLSearchParams(location.search)
  Object.assign(state, { phone: query.get('phone'), draft: query.get('name') })
  if (query.has('staff')) state.staff = query.get('staff')
  refresh()
})

function addressOf({ phone, draft, staff }) {
  const query = new URLSearchParams()
  if (phone) query.set('phone', phone)
  if (phone && draft) query.set('name', draft)
  if (staff) query.set('staff', staff)
  return query
}

function show({ regions, ...next }) {
  for (const watcher of watchers) watcher.before?.()
  Object.assign(state, next)
  for (const [name, markup] of Object.entries(regions)) {
    if (markups.get(name) === markup) continue
    markups.set(name, markup)
    const holder = document.createElement('template')
    holder.innerHTML = markup
    morph(document.getElementById(name), holder.content.firstElementChild)
  }
  for (const watcher of watchers) watcher.after()
}
