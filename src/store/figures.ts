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
  const most = simulatorCounts(db)
  const median = (from: number, to: number): number | null => {
    const n = countWaits(db).get({ most, from, to })?.n ?? 0
    if (n === 0) return null
    return selectWait(db).get({ most, from, to, skip: Math.floor((n - 1) / 2) })?.minutes ?? null
  }
  return {
    short: median(today - 30, today),
    medium: median(today - 90, today - 31),
    long: median(0, today - 91),
    all: median(0, today),
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

type Wait = { most: Flag; from: number; to: number }

const countWaits = statement<Wait>()((query, arg) =>
  query
    .selectFrom('figure_people')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('minutes', 'is not', null)
    .where('simulated', '<=', arg('most'))
    .where('day', '>=', arg('from'))
    .where('day', '<=', arg('to')),
)

const selectWait = statement<Wait & { skip: number }>()((query, arg) =>
  query
    .selectFrom('figure_people')
    .select('minutes')
    .where('minutes', 'is not', null)
    .where('simulated', '<=', arg('most'))
    .where('day', '>=', arg('from'))
    .where('day', '<=', arg('to'))
    .orderBy('minutes')
    .limit(1)
    .offset(arg('skip')),
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
