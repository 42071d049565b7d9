import { newDialogue, type Opening } from '../core/conversation/new-dialogue.js'
import type { Case, ContactState, Dialogue, InquiryState } from '../core/conversation/types.js'
import type { ContactId, Iso, LineId } from '../core/types.js'
import { keepFound } from './keep-account.js'
import { saveContact, saveDialogue, saveInquiry } from './save-case.js'
import type { Database } from './sqlite/database.js'
import { parseJson, parseNullable } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** A case with the version of its conversation row: 0 when it has none yet. */
export type StoredCase = Case & { readonly version: number }

/**
 * Everything about one contact on one line, in one read. null when the contact is unknown; a
 * dialogue in status `new` when they never talked on this line.
 */
export function loadCase(
  db: Database,
  contactId: ContactId,
  lineId: LineId,
  opening: Opening,
): StoredCase | null {
  const known = db.memory.cases.get(contactId)
  if (known?.dialogue.line === lineId) return known
  const row = select(db).get({ contactId, lineId })
  if (row === undefined) return null
  const contact = parseJson<ContactState>(row.contact)
  return {
    // The column knows better: a phone can turn up after the state was written.
    contact: contact.phone === row.phone ? contact : { ...contact, phone: row.phone },
    inquiry: parseNullable<InquiryState>(row.inquiry),
    dialogue: parseNullable<Dialogue>(row.dialogue) ?? newDialogue(lineId, opening),
    version: row.version ?? 0,
  }
}

/**
 * Writes only the rows whose part changed by reference, and gives back the case as stored. Throws
 * StaleCaseError, before anything else counts, when another turn wrote the conversation since
 * `before` was read. To be called inside a write job.
 */
export function saveCase(db: Database, before: StoredCase, after: Case, at: Iso): StoredCase {
  const version = saveDialogue(db, before, after, at)
  saveInquiry(db, before, after, at)
  const contact = saveContact(db, before, after, at)
  keepFound(db, before, after)
  const stored = { contact, inquiry: after.inquiry, dialogue: after.dialogue, version }
  // Of a dialogue that is nowhere yet the next opening may want another flow.
  if (version > 0) db.memory.cases.set(contact.id, stored)
  else db.memory.cases.delete(contact.id)
  return stored
}

const select = statement<{ contactId: ContactId; lineId: LineId }>()((query, arg) =>
  query
    .selectFrom('contacts')
    .leftJoin('inquiries', 'inquiries.id', 'contacts.inquiry_id')
    .leftJoin('conversations', (join) =>
      join
        .onRef('conversations.contact_id', '=', 'contacts.id')
        .on('conversations.line_id', '=', arg('lineId')),
    )
    .select(['contacts.phone', 'contacts.state as contact', 'inquiries.state as inquiry'])
    .select(['conversations.state as dialogue', 'conversations.version'])
    .where('contacts.id', '=', arg('contactId')),
)
