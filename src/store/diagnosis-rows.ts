import { sql } from 'kysely'
import {
  type DiagnosisRows,
  DRAGGING_DAYS,
  type SignCounts,
  SPAN,
} from '../core/funnel/diagnosis.js'
import type { JudgedAlert } from '../core/funnel/weights.js'
import { instantOf } from '../core/schedule/local-time.js'
import type { Iso } from '../core/types.js'
import type { CountingPlace } from './count-figures.js'
import { simulatorCounts } from './figures.js'
import type { Flag } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** More alerts than these say nothing new about the scorecard. */
const MOST_ALERTS = 500
/** Alerts older than these are those of another business. */
const ALERT_DAYS = 365

/** What the three signs are judged by, for the month that ends today and the one before. */
export function diagnosisRows(db: Database, today: number, place: CountingPlace): DiagnosisRows {
  return { now: countsOf(db, today, place), before: countsOf(db, today - SPAN, place) }
}

function countsOf(db: Database, last: number, { timeZone, currency }: CountingPlace): SignCounts {
  const first = last - SPAN + 1
  const span = { most: simulatorCounts(db), first, last, dragging: last - DRAGGING_DAYS }
  const [from, until] = [instantOf(first, 0, timeZone), instantOf(last + 1, 0, timeZone)]
  const sold = countSales(db).get({ most: span.most, from, until, currency })
  // Open at the end of the span: closed since, or open still.
  const closed = countClosedSince(db).get(span) ?? NONE
  const open = countOpen(db).get(span) ?? NONE
  return {
    people: countPeople(db).get(span)?.people ?? 0,
    sales: sold?.sales ?? 0,
    discounted: sold?.discounted ?? 0,
    open: closed.open + open.open,
    dragging: closed.dragging + open.dragging,
  }
}

const NONE = { open: 0, dragging: 0 }

export type Alerts = {
  readonly good: number
  readonly bad: number
  readonly open: number
  /** The newest of them whose end is known: what the scorecard learns from. */
  readonly judged: readonly JudgedAlert[]
}

/** Alerts of a year by what became of them. */
export function judgedAlerts(db: Database, today: number): Alerts {
  const span = { most: simulatorCounts(db), since: today - ALERT_DAYS }
  const { good = 0, bad = 0 } = countEnded(db).get(span) ?? {}
  const rows = selectAlerts(db).all({ ...span, limit: MOST_ALERTS })
  return {
    good,
    bad,
    open: countOpenAlerts(db).get(span)?.n ?? 0,
    judged: rows.map(({ outcome, reasons }) => ({
      good: outcome === 'won',
      reasons: reasons.split(' ').filter((id) => id !== ''),
    })),
  }
}

type Span = { most: Flag; first: number; last: number; dragging: number }

const countPeople = statement<Span>()((query, arg) =>
  query
    .selectFrom('figure_days')
    .select((row) => row.fn.coalesce(row.fn.sum<number>('people'), row.lit(0)).as('people'))
    .where('simulated', '<=', arg('most'))
    .where('day', '>=', arg('first'))
    .where('day', '<=', arg('last')),
)

type SoldIn = { most: Flag; from: Iso; until: Iso; currency: string }

/** The discount of a quote is that of the first sale after it, and of none that follows. */
const countSales = statement<SoldIn>()((query, arg) => {
  const quoted = sql`exists (
    select 1 from quotes where quotes.contact_id = sales.contact_id
      and quotes.inquiry_id = sales.inquiry_id and quotes.discount is not null
      and quotes.voided_at is null and quotes.at <= sales.at
      and not exists (
        select 1 from sales as earlier where earlier.contact_id = sales.contact_id
          and earlier.inquiry_id = sales.inquiry_id and earlier.voided_at is null
          and earlier.at >= quotes.at and earlier.at < sales.at))`
  return query
    .selectFrom('sales')
    .innerJoin('figure_people', 'figure_people.contact_id', 'sales.contact_id')
    .select((row) => row.fn.countAll<number>().as('sales'))
    .select(sql<number>`coalesce(sum(sales.discount is not null or ${quoted}), 0)`.as('discounted'))
    .where('figure_people.simulated', '<=', arg('most'))
    .where('sales.at', '>=', arg('from'))
    .where('sales.at', '<', arg('until'))
    .where('sales.currency', '=', arg('currency'))
    .where('sales.voided_at', 'is', null)
})

const countClosedSince = statement<Span>()((query, arg) =>
  query
    .selectFrom('figure_inquiries')
    .select((row) => row.fn.countAll<number>().as('open'))
    .select(sql<number>`coalesce(sum(opened_day <= ${arg('dragging')}), 0)`.as('dragging'))
    .where('closed_day', 'is not', null)
    .where('closed_day', '>', arg('last'))
    .where('rung', '<>', 'lead')
    .where('opened_day', '<=', arg('last'))
    .where('simulated', '<=', arg('most')),
)

const countOpen = statement<Span>()((query, arg) =>
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

const countEnded = statement<Since>()((query, arg) =>
  query
    .selectFrom('figure_inquiries')
    .select([
      sql<number>`coalesce(sum(outcome = 'won'), 0)`.as('good'),
      sql<number>`coalesce(sum(outcome <> 'won'), 0)`.as('bad'),
    ])
    .where('told', '=', sql.lit<1>(1))
    .where('outcome', 'is not', null)
    .where('simulated', '<=', arg('most'))
    .where('closed_day', '>=', arg('since')),
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
