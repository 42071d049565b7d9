import { randomBytes } from 'node:crypto'
import { isoOf } from '../../core/schedule/local-time.js'
import { DAY } from '../../core/schedule/units.js'
import type { Content, Iso, LineId, MessageId, Outgoing } from '../../core/types.js'
import type { Log } from '../../log.js'
import type { Channel, ChannelEvents } from '../channel.js'
import { createAcks } from './acks.js'
import { download } from './download.js'
import { type Counter, createCounter, type Figures } from './figures.js'
import type { Journal } from './journal.js'
import { createKeptCache } from './kept-cache.js'
import { createLifecycle, type Lifecycle } from './lifecycle.js'
import { createLineFacts, type LineFacts } from './line-facts.js'
import type { LineState } from './line-state.js'
import { isLinked, type SessionStore } from './session.js'
import { connect } from './socket.js'
import { createTraffic } from './traffic.js'
import { PATIENCE, type Patience } from './watchdog.js'

type BaileysOptions = {
  readonly lineId: LineId
  /** WhatsApp's own address where null. */
  readonly url: string | null
  readonly session: SessionStore
  readonly journal: Journal
  readonly events: ChannelEvents
  readonly log: Log
  /** The machine's time: WhatsApp knows no other. */
  readonly now: () => Date
  readonly random: () => number
  /** A message that we sent, by its id. */
  readonly sent: (id: MessageId) => Outgoing | null
  /** Where a file of ours stands, by its hash. */
  readonly fileAt: (hash: string) => string | null
  /** A message of theirs. */
  readonly received: (chat: string, id: MessageId) => Content | null
  /** Whether this number is one of somebody who may command the bot. */
  readonly isStaff: (phone: string | null) => boolean
  /** The number the line had when it was last open. */
  readonly phone: string | null
  /** The line is open under this number. */
  readonly linked: (phone: string) => void
  readonly changed: () => void
  /** Where a test does not want to wait. */
  readonly times?: Partial<Times>
}

/** How long is waited for what others may do, in ms. */
export type Times = {
  /** For the server's word on a message. */
  readonly ackMs: number
  /** For the content of a message that could not be opened. */
  readonly holdMs: number
  readonly patience: Patience
}

/** How the line stands, for a page and for other programs. */
type BaileysStatus = {
  readonly state: LineState
  readonly since: Iso
  readonly phone: string | null
  /** When anything was last heard on it. */
  readonly heardAt: Iso | null
  readonly linked: boolean
  /** Connected, and not only by name: something was heard a moment ago. */
  readonly hears: boolean
  readonly figures: Figures
}

/** A linked device: the business's own WhatsApp, of which this program is one more device. */
export type BaileysChannel = Channel &
  Pick<Lifecycle, 'resume' | 'link' | 'unlink'> & {
    status(): BaileysStatus
    /** The bytes of a file that came with a message; null when nobody has them any more. */
    download: typeof download
  }

const TIMES: Times = { ackMs: 20_000, holdMs: 20_000, patience: PATIENCE }
const CACHE = 'cache'
const CACHED = 500
/** So long a phone may still ask for a message once more. */
const RETRIES_MS = 14 * DAY
/** Baileys asks the own phone once, and takes it for switched off after this. */
const PLACEHOLDERS_MS = 10_000
/** What was just written may still be acknowledged; the next start asks no more about it. */
const CLOSE_MS = 3_000

