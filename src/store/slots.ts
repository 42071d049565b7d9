import type { ContactId, InquiryId, Iso, MessageId, Slot } from '../core/types.js'
import type { Flag } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** One thing learned at one moment; `inquiryId` is null for what belongs to the person. */
export type SlotEntry = {
  readonly contactId: ContactId
  readonly inquiryId: InquiryId | null
  readonly name: string
  readonly slot: Slot
}

/** Appends: what a slot was before stays readable. */
export function addSlot(db: Database, { contactId, inquiryId, name, slot }: SlotEntry): void {
  const known = slot.status === 'known'
  insert(db).run({
    contactId,
    inquiryId,
    name,
    value: known ? JSON.stringify(slot.value) : null,
    said: slot.said,
    confidence: known ? slot.confidence : null,
    declined: known ? 0 : 1,
    messageId: slot.message,
    at: slot.at,
  })
}

const insert = statement<{
  contactId: ContactId
  inquiryId: InquiryId | null
  name: string
  value: string | null
  said: string
  confidence: number | null
  declined: Flag
  messageId: MessageId | null
  at: Iso
}>()((query, arg) =>
  query.insertInto('slots').values({
    contact_id: arg('contactId'),
    inquiry_id: arg('inquiryId'),
    name: arg('name'),
    value: arg('value'),
    said: arg('said'),
    confidence: arg('confidence'),
    declined: arg('declined'),
    message_id: arg('messageId'),
    at: arg('at'),
  }),
)
