import { openHours, SEARCHED_DAYS } from '../business/hours.js'
import type { Business, Holidays } from '../business/types.js'
import type { Iso } from '../types.js'
import { instantOf, localTime } from './local-time.js'

const NOON = 12 * 60
const HOUR = 60

type Hours = Pick<Business, 'hours' | 'timeZone' | 'digest'>

/** The day and moment of the first digest after an instant; null where there will be none. */
export function nextDigest(
  { hours, timeZone, digest }: Hours,
  holidays: Holidays,
  after: Iso,
): { readonly day: number; readonly at: Iso } | null {
  if (digest === null) return null
  const today = localTime(after, timeZone).day
  for (let day = today; day < today + SEARCHED_DAYS; day++) {
    if (openHours(hours, day, holidays).length === 0) continue
    const at = instantOf(day, digest, timeZone)
    if (at > after) return { day, at }
  }
  return null
}

/** Whether the day's digest is still worth sending: at its hour or late, but not after the morning. */
export function isDigestTime(
  { hours, timeZone, digest }: Hours,
  holidays: Holidays,
  now: Iso,
): boolean {
  if (digest === null) return false
  const { day, minute } = localTime(now, timeZone)
  const latest = Math.max(NOON, digest + HOUR)
  return openHours(hours, day, holidays).length > 0 && digest <= minute && minute <= latest
}
