import { addMonths, daysInMonth, fromDay, toDay, weekdayOf } from './civil.js'
import type { Atom } from './date-atoms.js'
import { hitAt, type Scan } from './scan.js'
import { is } from './token.js'

type Span = readonly [low: number, high: number]

/** "abril", "mayo de 2027" */
export function atMonth(scan: Scan, at: number): Atom | null {
  const { tokens, options } = scan
  const month = tokens[at]?.month ?? null
  if (month === null) return null
  const i = is(tokens[at + 1], 'of') ? at + 2 : at + 1
  const year =
    tokens[i]?.kind === 'number' && tokens[i]?.text.length === 4 ? Number(tokens[i]?.text) : null
  const [low, high] = monthSpan(options.today, month, year)
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
  const span = hit === null ? null : periodSpan(scan.options.today, hit.value)
  if (hit === null || span === null) return null
  const ends = hit.value.endsWith('_end')
  return { low: span[0], high: span[1], from: at, to: hit.to, weak: false, length: false, ends }
}

function periodSpan(today: number, name: string): Span | null {
  const { year, month } = fromDay(today)
  const sunday = 7 - weekdayOf(today)
  const endOfMonth = toDay(year, month, daysInMonth(year, month)) - today
  const next = fromDay(addMonths(toDay(year, month, 1), 1))
  const spans: Readonly<Record<string, () => Span>> = {
    week: () => [0, sunday],
    next_week: () => [sunday + 1, sunday + 7],
    second_week: () => [sunday + 8, sunday + 14],
    weekend: () => [Math.max(sunday - 1, 0), sunday],
    next_weekend: () => [sunday + 6, sunday + 7],
    week_end: () => [Math.max(sunday - 2, 0), sunday],
    month: () => [0, endOfMonth],
    month_end: () => [endOfMonth, endOfMonth],
    next_month: () => monthSpan(today, next.month, next.year),
    second_month: () => [
      addMonths(toDay(year, month, 1), 2) - today,
      addMonths(toDay(year, month, 1), 3) - 1 - today,
    ],
    fortnight: () => fortnight(today, 0),
    next_fortnight: () => fortnight(today, 1),
    year: () => [0, toDay(year, 12, 31) - today],
    year_end: () => [toDay(year, 12, 1) - today, toDay(year, 12, 31) - today],
    next_year: () => [toDay(year + 1, 1, 1) - today, toDay(year + 1, 12, 31) - today],
    half_year: () => [toDay(year, 6, 1) - today, toDay(year, 7, 15) - today],
    second_half: () => [toDay(year, 7, 1) - today, toDay(year, 12, 31) - today],
  }
  return spans[name]?.() ?? null
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

const PARTS: Readonly<Record<string, (days: number) => Span>> = {
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

/** "mediados de abril", "a fines del mes que viene", "la primera semana de mayo" */
export function atPart(scan: Scan, at: number): Atom | null {
  const hit = hitAt(scan, 'part', at)
  if (hit === null) return null
  const { tokens, options } = scan
  let i = hit.to
  while (is(tokens[i], 'of') || is(tokens[i], 'the')) i += 1
  const target = monthAt(scan, i)
  if (target === null) return null
  const { year, month, to } = target
  const days = daysInMonth(year, month)
  const span = PARTS[hit.value]?.(days) ?? [1, days]
  const first = toDay(year, month, 1) - options.today
  const low = first + span[0] - 1
  const high = first + span[1] - 1
  if (high < 0) return null
  return { low: Math.max(low, 0), high, from: at, to, weak: false, length: false, ends: true }
}

function monthAt(scan: Scan, at: number) {
  const now = fromDay(scan.options.today)
  const month = scan.tokens[at]?.month ?? null
  if (month !== null)
    return { year: month < now.month ? now.year + 1 : now.year, month, to: at + 1 }
  const period = hitAt(scan, 'period', at)
  const next = fromDay(addMonths(toDay(now.year, now.month, 1), 1))
  if (period?.value === 'next_month') return { year: next.year, month: next.month, to: period.to }
  if (period?.value === 'month') return { year: now.year, month: now.month, to: period.to }
  if (period?.value === 'next_year') return { year: now.year + 1, month: 1, to: period.to }
  return is(scan.tokens[at], 'month_word') ? { year: now.year, month: now.month, to: at + 1 } : null
}
