import { openHours, SEARCHED_DAYS } from '../business/hours.js'
import type { Business, Holidays } from '../business/types.js'
import type { Iso } from '../types.js'
import { instantOf, localTime, weekdayOf } from './local-time.js'

const WEEK = 7
/** After the day's own message, so that the two are not one wall of text. */
const LATER = 30

type Hours = Pick<Business, 'hours' | 'timeZone' | 'digest'>

/**
 * The day and moment of the first weekly report after an instant: on Monday, or on the first day after it
 * on which the doors open; null where owners want no messages.
 */
export function nextReport(
  { hours, timeZone, digest }: Hours,
  holidays: Holidays,
  after: Iso,
): { readonly day: number; readonly at: Iso } | null {
  if (digest === null) return null
  const { day: today } = localTime(after, timeZone)
  for (let monday = today - weekdayOf(today); monday < today + SEARCHED_DAYS; monday += WEEK) {
    const week = Array.from({ length: WEEK }, (_, ahead) => monday + ahead)
    const day = week.find((each) => openHours(hours, each, holidays).length > 0)
    if (day === undefined) continue
    const at = instantOf(day, digest + LATER, timeZone)
    if (at > after) return { day, at }
  }
  return null
}
