import type { StaffMember } from '../../core/business/types.js'
import type { Iso } from '../../core/types.js'
import type { StoredCase } from '../../store/cases.js'
import type { ChatKey } from '../../store/chat-key.js'
import type { StaffEntry } from '../../store/staff.js'

/** One of the staff as they write now, with the chat in which they do. */
export function staffEntryOf(
  { contactId, lineId }: ChatKey,
  { contact }: StoredCase,
  { role, name, phone }: StaffMember,
  activatedAt: Iso,
  chat: string,
): StaffEntry {
  return { contactId, lineId, chat, role, name, phone: contact.phone ?? phone, activatedAt }
}
