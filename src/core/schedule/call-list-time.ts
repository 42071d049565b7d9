import { openHours } from '../business/hours.js'
import type { Business, Holidays } from '../business/types.js'
import type { Iso } from '../types.js'
import { instantOf, localTime, weekdayOf } from './local-time.js'

const WEEK = 7
/** Weeks looked ahead for one with a day on which the business opens. */
const SEARCHED = 9

type Shop = Pick<Business, 'hours' | 'timeZone' | 'calls'>

/**
 * When the next list of calls comes after an instant: on its weekday, or on the first day after it on
 * which the business opens, once a week. Null where there is none.
 */
export function nextCallList(shop: Shop, holidays: Holidays, after: Iso): Iso | null {
  const { list } = shop.calls
  if (list === null) return null
  const { day: today } = localTime(after, shop.timeZone)
  const thisWeek = today - weekdayOf(today) + list.weekday
  for (let week = -1; week < SEARCHED; week++) {
    const day = firstOpen(shop, holidays, thisWeek + week * WEEK)
    if (day === null) continue
    const at = instantOf(day, list.minute, shop.timeZone)
    if (at > after) return at
  }
  return null
}

/** Within the week that begins with that day. */
function firstOpen({ hours }: Shop, holidays: Holidays, from: number): number | null {
  for (let day = from; day < from + WEEK; day++) {
    if (openHours(hours, day, holidays).length > 0) return day
  }
  return null
}
