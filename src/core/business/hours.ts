import { weekdayOf } from '../schedule/local-time.js'
import type { Business, Holidays, Interval, Week } from './types.js'

/** A day number and the minutes since its midnight. */
export type Moment = { readonly day: number; readonly minute: number }

/** Longer than any run of closed days that a business with opening hours can have. */
export const SEARCHED_DAYS = 60

const CLOSED: readonly Interval[] = []

/**
 * The first moment from `at` on, `at` included, at which the doors are open. Null for a business
 * that never opens.
 */
export function nextOpening(week: Week, at: Moment, holidays: Holidays): Moment | null {
  for (let ahead = 0; ahead < SEARCHED_DAYS; ahead++) {
    const day = at.day + ahead
    const earliest = ahead === 0 ? at.minute : 0
    for (const [from, to] of openHours(week, day, holidays)) {
      if (to > earliest) return { day, minute: Math.max(from, earliest) }
    }
  }
  return null
}

/** Minute at which that local day's first interval begins; null on a closed day. */
export function opensAt(week: Week, day: number, holidays: Holidays): number | null {
  return openHours(week, day, holidays).at(0)?.[0] ?? null
}

/** Minute at which that local day's last interval ends; null on a closed day. */
export function closesAt(week: Week, day: number, holidays: Holidays): number | null {
  return openHours(week, day, holidays).at(-1)?.[1] ?? null
}

/** The next day after `day` on which the business opens; null for one that never does. */
export function nextWorkingDay(week: Week, day: number, holidays: Holidays): number | null {
  return nextOpening(week, { day: day + 1, minute: 0 }, holidays)?.day ?? null
}

/** Days on which the business opens after `fromDay`, up to and including `toDay`. */
export function workingDaysUntil(
  business: Business,
  fromDay: number,
  toDay: number,
  holidays: Holidays,
): number {
  let count = 0
  for (let day = fromDay + 1; day <= toDay; day++) {
    if (openHours(business.hours, day, holidays).length > 0) count++
  }
  return count
}

/** The intervals in which the doors are open on a local day; none on a closed one. */
export function openHours(week: Week, day: number, holidays: Holidays): readonly Interval[] {
  if (holidays.has(day)) return CLOSED
  return week[weekdayOf(day)] ?? CLOSED
}
