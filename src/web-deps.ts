import { type App, SIMULATOR } from './app.js'
import type { Log } from './log.js'
import { contactView } from './store/contact-view.js'
import { conversationLog } from './store/conversation-log.js'
import { findContactByPhone } from './store/identity.js'
import { listPeople } from './store/people.js'
import { staffMember } from './turn/staff.js'
import type { LogEntry, WebDeps } from './web/deps.js'

/** What only whoever starts the app can do for it: see `WebDeps`. */
export type Deeds = Pick<WebDeps, 'kill' | 'saveAsTest'>

const NO_DEEDS: Deeds = { kill: null, saveAsTest: null }

const CHAT_ENTRIES = 300
const PEOPLE = 100

/** What the pages and the simulator's interface may see and do of a running app. */
export function webDepsOf(app: App, log: Log, deeds: Deeds = NO_DEEDS): WebDeps {
  const { project, clock, db, simulator } = app
  const started = clock.iso()
  return {
    messages: project.messages,
    business: project.business,
    simulator,
    allowRemote: app.config.simulatorRemote,
    log,
    now: clock.now,
    settle: app.settle,
    advance: async (duration) => {
      await app.advance(duration)
      return { now: clock.iso() }
    },
    reset: app.turns.forget,
    ...deeds,
    contactView: (phone) => contactView(db, phone, clock.iso()),
    conversation: (phone) => conversation(app, phone),
    people: () =>
      listPeople(db, SIMULATOR, PEOPLE).filter(
        ({ phone }) => staffMember(project.business, { phone }) === null,
      ),
    ready: () => readiness(app),
    metrics: app.metrics,
    whatsappStatus: () => ({ state: 'off', since: started }),
    subscribe: app.subscribe,
  }
}

function conversation({ db }: App, phone: string): readonly LogEntry[] {
  const contactId = findContactByPhone(db, phone)
  if (contactId === null) return []
  return conversationLog(db, contactId, SIMULATOR, CHAT_ENTRIES).map((entry): LogEntry => {
    const { id, at, replyTo } = entry
    if (entry.kind === 'out') {
      return { author: 'bot', id, at, replyTo, message: entry.message, status: entry.status }
    }
    const author = entry.kind === 'in' ? 'contact' : 'human'
    return { author, id, at, replyTo, content: entry.content }
  })
}

function readiness({ db, simulator }: App) {
  const database = answers(db)
  const channels = simulator !== null
  return { ok: database && channels, database, channels }
}

function answers(db: App['db']): boolean {
  try {
    return db.raw.open && db.raw.prepare('select 1').get() !== undefined
  } catch {
    return false
  }
}
