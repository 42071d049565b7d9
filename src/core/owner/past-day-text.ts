import { dayText } from '../business/date-text.js'
import type { Business } from '../business/types.js'
import { aroundText } from '../business/when-text.js'
import type { Messages } from '../messages.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'

/** The day on which something was: "ayer", "el jueves 12"; of half a year ago also the year. */
export function pastDayText(
  at: Iso,
  now: Iso,
  { timeZone }: Pick<Business, 'timeZone'>,
  messages: Messages,
): string {
  const [day, today] = [localTime(at, timeZone).day, localTime(now, timeZone).day]
  const isFar = today - day >= HALF_A_YEAR
  return isFar ? dayText(day, today, messages) : aroundText(day, today, messages)
}

const HALF_A_YEAR = 180
