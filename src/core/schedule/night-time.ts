import type { Iso } from '../types.js'
import { instantOf, localTime } from './local-time.js'

/** Half past three: nobody writes, and the week's copy is made. */
const NIGHT = 3 * 60 + 30

/** The last moment, at `now` or before, at which the work of the night was to be done. */
export function lastNight(timeZone: string, now: Iso): Iso {
  const { day } = localTime(now, timeZone)
  const at = instantOf(day, NIGHT, timeZone)
  return at <= now ? at : instantOf(day - 1, NIGHT, timeZone)
}
