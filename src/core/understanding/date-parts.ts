import { addMonths, daysInMonth, fromDay, toDay, weekdayOf } from './civil.js'
import type { Atom } from './date-atoms.js'
import type { Span } from './date-periods.js'
import { nthWeekday } from './holiday.js'
import { hitAt, type Scan } from './scan.js'
import { is } from './token.js'

/** A month, week or year whose part is meant; `first` is its first day. */
type Whole = {
  readonly unit: 'week' | 'month' | 'year'
  readonly first: number
  /** When its part is past already, the one so much later is meant ("a principios de mes"). */
  readonly again: 'never' | 'week' | 'month' | 'year'
  readonly to: number
}

const IN_MONTH: Readonly<Record<string, (days: number) => Span>> = {
  start: () => [1, 7],
  middle: () => [13, 17],
  end: (days) => [21, days],
  first_week: () => [1, 7],
  second_week: () => [8, 14],
  third_week: () => [15, 21],
  last_week: (days) => [days - 6, days],
  first_half: () => [1, 15],
  last_half: (days) => [16, days],
}

const IN_WEEK: Readonly<Record<string, Span>> = { start: [1, 2], middle: [3, 4], end: [5, 7] }

/** Months of a year, from the first of one to the last of the other. */
const IN_YEAR: Readonly<Record<string, Span>> = {
  start: [1, 1],
  middle: [6, 7],
  end: [12, 12],
  first_half: [1, 6],
  last_half: [7, 12],
}

/** "mediados de abril", "a fines del mes que viene", "a principios de semana", "a mediados de 2027" */
export function atPart(scan: Scan, at: number): Atom | null {
  const hit = hitAt(scan, 'part', at)
  if (hit === null) return null
  const whole = wholeAt(scan, skipArticles(scan, hit.to))
  if (whole === null) return null
  return settled(scan, at, whole, (first) => partOf(whole.unit, hit.value, first))
}

/** "el primer lunes de abril", "el último viernes del mes" */
export function atNthWeekday(scan: Scan, at: number): Atom | null {
  const hit = hitAt(scan, 'nth', at)
  const weekday = hit === null ? null : (scan.tokens[hit.to]?.weekday ?? null)
  if (hit === null || weekday === null) return null
  const whole = wholeAt(scan, skipArticles(scan, hit.to + 1))
  if (whole === null || whole.unit !== 'month') return null
  return settled(scan, at, whole, (first) => {
    const { year, month } = fromDay(first)
    const day = nthWeekday(year, month, weekday, Number(hit.value))
    return [day, day]
  })
}

function settled(
  scan: Scan,
  from: number,
  whole: Whole,
  days: (first: number) => Span | null,
): Atom | null {
  const { today } = scan.options
  let span = days(whole.first)
  if (span !== null && span[1] < today && whole.again !== 'never') span = days(nextOf(whole))
  if (span === null || span[1] < today) return null
  const low = Math.max(span[0] - today, 0)
  const high = span[1] - today
  return { low, high, from, to: whole.to, weak: false, length: false, ends: true }
}

function nextOf({ again, first }: Whole): number {
  if (again === 'week') return first + 7
  return addMonths(first, again === 'month' ? 1 : 12)
}

function partOf(unit: Whole['unit'], part: string, first: number): Span | null {
  const { year, month } = fromDay(first)
  if (unit === 'month') {
    const span = IN_MONTH[part]?.(daysInMonth(year, month))
    return span === undefined ? null : [first + span[0] - 1, first + span[1] - 1]
  }
  const span = (unit === 'week' ? IN_WEEK : IN_YEAR)[part]
  if (span === undefined) return null
  if (unit === 'week') return [first + span[0] - 1, first + span[1] - 1]
  const end = part === 'middle' ? 15 : daysInMonth(year, span[1])
  return [toDay(year, span[0], 1), toDay(year, span[1], end)]
}

function skipArticles({ tokens }: Scan, from: number): number {
  let i = from
  while (is(tokens[i], 'of') || is(tokens[i], 'the')) i += 1
  return i
}

function wholeAt(scan: Scan, at: number): Whole | null {
  const { tokens, options } = scan
  const { today } = options
  const now = fromDay(today)
  const thisMonth = toDay(now.year, now.month, 1)
  const month = tokens[at]?.month ?? null
  if (month !== null) return monthAt(scan, month, at)
  const year = yearIn(scan, at)
  if (year !== null) return { unit: 'year', first: toDay(year, 1, 1), again: 'never', to: at + 1 }
  const period = hitAt(scan, 'period', at)
  const monday = today - weekdayOf(today) + 1
  const known: Readonly<Record<string, Omit<Whole, 'to'>>> = {
    week: { unit: 'week', first: monday, again: 'never' },
    next_week: { unit: 'week', first: monday + 7, again: 'never' },
    month: { unit: 'month', first: thisMonth, again: 'never' },
    next_month: { unit: 'month', first: addMonths(thisMonth, 1), again: 'never' },
    year: { unit: 'year', first: toDay(now.year, 1, 1), again: 'never' },
    next_year: { unit: 'year', first: toDay(now.year + 1, 1, 1), again: 'never' },
  }
  const named = period === null ? undefined : known[period.value]
  if (named !== undefined && period !== null) return { ...named, to: period.to }
  return unnamedAt(scan, at, { week: monday, month: thisMonth, year: toDay(now.year, 1, 1) })
}

/** "de mes", "de semana", "de año": the one that is running or the next. */
function unnamedAt(
  { tokens }: Scan,
  at: number,
  starts: Readonly<Record<Whole['unit'], number>>,
): Whole | null {
  const unit = UNITS.find((name) => is(tokens[at], `${name}_word`))
  return unit === undefined ? null : { unit, first: starts[unit], again: unit, to: at + 1 }
}

const UNITS = ['month', 'week', 'year'] as const

/** "abril", "abril de 2027": without a year the next one. */
function monthAt(scan: Scan, month: number, at: number): Whole {
  const { tokens, options } = scan
  const now = fromDay(options.today)
  const i = is(tokens[at + 1], 'of') ? at + 2 : at + 1
  const year = yearIn(scan, i)
  if (year !== null)
    return { unit: 'month', first: toDay(year, month, 1), again: 'never', to: i + 1 }
  const next = month < now.month ? now.year + 1 : now.year
  return { unit: 'month', first: toDay(next, month, 1), again: 'year', to: at + 1 }
}

/** A year written out, of those that a deadline may lie in. */
export function yearIn({ tokens, options }: Scan, at: number): number | null {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.text.length !== 4) return null
  const value = Number(token.text)
  const { year } = fromDay(options.today)
  return value >= year && value <= year + 15 ? value : null
}
