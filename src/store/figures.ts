import { sql } from 'kysely'
import { type DayFigures, SUMS } from '../core/funnel/day-figures.js'
import { monthStarts, type Waited } from '../core/funnel/figures.js'
import { MONTH, QUARTER } from '../core/funnel/horizon.js'
import type { OddsRow } from '../core/funnel/odds.js'
import type { Flag } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { type Argument, statement } from './sqlite/statement.js'

/** Whether people of the simulator count: they do until a real number is there. */
export function simulatorCounts(db: Database): Flag {
  return findReal(db).get({}) === undefined ? 1 : 0
}

/** What became of everybody, by day and source; a few thousand rows at most. */
export function dayFigures(db: Database): readonly DayFigures[] {
  return selectDays(db).all({ most: simulatorCounts(db) })
}

/** The median wait for a person, by how long ago they wrote first and by month. */
export function waitedMinutes(db: Database, today: number): Waited {
  const starts = monthStarts(today)
  const rows = selectWaits(db).all({
    most: simulatorCounts(db),
    month: today - MONTH,
    quarter: today - QUARTER,
    // Each month ends where the one after it begins; the newest goes on.
    ...Object.fromEntries([today + 1, ...starts].map((day, at) => [`start${at}`, day])),
  })
  return {
    short: median(rows, ({ short }) => short),
    medium: median(rows, ({ medium }) => medium),
    long: median(rows, ({ long }) => long),
    all: median(rows, ({ short, medium, long }) => short + medium + long),
    months: starts.map((day, at) => ({
      day,
      minutes: median(rows, (row) => row[`month${at + 1}`] ?? 0),
    })),
  }
}

/** The lower one of two in the middle. */
function median(rows: readonly WaitRow[], of: (row: WaitRow) => number): number | null {
  const n = rows.reduce((sum, row) => sum + of(row), 0)
  if (n === 0) return null
  let seen = 0
  for (const row of rows) {
    seen += of(row)
    if (seen * 2 >= n) return row.minutes
  }
  return null
}

/**
 * How inquiries ended and what is open, by how far they came and by score. One that was opened more than
 * ninety days ago and is still open counts as lost: odds that rest on those who answered alone would
 * promise the more, the more never did.
 */
export function oddsRows(db: Database, today: number): readonly OddsRow[] {
  return selectOdds(db).all({ most: simulatorCounts(db), quarter: today - QUARTER })
}

const findReal = statement()((query) =>
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
  readonly [month: `month${number}`]: number
}

type Spans = { most: Flag; month: number; quarter: number; [start: `start${number}`]: number }

const selectWaits = statement<Spans>()((query, arg) =>
  query
    .selectFrom('figure_people')
    .select([
      sql<number>`minutes`.as('minutes'),
      sql<number>`sum(day >= ${arg('month')})`.as('short'),
      sql<number>`sum(day < ${arg('month')} and day >= ${arg('quarter')})`.as('medium'),
      sql<number>`sum(day < ${arg('quarter')})`.as('long'),
    ])
    .select(monthStarts(0).map((_, at) => monthSum(arg, at + 1)))
    .where('minutes', 'is not', null)
    .where('simulated', '<=', arg('most'))
    .groupBy('minutes')
    .orderBy('minutes')
    .$castTo<WaitRow>(),
)

function monthSum(arg: Argument<Spans>, at: number) {
  const span = sql`day >= ${arg(`start${at}`)} and day < ${arg(`start${at - 1}`)}`
  return sql<number>`sum(${span})`.as(`month${at}`)
}

const selectOdds = statement<{ most: Flag; quarter: number }>()((query, arg) => {
  const open = sql`outcome is null and opened_day >= ${arg('quarter')}`
  const stale = sql`outcome is null and opened_day < ${arg('quarter')}`
  return query
    .selectFrom('figure_inquiries')
    .select(['rung', 'band'])
    .select([
      sql<number>`sum(outcome = 'won')`.as('won'),
      sql<number>`sum(case when outcome = 'lost' or (${stale}) then 1 else 0 end)`.as('lost'),
      sql<number>`sum(${open})`.as('open'),
      sql<number>`sum(case when ${open} then coalesce(quoted, 0) else 0 end)`.as('quoted'),
      sql<number>`sum(${open} and quoted is not null)`.as('quotes'),
    ])
    .where('simulated', '<=', arg('most'))
    .groupBy(['rung', 'band'])
})
