import { sql } from 'kysely'
import type { ContactId } from '../core/types.js'
import { type CountingPlace, countFigures } from './count-figures.js'
import { readSetting, writeSetting } from './settings.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

const KEY = 'figures_counted'

/** Every change that figures look at leaves a row in one of these, or marks its contact as stale. */
const TRACES = [
  'inbox',
  'outbox',
  'stage_changes',
  'owner_words',
  'surveys',
  'referrals',
  'quotes',
] as const
type Trace = (typeof TRACES)[number]

/** Up to which row of each table everybody is counted. */
type Marks = { readonly [T in Trace]: number }

/** So many rows of each table are looked at once: more would hold up a turn. */
const ROWS = 500

/**
 * Counts the contacts that changed since the last time, `most` of them; gives back whether everybody is
 * counted. Turns write nothing for figures: what they did is found here afterwards, by its row. To be
 * called in a write job.
 */
export function catchUpFigures(db: Database, place: CountingPlace, most: number): boolean {
  const marks = readMarks(db)
  if (marks === null) startOver(db)
  else followTraces(db, marks)
  const stale = selectStale(db).all({ most })
  for (const { contactId } of stale) countFigures(db, contactId, place)
  return stale.length < most && !isBehind(db)
}

/**
 * After rows were deleted: ids are given again once the highest is gone, and a row under such an id has
 * not been counted.
 */
export function keepMarksTrue(db: Database): void {
  const marks = readMarks(db)
  if (marks === null) return
  const highest = highestIds(db)
  const lower = (trace: Trace): number => Math.min(marks[trace], highest[trace])
  if (TRACES.some((trace) => lower(trace) < marks[trace])) {
    writeMarks(db, eachTrace(lower))
  }
}

/** The first time, and whenever all is counted anew. */
function startOver(db: Database): void {
  markAll(db).run({})
  writeMarks(db, highestIds(db))
}

function followTraces(db: Database, marks: Marks): void {
  const next: { [T in Trace]: number } = { ...marks }
  for (const trace of TRACES) {
    const rows = SELECTS[trace](db).all({ after: marks[trace], most: ROWS })
    for (const { contactId } of rows) markOne(db).run({ contactId })
    next[trace] = rows.at(-1)?.id ?? marks[trace]
  }
  if (TRACES.some((trace) => next[trace] !== marks[trace])) writeMarks(db, next)
}

function isBehind(db: Database): boolean {
  const marks = readMarks(db)
  if (marks === null) return true
  const highest = highestIds(db)
  return TRACES.some((trace) => highest[trace] > marks[trace])
}

function highestIds(db: Database): Marks {
  return eachTrace((trace) => HIGHEST[trace](db).get({})?.id ?? 0)
}

function readMarks(db: Database): Marks | null {
  const text = readSetting(db, KEY)
  return text === null ? null : parseJson<Marks>(text)
}

function writeMarks(db: Database, marks: Marks): void {
  writeSetting(db, KEY, toJson(marks))
}

function eachTrace<T>(of: (trace: Trace) => T): { readonly [Name in Trace]: T } {
  return {
    inbox: of('inbox'),
    outbox: of('outbox'),
    stage_changes: of('stage_changes'),
    owner_words: of('owner_words'),
    surveys: of('surveys'),
    referrals: of('referrals'),
    quotes: of('quotes'),
  }
}

type After = { after: number; most: number }
const selectAfter = (trace: Trace) =>
  statement<After>()((query, arg) =>
    query
      .selectFrom(trace)
      .select(['id', 'contact_id as contactId'])
      .where('id', '>', arg('after'))
      .orderBy('id')
      .limit(arg('most')),
  )

const selectHighest = (trace: Trace) =>
  statement()((query) => query.selectFrom(trace).select(sql<number | null>`max(id)`.as('id')))

const SELECTS = eachTrace(selectAfter)
const HIGHEST = eachTrace(selectHighest)

const markAll = statement()((query) =>
  query
    .insertInto('figure_stale')
    .columns(['contact_id'])
    // Without a condition SQLite takes "on conflict" for that of a join.
    .expression((from) => from.selectFrom('contacts').select('id').where(sql<boolean>`true`))
    .onConflict((conflict) => conflict.doNothing()),
)

const markOne = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .insertInto('figure_stale')
    .values({ contact_id: arg('contactId') })
    .onConflict((conflict) => conflict.doNothing()),
)

const selectStale = statement<{ most: number }>()((query, arg) =>
  query.selectFrom('figure_stale').select('contact_id as contactId').limit(arg('most')),
)
