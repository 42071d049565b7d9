import { sql } from 'kysely'
import type { Iso, LineId } from '../core/types.js'
import type { Seal } from './seal.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** What a linked device decrypted, by the hash of what it was decrypted from. */
type JournalEntry = { readonly hash: string; readonly text: string }

/** Keeps it, in the transaction that moves the keys on: after a crash it can be read here only. */
export function keepInJournal(
  db: Database,
  seal: Seal,
  lineId: LineId,
  { hash, text }: JournalEntry,
  at: Iso,
): void {
  insert(db).run({ lineId, hash, plaintext: seal.seal(text, `${lineId}/${hash}`), at })
}

/** The text; null when it was never kept, or is in the inbox by now. */
export function readJournal(db: Database, seal: Seal, lineId: LineId, hash: string): string | null {
  const row = find(db).get({ lineId, hash })
  return row?.plaintext == null ? null : seal.open(row.plaintext, `${lineId}/${hash}`)
}

/** Whether it was ever decrypted, also when its text is gone. */
export function isInJournal(db: Database, lineId: LineId, hash: string): boolean {
  return find(db).get({ lineId, hash }) !== undefined
}

/** What was decrypted and never reached the inbox, in order. */
export function unreadJournal(db: Database, seal: Seal, lineId: LineId): readonly JournalEntry[] {
  return selectUnread(db)
    .all({ lineId })
    .flatMap(({ hash, plaintext }) =>
      plaintext === null ? [] : [{ hash, text: seal.open(plaintext, `${lineId}/${hash}`) }],
    )
}

/** It is in the inbox: only the hash stays, by which a repetition is recognised. */
export function clearInJournal(db: Database, lineId: LineId, hash: string): void {
  clear(db).run({ lineId, hash })
}

/** Forgets what nobody will send again. */
export function pruneJournal(db: Database, lineId: LineId, before: Iso): void {
  prune(db).run({ lineId, before })
}

type One = { lineId: LineId; hash: string }

const insert = statement<One & { plaintext: string; at: Iso }>()((query, arg) =>
  query
    .insertInto('journal')
    .values({
      line_id: arg('lineId'),
      hash: arg('hash'),
      plaintext: arg('plaintext'),
      at: arg('at'),
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const find = statement<One>()((query, arg) =>
  query
    .selectFrom('journal')
    .select('plaintext')
    .where('line_id', '=', arg('lineId'))
    .where('hash', '=', arg('hash')),
)

const selectUnread = statement<{ lineId: LineId }>()((query, arg) =>
  query
    .selectFrom('journal')
    .select(['hash', 'plaintext'])
    .where('line_id', '=', arg('lineId'))
    .where('plaintext', 'is not', null)
    // In the order in which they were opened: of several in one commit the time is the same.
    .orderBy(sql`rowid`),
)

const clear = statement<One>()((query, arg) =>
  query
    .updateTable('journal')
    .set({ plaintext: null })
    .where('line_id', '=', arg('lineId'))
    .where('hash', '=', arg('hash')),
)

const prune = statement<{ lineId: LineId; before: Iso }>()((query, arg) =>
  query
    .deleteFrom('journal')
    .where('line_id', '=', arg('lineId'))
    .where('plaintext', 'is', null)
    .where('at', '<', arg('before')),
)
