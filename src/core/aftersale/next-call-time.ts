import { openHours, SEARCHED_DAYS } from '../business/hours.js'
import type { Business, Holidays } from '../business/types.js'
import { instantOf, localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'

/** The hour for calls of the next day on which the business opens; null for one that never does. */
export function nextCallTime(
  { hours, timeZone, calls }: Pick<Business, 'hours' | 'timeZone' | 'calls'>,
  holidays: Holidays,
  after: Iso,
): Iso | null {
  const { day: today } = localTime(after, timeZone)
  for (let day = today + 1; day < today + SEARCHED_DAYS; day++) {
    if (openHours(hours, day, holidays).length > 0) return instantOf(day, calls.at, timeZone)
  }
  return null
}
