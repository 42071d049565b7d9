import { sql } from 'kysely'
import { HORIZONS, type Horizon } from '../core/funnel/horizon.js'
import type { FunnelCounts } from '../core/owner/funnel.js'
import type { Iso, Stage } from '../core/types.js'
import { simulatorCounts } from './figures.js'
import type { Flag } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** A local day, and the instant at which it begins. */
type DayStart = { readonly day: number; readonly at: Iso }

/**
 * Everybody but staff by stage, and by when they wrote first: since `month`, since `quarter`, or before.
 * Whoever never wrote counts from when they became known.
 */
export function funnelCounts(db: Database, month: DayStart, quarter: DayStart): FunnelCounts {
  const counts: { [H in Horizon]: { [S in Stage]?: number } } = { short: {}, medium: {}, long: {} }
  const since = {
    most: simulatorCounts(db),
    month: month.day,
    monthAt: month.at,
    quarter: quarter.day,
    quarterAt: quarter.at,
  }
  for (const { stage, horizon, n } of select(db).all(since)) {
    const name = HORIZONS[horizon]
    if (stage !== null && name !== undefined) counts[name][stage] = n
  }
  return counts
}

type Since = { most: Flag; month: number; monthAt: Iso; quarter: number; quarterAt: Iso }

const select = statement<Since>()((query, arg) => {
  const from = (day: 'month' | 'quarter') => sql`case when figure_people.day is null
    then contacts.created_at >= ${arg(`${day}At`)} else figure_people.day >= ${arg(day)} end`
  return query
    .selectFrom('contacts')
    .leftJoin('figure_people', 'figure_people.contact_id', 'contacts.id')
    .select((row) => [
      'contacts.stage',
      row.fn.countAll<number>().as('n'),
      sql<number>`case when ${from('month')} then 0 when ${from('quarter')} then 1 else 2 end`.as(
        'horizon',
      ),
    ])
    .where('contacts.stage', 'is not', null)
    .where('contacts.id', 'not in', (row) => row.selectFrom('staff').select('staff.contact_id'))
    .where(sql<boolean>`coalesce(figure_people.simulated, 0) <= ${arg('most')}`)
    .groupBy(['contacts.stage', 'horizon'])
})
