import { sql } from 'kysely'
import type { Dialogue } from '../core/conversation/types.js'
import type { SentLately } from '../core/governor/governor.js'
import type { ContactId, Iso, LineId, Outgoing } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

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
      id: row.id,
      at: row.at,
      contactId: row.contactId,
      occasion: row.occasion,
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

type HeldMessage = {
  readonly contactId: ContactId
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

/** What would have been said by now if WhatsApp let the number open chats. */
export function lockedTimers(db: Database, lineId: LineId): readonly HeldMessage[] {
  return selectLocked(db)
    .all({ reason: LOCKED })
    .filter((timer) => timer.lineId === lineId && timer.flow !== '')
    .map(({ contactId, until }) => ({ contactId, until, reason: LOCKED }))
}

/** How many were not sent since then because whoever they were for never wrote. */
export function droppedSince(db: Database, lineId: LineId, since: Iso): number {
  return countDropped(db).get({ lineId, since, reason: 'held.cold' })?.n ?? 0
}

/** Chats of a line that are silent now at the word of `by`. */
export function silentChats(
  db: Database,
  lineId: LineId,
  by: string,
  now: Iso,
): readonly { readonly contactId: ContactId; readonly until: Iso }[] {
  return selectSilent(db)
    .all({ lineId, now })
    .flatMap(({ contactId, until, state }) =>
      until !== null && parseJson<Dialogue>(state).paused?.by === by ? [{ contactId, until }] : [],
    )
}

/** Whom something waits for because WhatsApp lets the number open no chats, each once. */
export function waitForLock(db: Database, lineId: LineId): readonly ContactId[] {
  const held = heldMessages(db, lineId).filter(({ reason }) => reason === LOCKED)
  const all = [...held, ...lockedTimers(db, lineId)]
  return [...new Set(all.map(({ contactId }) => contactId))]
}

const LOCKED = 'held.locked'

/** When a line was first served. */
export function servedSince(db: Database, lineId: LineId): Iso | null {
  return selectLine(db).get({ lineId })?.at ?? null
}

/** Here too. */
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
    .select(['contact_id as contactId', 'reason', 'not_before as until'])
    .where('status', 'in', ['queued', 'sending'])
    .where('status', '=', 'queued')
    .where('line_id', '=', arg('lineId'))
    .where('reason', 'is not', null)
    .orderBy(sql`not_before`)
    .orderBy('id'),
)

const selectLocked = statement<{ reason: string }>()((query, arg) =>
  query
    .selectFrom('timers')
    .select(['contact_id as contactId', 'line_id as lineId', 'flow', 'due_at as until'])
    .where('status', '=', 'pending')
    .where('held', '=', arg('reason'))
    .orderBy('due_at')
    .orderBy('id'),
)

/** Among the newest, by number: an index of its own would cost every message a page. */
const countDropped = statement<{ lineId: LineId; since: Iso; reason: string }>()((query, arg) =>
  query
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('status', '=', 'cancelled')
    .where('reason', '=', arg('reason'))
    .where('line_id', '=', arg('lineId'))
    .where('updated_at', '>=', arg('since'))
    .where(
      'id',
      '>',
      sql<number>`(select coalesce(max(id), 0) - ${sql.lit(MOST_LOOKED_AT)} from outbox)`,
    ),
)

const selectSilent = statement<{ lineId: LineId; now: Iso }>()((query, arg) =>
  query
    .selectFrom('conversations')
    .select(['contact_id as contactId', 'paused_until as until', 'state'])
    .where('line_id', '=', arg('lineId'))
    .where('paused_until', '>', arg('now'))
    .orderBy('paused_until'),
)

const selectLine = statement<{ lineId: LineId }>()((query, arg) =>
  query.selectFrom('lines').select('created_at as at').where('id', '=', arg('lineId')),
)
