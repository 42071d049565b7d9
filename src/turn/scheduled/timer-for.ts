import type { Database } from '../../store/sqlite/database.js'
import type { StaffEntry } from '../../store/staff.js'
import { type Timer, timersOf } from '../../store/timers.js'

/** The timer with that in place of a flow which one of the staff has on their line. */
export function timerFor(
  db: Database,
  { contactId, lineId }: StaffEntry,
  flow: string,
): Timer | undefined {
  return timersOf(db, contactId).find((timer) => timer.flow === flow && timer.lineId === lineId)
}
