import { newContact } from '../core/conversation/new-contact.js'
import { newDialogue, type Opening } from '../core/conversation/new-dialogue.js'
import { POSTPONED } from '../core/conversation/postponed.js'
import { timerId } from '../core/conversation/timer-id.js'
import type { Case } from '../core/conversation/types.js'
import { localTime } from '../core/schedule/local-time.js'
import type { Iso } from '../core/types.js'
import { createExplainer, type Explainer } from '../core/understanding/explain.js'
import { homesOf } from '../core/understanding/lexicon.js'
import type { Log } from '../log.js'
import { loadCase } from '../store/cases.js'
import { newContactId } from '../store/contact-id.js'
import { contactView } from '../store/contact-view.js'
import { conversationLog } from '../store/conversation-log.js'
import { readHouse } from '../store/house.js'
import { findContactByPhone } from '../store/identity.js'
import { lastCardOf } from '../store/notices.js'
import { listPeople } from '../store/people.js'
import { salesOf } from '../store/sales.js'
import { sentFile } from '../store/sent-files.js'
import { staffMemory } from '../store/staff-memory.js'
import { stageChanges } from '../store/stage-changes.js'
import { timersOf, timersWithIds } from '../store/timers.js'
import { touchesOf } from '../store/touches.js'
import { alertTimerIds } from '../turn/scheduled/alert-timers.js'
import { staffMember } from '../turn/staff/staff.js'
import type { Desk, Insight, LogEntry, ReadingDoor, WebDeps } from '../web/deps.js'
import type { App } from './app.js'
import { SIMULATOR } from './lines.js'
import { lineCareOf, whatsappDoor, whatsappStatus } from './whatsapp-door.js'

/** What only whoever starts the app can do for it: see `WebDeps`. */
export type Deeds = Pick<WebDeps, 'kill' | 'saveAsTest'>

const NO_DEEDS: Deeds = { kill: null, saveAsTest: null }

const CHAT_ENTRIES = 300
const PEOPLE = 100

/** What the pages and the simulator's interface may see and do of a running app. */
export function webDepsOf(app: App, log: Log, deeds: Deeds = NO_DEEDS): WebDeps {
  const { clock, db, simulator } = app
  return {
    messages: app.project.messages,
    get business() {
      return app.project.business
    },
    simulator,
    allowRemote: app.config.simulatorRemote,
    log,
    now: clock.now,
    settle: app.settle,
    advance: async (duration) => {
      // A real person's Tuesday does not become Friday because a simulated one's does.
      if (app.whatsapp.status().linked) return { refused: 'real_line' }
      await app.advance(duration)
      return { now: clock.iso() }
    },
    reset: app.turns.forget,
    ...deeds,
    contactView: (phone) => contactView(db, phone, clock.iso()),
    insight: (phone) => insight(app, phone),
    conversation: (phone) => conversation(app, phone),
    desk: (phone) => deskOf(app, phone),
    people: () =>
      listPeople(db, SIMULATOR, PEOPLE).filter(
        ({ phone }) => staffMember(app.project.business, { phone }) === null,
      ),
    ready: () => readiness(app),
    metrics: app.metrics,
    whatsappStatus: () => whatsappStatus(app),
    whatsapp: whatsappDoor(app),
    lineCare: () => lineCareOf(app),
    reading: readingDoor(app),
    week: app.week,
    sentFile: (hash) => {
      const file = sentFile(db, hash)
      const path = app.media.pathOf(hash)
      return file === null || path === null ? null : { file, path }
    },
    subscribe: app.subscribe,
  }
}

function readingDoor(app: App): ReadingDoor {
  const { lexicon } = app.project
  // Built when somebody first looks: most never do.
  let explain: Explainer | null = null
  return {
    countries: homesOf(lexicon),
    explain: (text, question, country) => {
      explain ??= createExplainer(lexicon)
      const { day } = localTime(app.clock.iso(), app.project.business.timeZone)
      return explain(text, { question, country, today: day })
    },
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
    const { content, referral, taken } = entry
    return { author, id, at, replyTo, content, referral, taken }
  })
}

function insight(app: App, phone: string): Insight {
  const { db, project, clock, flow: find } = app
  const opening = openingOf(app, phone)
  const contactId = findContactByPhone(db, phone)
  const stored = contactId === null ? null : loadCase(db, contactId, SIMULATOR, opening)
  const state = stored ?? nobody(phone, opening, clock.iso())
  const sequences = project.flows.filter(({ mode }) => mode === 'sequence')
  const own = [...sequences.map(({ id }) => id), POSTPONED].map((id) => timerId(id, state))
  const ids = [...own, ...alertTimerIds(db, state.contact.id)]
  const cancelled = timersWithIds(db, ids).filter(({ status }) => status === 'cancelled')
  return {
    state,
    flow: find(state.dialogue.flow, state.dialogue.hash),
    stageChanges: stageChanges(db, state.contact.id),
    sequences,
    timers: [...timersOf(db, state.contact.id), ...cancelled].toSorted((a, b) =>
      a.dueAt.localeCompare(b.dueAt),
    ),
    sales: salesOf(db, state.contact.id),
    touches: touchesOf(db, state.contact.id),
    silence: readHouse(db).silence,
  }
}

/** Of the newest card that this phone was sent, in the simulator. */
function deskOf(app: App, phone: string): Desk {
  const { db } = app
  const me = findContactByPhone(db, phone)
  if (me === null) return 'empty'
  const pending = staffMemory(db, me)?.pending?.kind
  if (pending === 'approval' || pending === 'owed') return 'asked'
  const about = lastCardOf(db, me)
  const state = about === null ? null : loadCase(db, about, SIMULATOR, openingOf(app, phone))
  const { outcome, assignedTo } = state?.inquiry ?? { outcome: null, assignedTo: undefined }
  if (assignedTo === undefined || outcome?.kind === 'lost') return 'empty'
  if (outcome?.kind === 'won') return 'sold'
  return assignedTo?.id === me ? 'taken' : 'card'
}

/** How a chat in the simulator begins today. */
function openingOf({ project, flow: find }: App, phone: string): Opening {
  const newest = find(project.business.flows.talk, null)
  return { chat: phone, flow: newest.id, hash: newest.hash }
}

/** Somebody who has not written yet; nothing of it is stored. */
function nobody(phone: string, opening: Opening, at: Iso): Case {
  const unknown = { id: newContactId(at), phone, profileName: null, consent: 'none' } as const
  return {
    contact: newContact(unknown),
    inquiry: null,
    dialogue: newDialogue(SIMULATOR, opening),
  }
}

/** A number that is linked and out of reach hears nobody; one that is still to be linked serves nobody yet. */
function readiness({ db, simulator, whatsapp }: App) {
  const database = answers(db)
  const { state, linked, hears } = database ? whatsapp.status() : UNKNOWN
  const deaf = (linked && !hears) || state?.kind === 'needs_link'
  const channels = !deaf && (simulator !== null || state?.kind !== 'off')
  return { ok: database && channels, database, channels }
}

const UNKNOWN = { state: null, linked: false, hears: false }

function answers(db: App['db']): boolean {
  try {
    return db.raw.open && db.raw.prepare('select 1').get() !== undefined
  } catch {
    return false
  }
}
