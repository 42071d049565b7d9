import { openHours, SEARCHED_DAYS } from '../business/hours.js'
import type { Business, Holidays } from '../business/types.js'
import type { Iso } from '../types.js'
import { instantOf, isoOf, localTime } from './local-time.js'
import { MINUTE } from './units.js'

/**
 * The instant at which the doors have been open for so many minutes since `from`: a lunch break, the
 * night and a holiday count for nothing. The closing minute itself still counts, so that what falls
 * due with the closing is not left for another day. Null for a business that never opens.
 */
export function afterWorkingMinutes(
  { hours, timeZone }: Pick<Business, 'hours' | 'timeZone'>,
  holidays: Holidays,
  from: Iso,
  minutes: number,
): Iso | null {
  const today = localTime(from, timeZone).day
  let left = minutes * MINUTE
  for (let day = today; day < today + SEARCHED_DAYS; day++) {
    for (const [opening, closing] of openHours(hours, day, holidays)) {
      const start = Math.max(Date.parse(from), Date.parse(instantOf(day, opening, timeZone)))
      const open = Date.parse(instantOf(day, closing, timeZone)) - start
      if (open >= left) return isoOf(start + left)
      left -= Math.max(0, open)
    }
  }
  return null
}
