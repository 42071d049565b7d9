import { sql } from 'kysely'
import type { DayNews } from '../core/owner/digest.js'
import type { Iso, LineId, OutcomeKind, Stage } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { type Argument, type Query, statement } from './sqlite/statement.js'

type Since = { lineId: LineId; since: Iso }

/** What happened on a line since then. Once a day for each owner: it may read the history through. */
export function dayNews(db: Database, lineId: LineId, since: Iso): DayNews {
  const of: Since = { lineId, since }
  const { count = 0, amount = 0 } = selectSales(db).get(of) ?? {}
  return {
    people: countStage(db).get({ ...of, stage: 'visitor' })?.count ?? 0,
    qualified: countStage(db).get({ ...of, stage: 'qualified' })?.count ?? 0,
    disqualified: countOutcome(db).get({ ...of, outcome: 'disqualified' })?.count ?? 0,
    won: { count, amount },
    lost: countOutcome(db).get({ ...of, outcome: 'lost' })?.count ?? 0,
  }
}

/** The people of a line. */
function onLine(query: Query, arg: Argument<Since>) {
  return query
    .selectFrom('conversations')
    .select('conversations.contact_id')
    .where('conversations.line_id', '=', arg('lineId'))
}

const countStage = statement<Since & { stage: Stage }>()((query, arg) =>
  query
    .selectFrom('stage_changes')
    .select((row) => row.fn.count<number>('contact_id').distinct().as('count'))
    .where('at', '>', arg('since'))
    .where('to_stage', '=', arg('stage'))
    .where('contact_id', 'in', onLine(query, arg)),
)

const countOutcome = statement<Since & { outcome: OutcomeKind }>()((query, arg) =>
  query
    .selectFrom('inquiries')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('outcome_kind', '=', arg('outcome'))
    .where(sql`json_extract(outcome, '$.at')`, '>', arg('since'))
    .where('contact_id', 'in', onLine(query, arg)),
)

const selectSales = statement<Since>()((query, arg) =>
  query
    .selectFrom('sales')
    .select((row) => row.fn.countAll<number>().as('count'))
    .select((row) => row.fn.coalesce(row.fn.sum<number>('amount'), row.lit(0)).as('amount'))
    .where('at', '>', arg('since'))
    .where('voided_at', 'is', null)
    .where('contact_id', 'in', onLine(query, arg)),
)
