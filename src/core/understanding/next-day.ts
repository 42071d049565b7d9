import { addMonths, fromDay, isDate, toDay, weekdayOf } from './civil.js'
import type { Atom } from './date-atoms.js'
import { hitAt, hitBefore, type Scan } from './scan.js'
import { is, type Token } from './token.js'

/** The next such day of the month (of that month, when given) after today. */
export function dayOfMonth(
  scan: Scan,
  day: number,
  month: number | null,
  from: number,
  to: number,
): Atom | null {
  const { today } = scan.options
  if (month === null) {
    const named = hitAt(scan, 'month_of', to)
    if (named !== null) return dayOfNamed(scan, day, named.value, from, named.to)
  }
  const low = month === null ? nextDay(today, day) : nextDate(today, month, day)
  return low === null ? null : { low, high: low, from, to, weak: false, length: false }
}

/** "el 15 del otro mes", "el 20 de este", "el 5 de fin de mes" is none. */
function dayOfNamed(scan: Scan, day: number, which: string, from: number, to: number): Atom | null {
  const { today } = scan.options
  const now = fromDay(today)
  const { year, month } = fromDay(addMonths(toDay(now.year, now.month, 1), MONTHS_ON[which] ?? 0))
  if (!isDate(year, month, day)) return null
  const low = toDay(year, month, day) - today
  return low < 0 ? null : { low, high: low, from, to, weak: false, length: false }
}

const MONTHS_ON: Readonly<Record<string, number>> = { this: 0, next: 1, second: 2 }

function nextDay(today: number, day: number): number | null {
  const now = fromDay(today)
  for (let ahead = 0; ahead < 4; ahead += 1) {
    const { year, month } = fromDay(addMonths(toDay(now.year, now.month, 1), ahead))
    if (!isDate(year, month, day)) continue
    const at = toDay(year, month, day)
    if (at > today) return at - today
  }
  return null
}

/** The last of February may be years away. */
function nextDate(today: number, month: number, day: number): number | null {
  const { year } = fromDay(today)
  for (let y = year; y <= year + 8; y += 1) {
    if (isDate(y, month, day) && toDay(y, month, day) >= today) return toDay(y, month, day) - today
  }
  return null
}

/**
 * The next such weekday. With a number ("viernes 27") the day of the month that falls on it; a small
 * number that does not fall on it is an hour ("martes 10").
 */
export function nextWeekday(scan: Scan, weekday: number, day: number | null, at: number): Atom {
  const { today } = scan.options
  const before = hitBefore(scan, 'next_before', at)
  let low = (weekday - weekdayOf(today) + 7) % 7 || 7
  if (day !== null) {
    low = withinWeeks(today, weekday, day) ?? (day > 12 ? (nextDay(today, day) ?? low) : low)
    return { low, high: low, from: at, to: at + 2, weak: false, length: false }
  }
  if (before?.value === 'other') low = inNextWeek(today, weekday)
  let to = at + 1
  for (let round = 0; round < 2; round += 1) {
    const after = hitAt(scan, 'week_after', to)
    if (after === null) break
    if (after.value === 'next') low = inNextWeek(today, weekday)
    if (after.value === 'plus') low += 7
    to = after.to
  }
  return { low, high: low, from: at, to, weak: false, length: false, step: 7 }
}

/** That day of the week that begins next Monday. */
function inNextWeek(today: number, weekday: number): number {
  return 7 - weekdayOf(today) + weekday
}

function withinWeeks(today: number, weekday: number, day: number): number | null {
  for (let low = 1; low <= 62; low += 1) {
    if (weekdayOf(today + low) === weekday && fromDay(today + low).day === day) return low
  }
  return null
}

/** "th" of "15th": the mark behind a number that makes it a day. */
export function isOrdinal(token: Token | undefined): boolean {
  return token?.glued === true && is(token, 'date_mark')
}
