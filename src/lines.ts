import { randomUUID } from 'node:crypto'
import type { BaileysChannel, Times } from './channels/baileys/baileys.js'
import type { Channel, ChannelEvents } from './channels/channel.js'
import { openLedger } from './channels/simulator/ledger.js'
import { createSimulator, type Simulator } from './channels/simulator/simulator.js'
import type { Clock } from './clock.js'
import type { Config } from './config.js'
import type { Business } from './core/business/types.js'
import type { LineId } from './core/types.js'
import type { Log } from './log.js'
import type { Database } from './store/database.js'
import { keepLine } from './store/lines.js'
import type { Turns } from './turn/turn.js'
import { createWhatsApp, WHATSAPP } from './whatsapp-line.js'

export const SIMULATOR = 'simulator' as LineId

export type Opening = {
  readonly config: Config
  readonly business: () => Business
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly changed: () => void
  /** The machine's time. */
  readonly now: () => Date
  readonly events: ChannelEvents
  /** Stands in for the simulator. */
  readonly instead: Channel | null
  /** How long the linked number waits for others, where it is not as usual. */
  readonly times: Partial<Times>
}

export type Lines = {
  /** Null where it is off, or something stands in for it. */
  readonly simulator: Simulator | null
  readonly whatsapp: BaileysChannel
  readonly channel: (line: LineId) => Channel | null
}

/** Every line of the house by its id. A number that is not linked is there too, and takes nothing. */
export function openLines(opening: Opening): Lines {
  const { config, db, clock, changed, events, instead } = opening
  keepLine(db, { id: SIMULATOR, kind: 'simulator', phone: null }, clock.iso())
  const simulator = instead === null ? openSimulator(config, clock, changed, events) : null
  const whatsapp = createWhatsApp(opening)
  const first = instead ?? simulator
  const channel = (line: LineId): Channel | null => {
    if (line === SIMULATOR) return first
    return line === WHATSAPP ? whatsapp : null
  }
  return { simulator, whatsapp, channel }
}

/** `turns` is asked for later: the channels report to it, and it sends through the channels. */
export function eventsOf(turns: () => Turns): ChannelEvents {
  return {
    inbound: (message) => turns().receive(message),
    typing: (line, chat) => turns().typing(line, chat),
    receipt: (line, id, status) => turns().receipt(line, id, status),
    identities: (line, identities) => turns().identities(line, identities),
    ready: (line) => turns().ready(line),
  }
}

function openSimulator(
  config: Config,
  clock: Clock,
  changed: () => void,
  events: ChannelEvents,
): Simulator | null {
  if (!config.channels.includes('simulator')) return null
  return createSimulator({
    lineId: SIMULATOR,
    ledger: openLedger(ledgerPath(config.database.path)),
    now: clock.now,
    newId: () => `S${randomUUID().replaceAll('-', '').toUpperCase()}`,
    events,
    changed,
  })
}

/** The phones' ledger stands beside the database and apart from it. */
function ledgerPath(databasePath: string): string {
  return `${databasePath.replace(/\.db$/, '')}-phones.jsonl`
}
