import { sql } from 'kysely'
import type { SentLately } from '../core/governor/governor.js'
import type { ContactId, Iso, LineId, Outgoing } from '../core/types.js'
import type { Database } from './database.js'
import { parseJson } from './json.js'
import { statement } from './statement.js'

/** More than any number may send in a day. */
const MOST_LOOKED_AT = 5_000

/** A message that left, with its row. */
export type SentRow = SentLately & { readonly id: number }

/** What left a line since then, oldest first. */
export function sentLately(db: Database, lineId: LineId, since: Iso): readonly SentRow[] {
  return selectSent(db)
    .all({ limit: MOST_LOOKED_AT })
    .filter((row) => row.lineId === lineId && row.at >= since)
    .map(({ content, heardAt, ...row }) => ({
      ...{ id: row.id, at: row.at, contactId: row.contactId, occasion: row.occasion },
      text: parseJson<Outgoing>(content).text,
      first: row.occasion === 'person' && (heardAt === null || heardAt > row.at),
    }))
    .reverse()
}

/** It stays queued, and says why and until when. */
export function holdMessage(
  db: Database,
  { id, until, reason }: { readonly id: number; readonly until: Iso; readonly reason: string },
  at: Iso,
): void {
  hold(db).run({ id, until, reason, at })
  db.memory.unsent.change(id, (entry) => ({ ...entry, notBefore: until, reason }))
}

/** It will never be sent. */
export function dropMessage(db: Database, id: number, reason: string, at: Iso): void {
  drop(db).run({ id, reason, at })
  db.memory.unsent.change(id, () => null)
}

export type HeldMessage = {
  readonly contactId: ContactId
  readonly phone: string | null
  readonly profileName: string | null
  readonly reason: string
  readonly until: Iso
}

/** What waits on a line for a reason, the first to go first. */
export function heldMessages(db: Database, lineId: LineId): readonly HeldMessage[] {
  return selectHeld(db)
    .all({ lineId })
    .flatMap(({ reason, until, ...row }) =>
      reason === null || until === null ? [] : [{ ...row, reason, until }],
    )
}

/** When a line was first served. */
export function servedSince(db: Database, lineId: LineId): Iso | null {
  return selectLine(db).get({ lineId })?.at ?? null
}

/** By number: an index of its own would cost every message a page. */
const selectSent = statement<{ limit: number }>()((query, arg) =>
  query
    .selectFrom('outbox')
    .leftJoin('conversations', (join) =>
      join
        .onRef('conversations.contact_id', '=', 'outbox.contact_id')
        .onRef('conversations.line_id', '=', 'outbox.line_id'),
    )
    .select(['outbox.id', 'outbox.line_id as lineId', 'outbox.contact_id as contactId'])
    .select(['outbox.occasion', 'outbox.content', 'outbox.updated_at as at'])
    .select('conversations.heard_at as heardAt')
    .where('outbox.status', 'not in', ['queued', 'cancelled', 'failed'])
    .orderBy('outbox.id', 'desc')
    .limit(arg('limit')),
)

const hold = statement<{ id: number; until: Iso; reason: string; at: Iso }>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ not_before: arg('until'), reason: arg('reason'), updated_at: arg('at') })
    .where('id', '=', arg('id'))
    .where('status', '=', 'queued'),
)

const drop = statement<{ id: number; reason: string; at: Iso }>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ status: 'cancelled', reason: arg('reason'), updated_at: arg('at') })
    .where('id', '=', arg('id'))
    .where('status', '=', 'queued'),
)

const selectHeld = statement<{ lineId: LineId }>()((query, arg) =>
  query
    .selectFrom('outbox')
    .innerJoin('contacts', 'contacts.id', 'outbox.contact_id')
    .select(['contacts.id as contactId', 'contacts.phone', 'contacts.profile_name as profileName'])
    .select(['outbox.reason', 'outbox.not_before as until'])
    .where('outbox.status', 'in', ['queued', 'sending'])
    .where('outbox.status', '=', 'queued')
    .where('outbox.line_id', '=', arg('lineId'))
    .where('outbox.reason', 'is not', null)
    .orderBy(sql`outbox.not_before`)
    .orderBy('outbox.id'),
)

const selectLine = statement<{ lineId: LineId }>()((query, arg) =>
  query.selectFrom('lines').select('created_at as at').where('id', '=', arg('lineId')),
)
