import type { Generated } from 'kysely'
import type { ContactId, InquiryId, Iso, LineId, MessageId } from '../../core/types.js'
import type { Json } from './schema.js'

export type InboxTable = {
  id: Generated<number>
  line_id: LineId
  chat: string
  /** Whose side of the chat it came from; with it a message id is unique. */
  sender: 'contact' | 'business'
  message_id: MessageId
  contact_id: ContactId
  kind: string
  /** Content */
  content: Json
  reply_to: MessageId | null
  profile_name: string | null
  /** Referral */
  referral: Json | null
  sent_at: Iso
  received_at: Iso
  status: 'pending' | 'done' | 'failed'
  reason: string | null
  attempts: Generated<number>
  turn_at: Iso | null
}

export type OutboxTable = {
  id: Generated<number>
  line_id: LineId
  contact_id: ContactId
  chat: string
  message_id: MessageId
  /** Outgoing */
  content: Json
  reply_to: MessageId | null
  /** `person`: words of a person that go out through the bot. */
  occasion: 'reply' | 'proactive' | 'person' | 'notice'
  status:
    | 'queued'
    | 'sending'
    | 'acknowledged'
    | 'delivered'
    | 'read'
    | 'unknown'
    | 'failed'
    | 'cancelled'
  reason: string | null
  attempts: Generated<number>
  not_before: Iso | null
  created_at: Iso
  updated_at: Iso
  /** The hash of the file that goes with it, while its bytes are kept. */
  file: string | null
}

export type TimersTable = {
  id: string
  contact_id: ContactId
  line_id: LineId
  name: string
  flow: string
  step: string
  due_at: Iso
  status: 'pending' | 'fired' | 'cancelled'
  held: string | null
  reason: string | null
  created_at: Iso
}

export type StaffTable = {
  contact_id: ContactId
  line_id: LineId
  chat: string
  role: 'owner' | 'seller'
  name: string
  phone: string
  activated_at: Iso
}

export type NoticesTable = {
  id: Generated<number>
  line_id: LineId
  contact_id: ContactId | null
  inquiry_id: InquiryId | null
  kind: string
  /** Notice */
  content: Json
  for_staff: ContactId | null
  status: 'waiting' | 'sent' | 'dropped'
  outbox_id: number | null
  created_at: Iso
}

export type OwnerWordsTable = {
  id: Generated<number>
  by_contact: ContactId
  contact_id: ContactId
  inquiry_id: InquiryId | null
  word: string
  kind: string
  /** OwnerAction */
  action: Json
  /** Before */
  before: Json
  message_id: MessageId | null
  reply_message_id: MessageId | null
  at: Iso
  undone_at: Iso | null
}

export type UnansweredTable = {
  id: Generated<number>
  contact_id: ContactId
  text: string
  message_id: MessageId | null
  at: Iso
  answered_at: Iso | null
}

export type SettingsTable = { key: string; value: string }
