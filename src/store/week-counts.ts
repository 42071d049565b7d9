import { sql } from 'kysely'
import type { WeekCounts } from '../core/owner/report.js'
import { instantOf } from '../core/schedule/local-time.js'
import type { Iso } from '../core/types.js'
import { simulatorCounts } from './figures.js'
import type { Flag } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** Days, both counted, and the same as instants: the second one is past the end. */
export type Span = {
  readonly firstDay: number
  readonly lastDay: number
  readonly from: Iso
  readonly until: Iso
}

/** Those whole local days. */
export function spanOf(firstDay: number, lastDay: number, timeZone: string): Span {
  return {
    firstDay,
    lastDay,
    from: instantOf(firstDay, 0, timeZone),
    until: instantOf(lastDay + 1, 0, timeZone),
  }
}

/** Who wrote for the first time in a span, and what was sold in it. */
export function weekCounts(
  db: Database,
  { firstDay, lastDay, from, until }: Span,
  currency: string,
): WeekCounts {
  const most = simulatorCounts(db)
  const came = countPeople(db).get({ most, firstDay, lastDay }) ?? NOBODY
  const sold = countSales(db).get({ most, from, until, currency })
  return { ...came, ...(sold ?? { sales: 0, revenue: 0 }) }
}

const NOBODY = { people: 0, leads: 0, qualified: 0 }

/** The day on which anybody wrote first; null where nobody ever did. */
export function firstDay(db: Database): number | null {
  return findFirst(db).get({ most: simulatorCounts(db) })?.day ?? null
}

/** What customers want settled and is not closed, and how much of it should have been by now. */
export function ticketCounts(
  db: Database,
  now: Iso,
): { readonly open: number; readonly overdue: number } {
  return countTickets(db).get({ most: simulatorCounts(db), now }) ?? { open: 0, overdue: 0 }
}

/** Inquiries worth a call that were opened within those days and whom nobody of the business has answered. */
export function countWaiting(db: Database, days: Pick<Span, 'firstDay' | 'lastDay'>): number {
  return selectWaiting(db).get({ most: simulatorCounts(db), ...days })?.waiting ?? 0
}

const selectWaiting = statement<{ most: Flag; firstDay: number; lastDay: number }>()((query, arg) =>
  query
    .selectFrom('figure_inquiries')
    .innerJoin('figure_people', 'figure_people.contact_id', 'figure_inquiries.contact_id')
    .select((row) => row.fn.countAll<number>().as('waiting'))
    .where('figure_inquiries.closed_day', 'is', null)
    .where('figure_inquiries.opened_day', '>=', arg('firstDay'))
    .where('figure_inquiries.opened_day', '<=', arg('lastDay'))
    .where('figure_inquiries.rung', '<>', 'lead')
    .where('figure_inquiries.simulated', '<=', arg('most'))
    .where('figure_people.minutes', 'is', null),
)

const findFirst = statement<{ most: Flag }>()((query, arg) =>
  query
    .selectFrom('figure_days')
    .select('day')
    .where('simulated', '<=', arg('most'))
    .where('people', '>', 0)
    .orderBy('day')
    .limit(1),
)

const countTickets = statement<{ most: Flag; now: Iso }>()((query, arg) =>
  query
    .selectFrom('tickets')
    .innerJoin('figure_people', 'figure_people.contact_id', 'tickets.contact_id')
    .select((row) => row.fn.countAll<number>().as('open'))
    .select(sql<number>`coalesce(sum(tickets.due_at < ${arg('now')}), 0)`.as('overdue'))
    .where('figure_people.simulated', '<=', arg('most'))
    .where('tickets.status', '<>', 'closed'),
)

const countPeople = statement<{ most: Flag; firstDay: number; lastDay: number }>()((query, arg) =>
  query
    .selectFrom('figure_days')
    .select((row) => [
      row.fn.coalesce(row.fn.sum<number>('people'), row.lit(0)).as('people'),
      row.fn.coalesce(row.fn.sum<number>('leads'), row.lit(0)).as('leads'),
      row.fn.coalesce(row.fn.sum<number>('qualified'), row.lit(0)).as('qualified'),
    ])
    .where('simulated', '<=', arg('most'))
    .where('day', '>=', arg('firstDay'))
    .where('day', '<=', arg('lastDay')),
)

const countSales = statement<{ most: Flag; from: Iso; until: Iso; currency: string }>()(
  (query, arg) =>
    query
      .selectFrom('sales')
      .innerJoin('figure_people', 'figure_people.contact_id', 'sales.contact_id')
      .select((row) => row.fn.countAll<number>().as('sales'))
      .select((row) =>
        row.fn.coalesce(row.fn.sum<number>('sales.amount'), row.lit(0)).as('revenue'),
      )
      .where('figure_people.simulated', '<=', arg('most'))
      .where('sales.at', '>=', arg('from'))
      .where('sales.at', '<', arg('until'))
      .where('sales.currency', '=', arg('currency'))
      .where('sales.voided_at', 'is', null),
)
