import type { Generated } from 'kysely'
import type { ContactId, InquiryId, Iso, Priority } from '../../core/types.js'

export type SalesTable = {
  id: string
  contact_id: ContactId
  inquiry_id: InquiryId
  amount: number
  currency: string
  at: Iso
  voided_at: Iso | null
  discount: number | null
  /** What was sold, in words; null for sales of before this was kept. */
  product: string | null
}

export type QuotesTable = {
  id: Generated<number>
  contact_id: ContactId
  inquiry_id: InquiryId | null
  amount: number
  currency: string
  at: Iso
  /** The owner's message that gave it. */
  ref: string | null
  discount: number | null
  sent_at: Iso | null
  voided_at: Iso | null
}

export type FactsTable = {
  id: string
  text: string
  by_contact: ContactId | null
  at: Iso
  withdrawn_at: Iso | null
}

export type TouchesTable = {
  id: Generated<number>
  contact_id: ContactId
  by_name: string
  note: string
  at: Iso
  /** The owner's message that told of it. */
  ref: string | null
  by_contact: ContactId | null
  voided_at: Iso | null
}

export type TicketsTable = {
  number: number
  contact_id: ContactId
  inquiry_id: InquiryId | null
  status: 'open' | 'asked' | 'closed'
  text: string
  due_at: Iso
  created_at: Iso
  closed_at: Iso | null
  priority: Priority
  reopened: number
  updated_at: Iso | null
}

export type SurveysTable = {
  id: Generated<number>
  contact_id: ContactId
  inquiry_id: InquiryId | null
  kind: string
  score: number | null
  said: string
  at: Iso
}

export type AttributeAnswersTable = {
  id: Generated<number>
  contact_id: ContactId
  attribute: string
  level: 'above' | 'met' | 'below'
  at: Iso
}

export type ReferralsTable = {
  id: Generated<number>
  contact_id: ContactId
  referred_id: ContactId | null
  phone: string | null
  name: string | null
  code: string
  /** `void`: both turned out to be one person. */
  status: 'given' | 'arrived' | 'lead' | 'customer' | 'void'
  created_at: Iso
  /** `capped`: enough of them were earned this year. */
  reward: 'pending' | 'earned' | 'delivered' | 'capped'
  rewarded_at: Iso | null
}

export type ReferralCodesTable = {
  code: string
  contact_id: ContactId
  at: Iso
}

export type ObjectionsTable = {
  id: Generated<number>
  contact_id: ContactId
  inquiry_id: InquiryId | null
  /** Id of the objection in the business file. */
  kind: string
  said: string
  at: Iso
}

export type RehearsalsTable = {
  id: Generated<number>
  contact_id: ContactId
  verdict: 'yes' | 'no' | 'words'
  said: string | null
  proposed: string
  sent: string | null
  at: Iso
}
