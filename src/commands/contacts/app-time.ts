import { isoOf } from '../../core/schedule/local-time.js'
import type { Iso } from '../../core/types.js'
import { readClockOffset } from '../../store/clock-offset.js'
import type { Database } from '../../store/sqlite/database.js'

/** What the clock of the bot on this database shows: a simulated one may be ahead. */
export function appTime(db: Database): Iso {
  return isoOf(Date.now() + readClockOffset(db))
}
