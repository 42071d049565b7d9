import { randomUUID } from 'node:crypto'
import type { BaileysChannel } from '../channels/baileys/baileys.js'
import type { Channel, ChannelEvents } from '../channels/channel.js'
import { openLedger } from '../channels/simulator/ledger.js'
import { createSimulator, type Simulator } from '../channels/simulator/simulator.js'
import type { Clock } from '../clock.js'
import type { Config } from '../config.js'
import type { Business } from '../core/business/types.js'
import type { LineId } from '../core/types.js'
import type { Log } from '../log.js'
import { keepLine } from '../store/lines.js'
import type { Database } from '../store/sqlite/database.js'
import type { MediaKeeper } from '../turn/media-keeper.js'
import type { Turns } from '../turn/turn.js'
import type { Overrides } from './app.js'
import { createWhatsApp, WHATSAPP } from './whatsapp-line.js'

export const SIMULATOR = 'simulator' as LineId

type Opening = {
  readonly config: Config
  readonly business: () => Business
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly changed: () => void
  /** Where a file stands, by its hash. */
  readonly fileAt: (hash: string) => string | null
  /** The machine's time. */
  readonly now: () => Date
  readonly events: ChannelEvents
  readonly overrides: Pick<Overrides, 'channel' | 'times'>
}

type Lines = {
  /** Null where it is off, or something stands in for it. */
  readonly simulator: Simulator | null
  readonly whatsapp: BaileysChannel
  readonly channel: (line: LineId) => Channel | null
}

/** Every line of the house by its id. A number that is not linked is there too, and takes nothing. */
export function openLines(opening: Opening): Lines {
  const { config, db, clock, changed, events, overrides } = opening
  const { channel: instead = null, times = {} } = overrides
  keepLine(db, { id: SIMULATOR, kind: 'simulator', phone: null }, clock.iso())
  const simulator = instead === null ? openSimulator(config, clock, changed, events) : null
  const whatsapp = createWhatsApp({ ...opening, times })
  const first = instead ?? simulator
  const channel = (line: LineId): Channel | null => {
    if (line === SIMULATOR) return first
    return line === WHATSAPP ? whatsapp : null
  }
  return { simulator, whatsapp, channel }
}

/** `house` is asked for later: the channels report to it, and it sends through the channels. */
export function eventsOf(house: () => Hearing): ChannelEvents {
  return {
    inbound: async (message) => {
      const { turns, media } = house()
      await turns.receive(message)
      if (message.media?.kind === 'audio') media.wake()
    },
    typing: (line, chat) => house().turns.typing(line, chat),
    receipt: (line, id, status) => house().turns.receipt(line, id, status),
    identities: (line, identities) => house().turns.identities(line, identities),
    acquaintances: (people, since) => house().turns.acquaintances(people, since),
    standing: (line, until) => house().turns.standing(line, until),
    unrestricted: (line) => house().turns.unrestricted(line),
    ready: (line) => {
      const { turns, media } = house()
      turns.ready(line)
      media.sweep()
      media.wake()
    },
  }
}

type Hearing = { readonly turns: Turns; readonly media: MediaKeeper }

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
