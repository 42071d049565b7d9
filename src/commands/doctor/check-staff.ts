import type { Business } from '../../core/business/types.js'
import type { LineId } from '../../core/types.js'
import { maskPhone } from '../../log.js'
import { waitingNotices } from '../../store/notices.js'
import type { Database } from '../../store/sqlite/database.js'
import { activeStaff } from '../../turn/staff/staff.js'
import type { Find, Finding } from './finding.js'

/** Who gets the alerts, who has not said hello yet, and how many alerts wait for that. */
export function checkStaff(
  business: Business,
  db: Database | null,
  lines: readonly LineId[],
  find: Find,
): readonly Finding[] {
  const waiting = db === null ? [] : lines.flatMap((line) => waitingNotices(db, line))
  const people = business.staff.map((member) => {
    const params = { name: member.name, phone: maskPhone(member.phone) }
    const alone = { ...business, staff: [member] }
    return db !== null && lines.some((line) => activeStaff(db, alone, line).length > 0)
      ? find.fine('doctor.staff_active', params)
      : find.notice('doctor.staff_silent', params)
  })
  if (waiting.length === 0) return people
  return [...people, find.notice('doctor.waiting', { n: waiting.length })]
}
