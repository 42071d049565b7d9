import { addMonths, daysInMonth, fromDay, toDay, weekdayOf } from './civil.js'
import type { Atom } from './date-atoms.js'
import { hitAt, type Scan } from './scan.js'
import { is } from './token.js'

export type Span = readonly [low: number, high: number]

/** "abril", "mayo de 2027" */
export function atMonth(scan: Scan, at: number): Atom | null {
  const { tokens, options } = scan
  const month = tokens[at]?.month ?? null
  if (month === null) return null
  const i = is(tokens[at + 1], 'of') ? at + 2 : at + 1
  const year =
    tokens[i]?.kind === 'number' && tokens[i]?.text.length === 4 ? Number(tokens[i]?.text) : null
  const [low, high] = monthSpan(options.today, month, year)
  if (high < 0) return null
  return { low, high, from: at, to: year === null ? at + 1 : i + 1, weak: true, length: false }
}

function monthSpan(today: number, month: number, year: number | null): Span {
  const now = fromDay(today)
  const y = year ?? (month < now.month ? now.year + 1 : now.year)
  const first = toDay(y, month, 1) - today
  return [Math.max(first, 0), first + daysInMonth(y, month) - 1]
}

/** "esta semana", "el mes que viene", "fin de año" */
export function atPeriod(scan: Scan, at: number): Atom | null {
  const hit = hitAt(scan, 'period', at)
  if (hit === null || namesMonth(scan, hit.to)) return null
  const weak = hit.value.startsWith('weak ')
  const name = weak ? hit.value.slice(5) : hit.value
  const span = periodSpan(scan.options.today, name)
  if (span === null) return null
  const ends = name.endsWith('_end') || name === 'fortnight'
  const low = Math.max(span[0], 0)
  const step = STEPS[name]
  return { low, high: span[1], from: at, to: hit.to, weak, length: false, ends, step }
}

/** "el mes de abril", "el año 2027" say which themselves. */
function namesMonth({ tokens }: Scan, to: number): boolean {
  if (is(tokens[to - 1], 'year_word')) return tokens[to]?.kind === 'number'
  if (!is(tokens[to - 1], 'month_word') || !is(tokens[to], 'of')) return false
  return (tokens[to + 1]?.month ?? null) !== null
}

/** How far on "el otro" lies, said after one of these was ruled out. */
const STEPS: Readonly<Record<string, number>> = {
  week: 7,
  next_week: 7,
  weekend: 7,
  month: 30,
  next_month: 30,
  fortnight: 15,
}

function periodSpan(today: number, name: string): Span | null {
  const { year } = fromDay(today)
  const sunday = 7 - weekdayOf(today)
  const spans: Readonly<Record<string, () => Span>> = {
    week: () => [0, sunday],
    next_week: () => [sunday + 1, sunday + 7],
    second_week: () => [sunday + 8, sunday + 14],
    weekend: () => [sunday - 1, sunday],
    next_weekend: () => [sunday + 6, sunday + 7],
    week_end: () => [sunday - 2, sunday],
    month: () => monthOn(today, 0),
    month_end: () => [monthOn(today, 0)[1], monthOn(today, 0)[1]],
    next_month: () => monthOn(today, 1),
    second_month: () => monthOn(today, 2),
    fortnight: () => fortnight(today, 0),
    next_fortnight: () => fortnight(today, 1),
    trimester: () => monthsOfYear(today, 3, 0),
    next_trimester: () => monthsOfYear(today, 3, 1),
    semester: () => monthsOfYear(today, 6, 0),
    next_semester: () => monthsOfYear(today, 6, 1),
    first_trimester: () => nextIn(today, [1, 1], [3, 31]),
    second_trimester: () => nextIn(today, [4, 1], [6, 30]),
    third_trimester: () => nextIn(today, [7, 1], [9, 30]),
    last_trimester: () => nextIn(today, [10, 1], [12, 31]),
    first_half: () => nextIn(today, [1, 1], [6, 30]),
    second_half: () => nextIn(today, [7, 1], [12, 31]),
    half_year: () => nextIn(today, [6, 1], [7, 15]),
    year: () => [0, toDay(year, 12, 31) - today],
    year_end: () => nextIn(today, [12, 1], [12, 31]),
    next_year: () => [toDay(year + 1, 1, 1) - today, toDay(year + 1, 12, 31) - today],
  }
  return spans[name]?.() ?? null
}

type MonthDay = readonly [month: number, day: number]

/** Such a stretch of this year, or of the next when it is over. */
function nextIn(today: number, from: MonthDay, to: MonthDay): Span {
  const { year } = fromDay(today)
  const y = toDay(year, ...to) < today ? year + 1 : year
  return [Math.max(toDay(y, ...from) - today, 0), toDay(y, ...to) - today]
}

/** The whole month so many on; of the one that is running, what is left. */
function monthOn(today: number, ahead: number): Span {
  const { year, month } = fromDay(today)
  const next = fromDay(addMonths(toDay(year, month, 1), ahead))
  return monthSpan(today, next.month, next.year)
}

/** The quarter or half of the year that is running, or one of those after it. */
function monthsOfYear(today: number, size: number, ahead: number): Span {
  const { year, month } = fromDay(today)
  const first = Math.floor((month - 1) / size) * size + 1
  const start = addMonths(toDay(year, first, 1), size * ahead)
  return [Math.max(start - today, 0), addMonths(start, size) - 1 - today]
}

/** The half of the month (to the 15th, to its end) that is running, or one of those after it. */
function fortnight(today: number, ahead: number): Span {
  const { year, month, day } = fromDay(today)
  const index = (day > 15 ? 1 : 0) + ahead
  const first = fromDay(addMonths(toDay(year, month, 1), Math.floor(index / 2)))
  const late = index % 2 === 1
  const start = toDay(first.year, first.month, late ? 16 : 1)
  const end = toDay(first.year, first.month, late ? daysInMonth(first.year, first.month) : 15)
  return [Math.max(start - today, 0), end - today]
}
