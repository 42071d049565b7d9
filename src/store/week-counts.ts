import type { WeekCounts } from '../core/owner/report.js'
import type { Iso } from '../core/types.js'
import type { Database } from './database.js'
import { simulatorCounts } from './figures.js'
import type { Flag } from './schema.js'
import { statement } from './statement.js'

/** Days, both counted, and the same as instants: the second one is past the end. */
export type Span = {
  readonly firstDay: number
  readonly lastDay: number
  readonly from: Iso
  readonly until: Iso
}

/** Who wrote for the first time in a span, and what was sold in it. */
export function weekCounts(
  db: Database,
  { firstDay, lastDay, from, until }: Span,
  currency: string,
): WeekCounts {
  const most = simulatorCounts(db)
  const { people = 0 } = countPeople(db).get({ most, firstDay, lastDay }) ?? {}
  const sold = countSales(db).get({ most, from, until, currency })
  return { people, ...(sold ?? { sales: 0, revenue: 0 }) }
}

const countPeople = statement<{ most: Flag; firstDay: number; lastDay: number }>()((query, arg) =>
  query
    .selectFrom('figure_days')
    .select((row) => row.fn.coalesce(row.fn.sum<number>('people'), row.lit(0)).as('people'))
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
