import { sql } from 'kysely'
import type { ContactState } from '../core/conversation/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** Those who never wrote and may be written to by a person, the newest first. */
export function listStrangers(db: Database, limit: number): readonly ContactState[] {
  return select(db)
    .all({ limit })
    .map(({ state, phone }) => ({ ...parseJson<ContactState>(state), phone }))
}

const select = statement<{ limit: number }>()((query, arg) =>
  query
    .selectFrom('contacts')
    .select(['state', 'phone'])
    .where('stage', '=', sql.lit<'stranger'>('stranger'))
    .where('consent', '!=', sql.lit<'opted_out'>('opted_out'))
    .where('phone', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(arg('limit')),
)
