import type { BackupRules } from '../business/backup-rules.js'
import type { Iso } from '../types.js'
import { instantOf, localTime } from './local-time.js'

const WEEK = 7
/** Three in the morning: nobody writes, and the day before is complete. */
const NIGHT = 3 * 60

/** The last moment, at `now` or before, at which a copy was to be made; null where none ever is. */
export function lastBackupTime(
  { weekday }: Pick<BackupRules, 'weekday'>,
  timeZone: string,
  now: Iso,
): Iso | null {
  if (weekday === null) return null
  const local = localTime(now, timeZone)
  const day = local.day - ((local.weekday - weekday + WEEK) % WEEK)
  const at = instantOf(day, NIGHT, timeZone)
  return at <= now ? at : instantOf(day - WEEK, NIGHT, timeZone)
}
