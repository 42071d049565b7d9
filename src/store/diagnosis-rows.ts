import { sql } from 'kysely'
import {
  type DiagnosisRows,
  DRAGGING_DAYS,
  type SignCounts,
  SPAN,
} from '../core/funnel/diagnosis.js'
import type { JudgedAlert } from '../core/funnel/weights.js'
import type { Database } from './database.js'
import { simulatorCounts } from './figures.js'
import type { Flag } from './schema.js'
import { statement } from './statement.js'

/** More alerts than these say nothing new about the scorecard. */
const MOST_ALERTS = 500
/** Alerts older than these are those of another business. */
const ALERT_DAYS = 365

/** What the three signs are judged by, for the month that ends today and the one before. */
export function diagnosisRows(db: Database, today: number): DiagnosisRows {
  return { now: countsOf(db, today), before: countsOf(db, today - SPAN) }
}

function countsOf(db: Database, last: number): SignCounts {
  const span = { most: simulatorCounts(db), first: last - SPAN + 1, last }
  const { people = 0 } = countPeople(db).get(span) ?? {}
  const asked = { ...span, dragging: last - DRAGGING_DAYS }
  // Open at the end of the span: closed since, or open still.
  const closed = countClosed(db).get(asked) ?? { sales: 0, discounted: 0, open: 0, dragging: 0 }
  const open = countOpen(db).get(asked) ?? { open: 0, dragging: 0 }
  return {
    people,
    sales: closed.sales,
    discounted: closed.discounted,
    open: closed.open + open.open,
    dragging: closed.dragging + open.dragging,
  }
}

export type Alerts = {
  readonly judged: readonly JudgedAlert[]
  readonly open: number
}

/** Alerts by what became of them, the newest first. */
export function judgedAlerts(db: Database, today: number): Alerts {
  const span = { most: simulatorCounts(db), since: today - ALERT_DAYS }
  const rows = selectAlerts(db).all({ ...span, limit: MOST_ALERTS })
  return {
    judged: rows.map(({ outcome, reasons }) => ({
      good: outcome === 'won',
      reasons: reasons.split(' ').filter((id) => id !== ''),
    })),
    open: countOpenAlerts(db).get(span)?.n ?? 0,
  }
}

type Span = { most: Flag; first: number; last: number }

const countPeople = statement<Span>()((query, arg) =>
  query
    .selectFrom('figure_days')
    .select((row) => row.fn.coalesce(row.fn.sum<number>('people'), row.lit(0)).as('people'))
    .where('simulated', '<=', arg('most'))
    .where('day', '>=', arg('first'))
    .where('day', '<=', arg('last')),
)

const countClosed = statement<Span & { dragging: number }>()((query, arg) => {
  const sold = sql`outcome = 'won' and closed_day <= ${arg('last')}`
  const open = sql`rung <> 'lead' and opened_day <= ${arg('last')} and closed_day > ${arg('last')}`
  return query
    .selectFrom('figure_inquiries')
    .select([
      sql<number>`coalesce(sum(${sold}), 0)`.as('sales'),
      sql<number>`coalesce(sum(${sold} and discounted = 1), 0)`.as('discounted'),
      sql<number>`coalesce(sum(${open}), 0)`.as('open'),
      sql<number>`coalesce(sum(${open} and opened_day <= ${arg('dragging')}), 0)`.as('dragging'),
    ])
    .where('closed_day', 'is not', null)
    .where('closed_day', '>=', arg('first'))
    .where('simulated', '<=', arg('most'))
})

const countOpen = statement<Span & { dragging: number }>()((query, arg) =>
  query
    .selectFrom('figure_inquiries')
    .select((row) => row.fn.countAll<number>().as('open'))
    .select(sql<number>`coalesce(sum(opened_day <= ${arg('dragging')}), 0)`.as('dragging'))
    .where('closed_day', 'is', null)
    .where('rung', '<>', 'lead')
    .where('opened_day', '<=', arg('last'))
    .where('simulated', '<=', arg('most')),
)

type Since = { most: Flag; since: number }

const selectAlerts = statement<Since & { limit: number }>()((query, arg) =>
  query
    .selectFrom('figure_inquiries')
    .select(['outcome', 'reasons'])
    .where('told', '=', sql.lit<1>(1))
    .where('outcome', 'is not', null)
    .where('simulated', '<=', arg('most'))
    .where('closed_day', '>=', arg('since'))
    .orderBy('closed_day', 'desc')
    .limit(arg('limit')),
)

const countOpenAlerts = statement<Since>()((query, arg) =>
  query
    .selectFrom('figure_inquiries')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('told', '=', sql.lit<1>(1))
    .where('closed_day', 'is', null)
    .where('simulated', '<=', arg('most'))
    .where('opened_day', '>=', arg('since')),
)
