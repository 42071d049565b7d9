import type { FunnelCounts, Horizon } from '../core/owner/funnel.js'
import type { Iso, Stage } from '../core/types.js'
import type { Database } from './database.js'
import { statement } from './statement.js'

const HORIZONS: readonly Horizon[] = ['short', 'medium', 'long']

/** Everybody but staff by stage, and by whether they are younger than two moments. */
export function funnelCounts(db: Database, monthAgo: Iso, quarterAgo: Iso): FunnelCounts {
  const counts: { [H in Horizon]: { [S in Stage]?: number } } = { short: {}, medium: {}, long: {} }
  for (const { stage, horizon, n } of select(db).all({ monthAgo, quarterAgo })) {
    const name = HORIZONS[horizon]
    if (stage !== null && name !== undefined) counts[name][stage] = n
  }
  return counts
}

const select = statement<{ monthAgo: Iso; quarterAgo: Iso }>()((query, arg) =>
  query
    .selectFrom('contacts')
    .select((row) => [
      'stage',
      row.fn.countAll<number>().as('n'),
      row
        .case()
        .when('created_at', '>', arg('monthAgo'))
        .then(row.lit(0))
        .when('created_at', '>', arg('quarterAgo'))
        .then(row.lit(1))
        .else(row.lit(2))
        .end()
        .as('horizon'),
    ])
    .where('stage', 'is not', null)
    .where('id', 'not in', (row) => row.selectFrom('staff').select('staff.contact_id'))
    .groupBy(['stage', 'horizon']),
)
