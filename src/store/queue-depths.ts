import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

type QueueDepths = {
  readonly inbox: number
  readonly outbox: number
  readonly timers: number
}

/** How much waits in each queue; counted over the partial indexes. */
export function queueDepths(db: Database): QueueDepths {
  return {
    inbox: countInbox(db).get({})?.count ?? 0,
    outbox: countOutbox(db).get({})?.count ?? 0,
    timers: countTimers(db).get({})?.count ?? 0,
  }
}

const countInbox = statement()((query) =>
  query
    .selectFrom('inbox')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('status', '=', 'pending'),
)

const countOutbox = statement()((query) =>
  query
    .selectFrom('outbox')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('status', 'in', ['queued', 'sending']),
)

const countTimers = statement()((query) =>
  query
    .selectFrom('timers')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('status', '=', 'pending'),
)
