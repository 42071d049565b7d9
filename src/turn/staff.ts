import type { Business, StaffMember } from '../core/business/types.js'
import type { ContactState } from '../core/conversation/types.js'
import { matchKey } from '../core/identity.js'
import type { LineId } from '../core/types.js'
import type { Database } from '../store/database.js'
import { type StaffEntry, staffState } from '../store/staff.js'

/** The owner or seller this contact is by their number, or null for everybody else. */
export function staffMember(
  business: Business,
  { phone }: Pick<ContactState, 'phone'>,
): StaffMember | null {
  if (phone === null) return null
  return (
    business.staff.find((member) => member.phone === phone || sameNumber(member.phone, phone)) ??
    null
  )
}

/** Active staff in the order in which the business wants them told. */
export function activeStaff(
  db: Database,
  business: Business,
  lineId: LineId,
): readonly StaffEntry[] {
  const active = staffState(db, lineId)
  return business.staff.flatMap((member) => {
    const entry = active.find(
      ({ phone }) => phone === member.phone || sameNumber(phone, member.phone),
    )
    return entry === undefined ? [] : [{ ...entry, name: member.name, role: member.role }]
  })
}

function sameNumber(a: string, b: string): boolean {
  return matchKey(a) === matchKey(b)
}
