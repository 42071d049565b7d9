import { sql } from 'kysely'
import type { ContactId, Iso, LineId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

type SettledRehearsal = {
  readonly contactId: ContactId
  /** `words`: the owner put it better. */
  readonly verdict: 'yes' | 'no' | 'words'
  /** What the person had written; null where it had no words. */
  readonly said: string | null
  readonly proposed: string
  /** What went out; null for nothing. */
  readonly sent: string | null
  readonly at: Iso
}

/** Keeps what an owner said to an answer that was only rehearsed. */
export function addRehearsal(db: Database, settled: SettledRehearsal): void {
  insert(db).run(settled)
}

/** Whose answer waits for a word on this line, who wrote last first. */
export function openRehearsals(db: Database, lineId: LineId, limit: number): readonly ContactId[] {
  return selectOpen(db)
    .all({ lineId, limit })
    .map(({ contactId }) => contactId)
}

const insert = statement<SettledRehearsal>()((query, arg) =>
  query.insertInto('rehearsals').values({
    contact_id: arg('contactId'),
    verdict: arg('verdict'),
    said: arg('said'),
    proposed: arg('proposed'),
    sent: arg('sent'),
    at: arg('at'),
  }),
)

const selectOpen = statement<{ lineId: LineId; limit: number }>()((query, arg) =>
  query
    .selectFrom('conversations')
    .select('contact_id as contactId')
    .where('line_id', '=', arg('lineId'))
    .where(sql`json_type(state, '$.rehearsed')`, '=', sql`'object'`)
    .orderBy('heard_at', 'desc')
    .limit(arg('limit')),
)