/** Builds the channel. Nothing of Baileys is loaded before the line is linked or resumed. */
export function createBaileys(options: BaileysOptions): BaileysChannel {
  const { lineId, session, changed } = options
  const { ackMs, holdMs, patience } = { ...TIMES, ...options.times }
  const acks = createAcks(ackMs)
  const counter = createCounter()
  const events = counter.over(options.events)
  const facts = createLineFacts(options)
  const sent = (id: string) => options.sent(id as MessageId)
  const isOurs = (id: string): boolean => sent(id) !== null
  const traffic = createTraffic({ ...options, events, acks, isOurs, heard: facts.heard, holdMs })
  const caches = createCaches(options)
  const socket = { ...options, acks, traffic, sent, caches, patience, counter }
  const lifecycle = createLifecycle({
    ...options,
    connect: (pairing, report) => {
      counter.connects()
      return connect(socket, pairing, heeding(options, report))
    },
    session: { ...session, linked: () => isLinked(session) },
    changed: (state) => {
      facts.became(state)
      changed()
    },
    opened: (phone) => {
      facts.opened(phone)
      events.ready(lineId)
    },
    cut: acks.cut,
  })
  return {
    kind: 'baileys',
    lineId,
    newMessageId,
    ...ways(lifecycle),
    whereabouts: async (_chat, id) => (acks.has(id) ? 'handed_over' : 'unknown'),
    lockedUntil: () => lockedUntil(lifecycle.state(), options.now),
    resume: lifecycle.resume,
    download,
    link: lifecycle.link,
    unlink: lifecycle.unlink,
    status: () => statusOf(facts, lifecycle, counter, options.now),
    close: async () => {
      await acks.idle(CLOSE_MS)
      lifecycle.close()
      await traffic.close()
    },
  }
}

type Report = Parameters<typeof connect>[2]

/** Also where the line was not known to be restricted, as after a restart. */
function heeding({ events, lineId, log }: BaileysOptions, report: Report): Report {
  return (event) => {
    report(event)
    if (event.kind !== 'unrestricted') return
    events.unrestricted(lineId).catch((error: unknown) => log.warn({ error }, 'standing not told'))
  }
}

function statusOf(
  facts: LineFacts,
  lifecycle: Lifecycle,
  counter: Counter,
  now: () => Date,
): BaileysStatus {
  return {
    ...facts.read(),
    state: stateNow(lifecycle.state(), now),
    linked: lifecycle.linked(),
    hears: lifecycle.open() !== null && facts.isHeard(),
    figures: counter.figures(),
  }
}

/** What Baileys must not forget with a connection, nor with the process. */
function createCaches({ session, now }: BaileysOptions) {
  const cache = (name: string, ttlMs: number) =>
    createKeptCache({
      most: CACHED,
      ttlMs,
      now,
      read: () => session.read(CACHE, [name]).get(name) ?? null,
      keep: (text) => session.keep({ type: CACHE, id: name, value: text }),
    })
  return {
    msgRetryCounterCache: cache('retries', RETRIES_MS),
    placeholderResendCache: cache('placeholders', PLACEHOLDERS_MS),
  }
}

/** A restriction that was to last until now is over, whether or not anybody says so. */
function stateNow(state: LineState, now: () => Date): LineState {
  if (state.kind !== 'restricted' || state.until === null) return state
  return state.until > isoOf(now().getTime()) ? state : { kind: 'open' }
}

/** Where WhatsApp does not say until when, it is asked about tomorrow. */
function lockedUntil(state: LineState, now: () => Date): Iso | null {
  if (state.kind !== 'restricted') return null
  return state.until ?? isoOf(now().getTime() + DAY)
}

/** What goes out, while the line is open. */
function ways({ open }: Lifecycle): Pick<Channel, 'send' | 'typing' | 'read'> {
  return {
    send: async (delivery) =>
      open()?.send(delivery) ?? {
        ok: false,
        error: { kind: 'unreachable', cause: new Error('not connected to WhatsApp') },
      },
    typing: async (chat) => {
      // Nothing hangs on it, and the message itself will say what is wrong.
      await open()
        ?.typing(chat)
        .catch(() => {})
    },
    read: async (chat, ids) => {
      await open()?.read(chat, ids)
    },
  }
}

/** In the form of WhatsApp's own clients for the web. */
function newMessageId(): MessageId {
  return `3EB0${randomBytes(9).toString('hex').toUpperCase()}` as MessageId
}
