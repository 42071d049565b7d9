import type { LineId } from '../core/types.js'
import type { Seal } from './seal.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** One value of a linked device: its credentials, or one key of one kind. A null value deletes it. */
export type SessionEntry = {
  readonly type: string
  readonly id: string
  readonly value: string | null
}

/** Kinds of values that are kept under somebody's number; those of other kinds may happen to begin so. */
const PERSONAL = [
  'session',
  'identity-key',
  'device-list',
  'lid-mapping',
  'tctoken',
  'sender-key-memory',
] as const

/** The values there are of one kind, by id. Throws SealError when the key is not the one they were sealed with. */
export function readSession(
  db: Database,
  seal: Seal,
  lineId: LineId,
  type: string,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const id of ids) {
    const row = find(db).get({ lineId, type, id })
    if (row !== undefined) found.set(id, seal.open(row.value, placeOf(lineId, type, id)))
  }
  return found
}

/**
 * Writes and deletes. To be called in a write job: all of it is on disk together, or none. `epoch` is
 * that of the lease under which it is written.
 */
export function writeSession(
  db: Database,
  seal: Seal,
  lineId: LineId,
  entries: readonly SessionEntry[],
  epoch: number,
): void {
  for (const { type, id, value } of entries) {
    if (value === null) remove(db).run({ lineId, type, id })
    else {
      const sealed = seal.seal(value, placeOf(lineId, type, id))
      upsert(db).run({ lineId, type, id, value: sealed, epoch })
    }
  }
}

/** Whether anything of that kind is kept for the line. */
export function hasSession(db: Database, lineId: LineId, type: string): boolean {
  return findAny(db).get({ lineId, type }) !== undefined
}

/** Forgets the session of a line. */
export function clearSession(db: Database, lineId: LineId): void {
  removeAll(db).run({ lineId })
}

/**
 * Takes a session that WhatsApp has ended out of use and keeps it as a copy in place of an earlier
 * one: whoever looks into what happened finds it; nothing reads it again.
 */
export function setSessionAside(db: Database, lineId: LineId): void {
  // Of nothing no copy is made, least of all over one that may be wanted.
  if (!hasSession(db, lineId, 'creds')) return clearSession(db, lineId)
  const copy = `${lineId}/ended` as LineId
  removeAll(db).run({ lineId: copy })
  rename(db).run({ lineId, copy })
}

/**
 * Forgets the keys and addresses of one person, by the number in their ids (`573001112233`, also as
 * `573001112233.0` or `573001112233_1.2`). Whoever writes again agrees on new ones.
 */
export function forgetInSessions(db: Database, user: string): void {
  const theirs = new RegExp(`^${user}(?:[._@:]|$)`)
  for (const row of startingWith(db).all({ from: user, to: `${user}~` })) {
    if (theirs.test(row.id)) remove(db).run(row)
  }
}

/** A sealed value moved to another row does not open there; a copy opens once it is put back. */
function placeOf(lineId: LineId, type: string, id: string): string {
  return `${lineId}/${type}/${id}`
}

type Place = { lineId: LineId; type: string; id: string }

const find = statement<Place>()((query, arg) =>
  query
    .selectFrom('whatsapp_sessions')
    .select('value')
    .where('line_id', '=', arg('lineId'))
    .where('type', '=', arg('type'))
    .where('id', '=', arg('id')),
)

const findAny = statement<{ lineId: LineId; type: string }>()((query, arg) =>
  query
    .selectFrom('whatsapp_sessions')
    .select('id')
    .where('line_id', '=', arg('lineId'))
    .where('type', '=', arg('type'))
    .limit(1),
)

const upsert = statement<Place & { value: string; epoch: number }>()((query, arg) =>
  query
    .insertInto('whatsapp_sessions')
    .values({
      line_id: arg('lineId'),
      type: arg('type'),
      id: arg('id'),
      value: arg('value'),
      epoch: arg('epoch'),
    })
    .onConflict((conflict) =>
      conflict.columns(['line_id', 'type', 'id']).doUpdateSet((row) => ({
        value: row.ref('excluded.value'),
        epoch: row.ref('excluded.epoch'),
      })),
    ),
)

const remove = statement<Place>()((query, arg) =>
  query
    .deleteFrom('whatsapp_sessions')
    .where('line_id', '=', arg('lineId'))
    .where('type', '=', arg('type'))
    .where('id', '=', arg('id')),
)

const startingWith = statement<{ from: string; to: string }>()((query, arg) =>
  query
    .selectFrom('whatsapp_sessions')
    .select(['line_id as lineId', 'type', 'id'])
    .where('id', '>=', arg('from'))
    .where('id', '<', arg('to'))
    .where('type', 'in', PERSONAL),
)

const removeAll = statement<{ lineId: LineId }>()((query, arg) =>
  query.deleteFrom('whatsapp_sessions').where('line_id', '=', arg('lineId')),
)

const rename = statement<{ lineId: LineId; copy: LineId }>()((query, arg) =>
  query
    .updateTable('whatsapp_sessions')
    .set({ line_id: arg('copy') })
    .where('line_id', '=', arg('lineId')),
)
