import { addMonths, fromDay, isDate, toDay, weekdayOf } from './civil.js'
import type { Atom } from './date-atoms.js'
import { hitAt, hitBefore, type Scan } from './scan.js'

/** The next such day of the month (of that month, when given) after today. */
export function dayOfMonth(
  scan: Scan,
  day: number,
  month: number | null,
  from: number,
  to: number,
): Atom | null {
  const { today } = scan.options
  const low = month === null ? nextDay(today, day) : nextDate(today, month, day)
  return low === null ? null : { low, high: low, from, to, weak: false, length: false }
}

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

function nextDate(today: number, month: number, day: number): number | null {
  const { year } = fromDay(today)
  for (const y of [year, year + 1]) {
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
  let low = (weekday - weekdayOf(today) + 7) % 7 || 7
  const before = hitBefore(scan, 'next_before', at)
  const after = hitAt(scan, 'week_after', at + 1)
  const from = before?.from ?? at
  if (after !== null) {
    const monday = today - weekdayOf(today) + 8
    const to = after.to
    const wanted = after.value === 'next' ? monday + weekday - 1 - today : low
    return { low: wanted, high: wanted, from, to, weak: false, length: false }
  }
  if (day === null) return { low, high: low, from, to: at + 1, weak: false, length: false }
  const exact = withinWeeks(today, weekday, day)
  if (exact !== null) low = exact
  else if (day > 12) low = nextDay(today, day) ?? low
  return { low, high: low, from, to: at + 2, weak: false, length: false }
}

function withinWeeks(today: number, weekday: number, day: number): number | null {
  for (let low = 1; low <= 62; low += 1) {
    if (weekdayOf(today + low) === weekday && fromDay(today + low).day === day) return low
  }
  return null
}
