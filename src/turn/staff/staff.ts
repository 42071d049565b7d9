import type { Business, StaffMember } from '../../core/business/types.js'
import type { ContactState } from '../../core/conversation/types.js'
import { matchKey } from '../../core/identity.js'
import { inLine } from '../../core/owner/alert.js'
import type { World } from '../../core/owner/types.js'
import type { LineId } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { listLines } from '../../store/lines.js'
import type { Database } from '../../store/sqlite/database.js'
import { type StaffEntry, staffState } from '../../store/staff.js'

/** The owner or seller this contact is by their number, or null for everybody else. */
export function staffMember(
  business: Business,
  { phone }: Pick<ContactState, 'phone'>,
): StaffMember | null {
  if (phone === null) return null
  return membersOf(business).get(matchKey(phone)) ?? null
}

const members = new WeakMap<Business, ReadonlyMap<string, StaffMember>>()

/** Looked up at every turn, so that their numbers are compared as keys made once. */
function membersOf(business: Business): ReadonlyMap<string, StaffMember> {
  const known = members.get(business)
  if (known !== undefined) return known
  // Of two with the same number the first one counts.
  const byKey = new Map(
    business.staff.toReversed().map((member) => [matchKey(member.phone), member]),
  )
  members.set(business, byKey)
  return byKey
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

/** Whose chat this is, of the line's active staff; null for everybody else. */
export function activeMember(
  { db, business }: { readonly db: Database; readonly business: Business },
  { contactId, lineId }: ChatKey,
): StaffEntry | null {
  return activeStaff(db, business, lineId).find((each) => each.contactId === contactId) ?? null
}

/** Who of a line's active staff is told first: an owner, where there is one. Null while nobody is active. */
export function firstInLine(
  { db, business }: { readonly db: Database; readonly business: Business },
  lineId: LineId,
): StaffEntry | null {
  return inLine(activeStaff(db, business, lineId))[0] ?? null
}

/** Whoever looks after this contact, where somebody was named and is active. */
export function managerOf<T extends { readonly phone: string }>(
  { care: { manager } }: Pick<ContactState, 'care'>,
  active: readonly T[],
): T | null {
  if (manager === null) return null
  return active.find(({ phone }) => sameNumber(phone, manager.phone)) ?? null
}

/** What one of the staff has to write before money is moved, their own or everybody's; null for nothing. */
export function pinOf({ staff, pin }: Business, phone: string): World['pin'] {
  const member = staff.find((each) => sameNumber(each.phone, phone))
  const code = (member && pin.own[member.phone]) ?? pin.code
  return code === null ? null : { code, minutes: pin.minutes }
}

function sameNumber(a: string, b: string): boolean {
  return matchKey(a) === matchKey(b)
}

/** Active staff of every line. */
export function everyActive(db: Database, business: Business): readonly StaffEntry[] {
  return listLines(db).flatMap(({ id }) => activeStaff(db, business, id))
}
