import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ledger, openLedger } from '../../src/channels/simulator/ledger.js'
import { createSimulator } from '../../src/channels/simulator/simulator.js'
import { callRules } from '../../src/core/business/call-rules.js'
import { contactRules } from '../../src/core/business/contact-rules.js'
import { PLAIN_NUMBER } from '../../src/core/business/number.js'
import { retentionRules } from '../../src/core/business/retention-rules.js'
import type { Business } from '../../src/core/business/types.js'
import { PLAIN_LOOPS } from '../../src/core/loops/rules.js'
import type { Messages } from '../../src/core/messages.js'
import type { Inbound, Iso, LineId, Phone } from '../../src/core/types.js'
import { createExplainer } from '../../src/core/understanding/explain.js'
import type { LogEntry, WebDeps } from '../../src/web/deps.js'
import { createServer, type WebServer } from '../../src/web/server.js'
import { MESSAGES } from '../core/flow/written.js'
import { lexicon, TUESDAY } from '../core/understanding/lexicon.js'
import { nobody } from './_insight.js'

const TUESDAY_MORNING = '2026-03-10T15:00:00.000Z' as Iso

const explain = createExplainer(lexicon)

export const OWNER = '+573000000001'
export const PROSPECT = '+573105550101'

/** The sentences people read, as the build compiles them. */
export const messages: Messages = MESSAGES

export const business: Business = {
  name: 'Uniformes <Hilván>',
  sells: 'uniformes',
  place: 'taller',
  country: 'CO',
  timeZone: 'America/Bogota',
  currency: 'COP',
  language: 'es',
  treatment: 'usted',
  segment: 'b2b',
  appointments: false,
  staff: [
    { name: 'Rosalba', title: 'la dueña', role: 'owner', phone: OWNER as Phone },
    { name: 'Fabián', title: 'del taller', role: 'seller', phone: '+573000000002' as Phone },
  ],
  hours: [],
  lastCallMinutes: 60,
  nextDayBy: 600,
  products: [],
  notMade: [],
  facts: [],
  personas: [],
  flows: { talk: 'qualification', silence: 'silence', afterSale: 'after-sale' },
  attributes: [],
  tickets: { days: { normal: 1, high: 0, urgent: 0 }, askAgainDays: 3, closeDays: 4 },
  takeOverHours: 12,
  alertMinutes: 15,
  digest: 480,
  quoteDays: 15,
  afterQuote: null,
  nurture: null,
  contact: contactRules(undefined),
  retention: retentionRules(undefined),
  objections: [],
  referrals: null,
  calls: callRules(undefined),
  campaigns: [],
  origins: { ask: 'no', list: false, options: [] },
  gestures: [],
  pin: { code: null, minutes: 10, own: {} },
  backup: { folder: 'backups', keep: 8, weekday: 6 },
  tribe: null,
  number: PLAIN_NUMBER,
  loops: PLAIN_LOOPS,
  ideal: null,
}

export type House = {
  readonly deps: WebDeps
  readonly ledger: Ledger
  readonly server: WebServer
  readonly stored: Inbound[]
  readonly typed: string[]
  readonly advanced: string[]
  readonly forgotten: string[]
  readonly logged: object[]
  readonly url: string
  changed(): void
}

/** A web server on a free port over a house that only remembers: its phones are real, in a file. */
export async function openHouse(overrides: Partial<WebDeps> = {}): Promise<House> {
  const memory = remember()
  const ledger = openLedger(join(mkdtempSync(join(tmpdir(), 'porquesi-web-')), 'ledger.jsonl'))
  const simulator = simulatorOver(ledger, memory)
  const deps = { ...depsOver(memory), simulator, ...overrides }
  const server = createServer(deps)
  const { url } = await server.listen(0, '127.0.0.1')
  return { ...memory, deps, ledger, server, url }
}

function remember() {
  const listeners = new Set<() => void>()
  return {
    clock: { now: Date.parse('2026-03-10T15:00:00.000Z') },
    stored: [] as Inbound[],
    typed: [] as string[],
    advanced: [] as string[],
    forgotten: [] as string[],
    logged: [] as object[],
    listeners,
    changed: () => {
      for (const listener of listeners) listener()
    },
  }
}
type Memory = ReturnType<typeof remember>

function simulatorOver(ledger: Ledger, { clock, stored, typed, changed }: Memory) {
  let ids = 0
  return createSimulator({
    lineId: 'simulator' as LineId,
    ledger,
    now: () => new Date(clock.now),
    newId: () => `made-${++ids}`,
    changed,
    events: {
      standing: async () => undefined,
      unrestricted: async () => undefined,
      inbound: async (message) => {
        if (!stored.some((one) => one.messageId === message.messageId)) stored.push(message)
        changed()
      },
      typing: (_line, chat) => typed.push(chat),
      receipt: async () => {},
    },
  })
}

function depsOver({ clock, stored, advanced, forgotten, logged, listeners }: Memory): WebDeps {
  return {
    messages,
    business,
    simulator: null,
    allowRemote: false,
    log: { error: (fields) => logged.push(fields) },
    now: () => new Date(clock.now),
    settle: async () => {},
    advance: async (duration) => {
      advanced.push(duration)
      clock.now += 3_600_000
      return { now: new Date(clock.now).toISOString() }
    },
    kill: null,
    reset: async (phone) => void forgotten.push(phone),
    saveAsTest: null,
    contactView: () => null,
    insight: nobody,
    conversation: (phone) => stored.filter((one) => one.chat === phone).map(logEntry),
    desk: () => 'empty',
    people: () => [],
    ready: () => ({ ok: true, database: true, channels: true }),
    metrics: () => '# TYPE porquesi_up gauge\nporquesi_up 1\n',
    lineCare: () => ({
      spared: true,
      held: [],
      ...{ dropped: 0, silent: [], rehearsal: null },
      governing: {
        ...{ now: TUESDAY_MORNING, linkedAt: TUESDAY_MORNING, lockedUntil: null, sent: [] },
        rules: PLAIN_NUMBER,
      },
    }),
    whatsappStatus: () => ({ state: 'off', since: '2026-03-10T15:00:00.000Z' }),
    whatsapp: { link: async () => 'begun', unlink: async () => {}, aheadMs: () => 0 },
    reading: {
      countries: ['AR', 'CO'],
      explain: (text, question, country) => explain(text, { question, country, today: TUESDAY }),
    },
    week: async () => null,
    sentFile: () => null,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function logEntry(one: Inbound): LogEntry {
  const { messageId: id, sentAt: at, replyTo, content, referral } = one
  const author = one.author === 'contact' ? 'contact' : 'human'
  return { author, id, at, replyTo, content, referral, taken: false }
}

/** A POST of a JSON body, as a program would send it. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}
