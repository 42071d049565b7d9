import { type BaileysChannel, createBaileys, type Times } from '../channels/baileys/baileys.js'
import type { Journal } from '../channels/baileys/journal.js'
import type { ChannelEvents } from '../channels/channel.js'
import type { Config } from '../config.js'
import type { Business } from '../core/business/types.js'
import { isoOf } from '../core/schedule/local-time.js'
import { DAY } from '../core/schedule/units.js'
import type { LineId } from '../core/types.js'
import type { Log } from '../log.js'
import { findReceived } from '../store/inbox.js'
import {
  clearInJournal,
  isInJournal,
  keepInJournal,
  pruneJournal,
  readJournal,
  unreadJournal,
} from '../store/journal.js'
import { keepLine, listLines } from '../store/lines.js'
import { findByMessageId } from '../store/outbox.js'
import { createSeal, type Seal } from '../store/seal.js'
import type { Database } from '../store/sqlite/database.js'
import { staffMember } from '../turn/staff/staff.js'
import { sessionOver } from './whatsapp-session.js'

/** The one linked number of this house. */
export const WHATSAPP = 'whatsapp' as LineId

/** So long WhatsApp may still send a message again. */
const JOURNAL_MS = 14 * DAY

type WhatsAppOptions = {
  readonly config: Config
  readonly db: Database
  readonly log: Log
  /** The machine's time. */
  readonly now: () => Date
  readonly events: ChannelEvents
  /** As it stands: flows may be read anew. */
  readonly business: () => Business
  readonly changed: () => void
  readonly fileAt: (hash: string) => string | null
  readonly times: Partial<Times>
}

/** The linked device over this house's store. It stays off until it is resumed or linked. */
export function createWhatsApp({
  config,
  db,
  log,
  now,
  events,
  business,
  changed,
  fileAt,
  times,
}: WhatsAppOptions): BaileysChannel {
  const iso = () => isoOf(now().getTime())
  const seal = createSeal(config.sessionKey)
  return createBaileys({
    lineId: WHATSAPP,
    url: config.whatsapp.socketUrl,
    session: sessionOver(db, seal, WHATSAPP, iso),
    journal: journalOver(db, seal, now),
    events,
    log,
    now,
    random: Math.random,
    sent: (id) => findByMessageId(db, id)?.message ?? null,
    fileAt,
    isStaff: (phone) => staffMember(business(), { phone }) !== null,
    received: (chat, id) => findReceived(db, WHATSAPP, chat, id),
    phone: listLines(db).find(({ id }) => id === WHATSAPP)?.phone ?? null,
    linked: (phone) => {
      const written = db.write(() => {
        keepLine(db, { id: WHATSAPP, kind: 'baileys', phone }, iso())
        pruneJournal(db, WHATSAPP, isoOf(now().getTime() - JOURNAL_MS))
      })
      written.catch((error: unknown) => log.warn({ error }, 'linked number not kept'))
    },
    changed,
    times,
  })
}

function journalOver(db: Database, seal: Seal, now: () => Date): Journal {
  return {
    keep: (entry) =>
      db.writeNow(() => keepInJournal(db, seal, WHATSAPP, entry, isoOf(now().getTime()))),
    has: (hash) => isInJournal(db, WHATSAPP, hash),
    read: (hash) => readJournal(db, seal, WHATSAPP, hash),
    unread: () => unreadJournal(db, seal, WHATSAPP),
    clear: (hash) => db.write(() => clearInJournal(db, WHATSAPP, hash)),
  }
}
