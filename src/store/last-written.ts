import type { Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** When the last message came in or was written to go out, by the app's clock; null for none. */
export function lastWritten(db: Database): Iso | null {
  const times = [newestIn(db).get({})?.at, newestOut(db).get({})?.at]
  return (
    times
      .filter((at) => at !== undefined)
      .toSorted()
      .at(-1) ?? null
  )
}

const newestIn = statement()((query) =>
  query.selectFrom('inbox').select('received_at as at').orderBy('id', 'desc').limit(1),
)

const newestOut = statement()((query) =>
  query.selectFrom('outbox').select('created_at as at').orderBy('id', 'desc').limit(1),
)
