import { sql } from 'kysely'
import { type DayFigures, SUMS } from '../core/funnel/day-figures.js'
import type { Waited } from '../core/funnel/figures.js'
import type { OddsRow } from '../core/funnel/odds.js'
import type { Database } from './database.js'
import type { Flag } from './schema.js'
import { statement } from './statement.js'

/** Whether people of the simulator count: they do until a real number is there. */
export function simulatorCounts(db: Database): Flag {
  return findReal(db).get({}) === undefined ? 1 : 0
}

/** What became of everybody, by day and source; a few thousand rows at most. */
export function dayFigures(db: Database): readonly DayFigures[] {
  return selectDays(db).all({ most: simulatorCounts(db) })
}

/** The median wait for a person, by how long ago they wrote first. */
export function waitedMinutes(db: Database, today: number): Waited {
  const rows = selectWaits(db).all({
    most: simulatorCounts(db),
    month: today - 30,
    quarter: today - 90,
  })
  const median = (of: (row: WaitRow) => number): number | null => {
    const n = rows.reduce((sum, row) => sum + of(row), 0)
    if (n === 0) return null
    let seen = 0
    // The lower one of two in the middle.
    for (const row of rows) {
      seen += of(row)
      if (seen * 2 >= n) return row.minutes
    }
    return null
  }
  return {
    short: median(({ short }) => short),
    medium: median(({ medium }) => medium),
    long: median(({ long }) => long),
    all: median(({ short, medium, long }) => short + medium + long),
  }
}

/** How inquiries ended and what is open, by how far they came and by score. */
export function oddsRows(db: Database): readonly OddsRow[] {
  return selectOdds(db).all({ most: simulatorCounts(db) })
}

const findReal = statement<Record<never, never>>()((query) =>
  query
    .selectFrom('lines')
    .select('id')
    .where('kind', 'in', ['baileys', 'cloud'])
    .where('phone', 'is not', null)
    .limit(1),
)

const selectDays = statement<{ most: Flag }>()((query, arg) =>
  query
    .selectFrom('figure_days')
    .select(['day', 'source'])
    .select((row) => SUMS.map((sum) => row.fn.sum<number>(sum).as(sum)))
    .where('simulated', '<=', arg('most'))
    .groupBy(['day', 'source'])
    .having(sql<number>`sum(people)`, '>', 0)
    .$castTo<DayFigures>(),
)

/** How many waited so many minutes, by how long ago they wrote first. */
type WaitRow = {
  readonly minutes: number
  readonly short: number
  readonly medium: number
  readonly long: number
}

const selectWaits = statement<{ most: Flag; month: number; quarter: number }>()((query, arg) =>
  query
    .selectFrom('figure_people')
    .select([
      sql<number>`minutes`.as('minutes'),
      sql<number>`sum(day >= ${arg('month')})`.as('short'),
      sql<number>`sum(day < ${arg('month')} and day >= ${arg('quarter')})`.as('medium'),
      sql<number>`sum(day < ${arg('quarter')})`.as('long'),
    ])
    .where('minutes', 'is not', null)
    .where('simulated', '<=', arg('most'))
    .groupBy('minutes')
    .orderBy('minutes'),
)

const selectOdds = statement<{ most: Flag }>()((query, arg) =>
  query
    .selectFrom('figure_inquiries')
    .select(['rung', 'band'])
    .select([
      sql<number>`sum(outcome = 'won')`.as('won'),
      sql<number>`sum(outcome = 'lost')`.as('lost'),
      sql<number>`sum(outcome is null)`.as('open'),
      sql<number>`sum(case when outcome is null then coalesce(quoted, 0) else 0 end)`.as('quoted'),
      sql<number>`sum(outcome is null and quoted is not null)`.as('quotes'),
    ])
    .where('simulated', '<=', arg('most'))
    .groupBy(['rung', 'band']),
)
