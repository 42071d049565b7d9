import { sql } from 'kysely'
import type { Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/**
 * How many turns people had in a span: bursts of messages that were taken together, those of staff apart.
 * Rows come in order, so that the first one is found by halving and only those of the span are read.
 */
export function turnCount(db: Database, from: Iso, until: Iso): number {
  const last = newest(db).get({})?.id ?? 0
  const first = firstSince(db, from, last)
  return first > last ? 0 : (count(db).get({ first, from, until })?.turns ?? 0)
}

function firstSince(db: Database, from: Iso, last: number): number {
  let [low, high] = [1, last + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = at(db).get({ id: middle })
    if (row === undefined || row.receivedAt >= from) high = middle
    else low = middle + 1
  }
  return low
}

const newest = statement()((query) =>
  query.selectFrom('inbox').select('id').orderBy('id', 'desc').limit(1),
)

/** Rows of whoever was forgotten are missing: the next one tells as much. */
const at = statement<{ id: number }>()((query, arg) =>
  query
    .selectFrom('inbox')
    .select(['id', 'received_at as receivedAt'])
    .where('id', '>=', arg('id'))
    .orderBy('id')
    .limit(1),
)

const count = statement<{ first: number; from: Iso; until: Iso }>()((query, arg) =>
  query
    .selectFrom('inbox')
    .select(sql<number>`count(distinct contact_id || turn_at)`.as('turns'))
    .where('id', '>=', arg('first'))
    .where('received_at', '>=', arg('from'))
    .where('received_at', '<', arg('until'))
    .where('sender', '=', 'contact')
    .where('turn_at', 'is not', null)
    .where('contact_id', 'not in', (row) => row.selectFrom('staff').select('contact_id')),
)
