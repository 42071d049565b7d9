import type { Generated } from 'kysely'
import type { Dialogue } from '../../core/conversation/types.js'
import type {
  ContactId,
  FlowHash,
  Identity,
  InquiryId,
  Iso,
  LineId,
  MessageId,
  OutcomeKind,
  PermissionChange,
  Stage,
} from '../../core/types.js'
import type { Flag, Json } from './schema.js'

export type LinesTable = {
  id: LineId
  kind: 'simulator' | 'baileys' | 'cloud' | 'export'
  phone: string | null
  created_at: Iso
}

export type ContactsTable = {
  id: ContactId
  phone: string | null
  profile_name: string | null
  stage: Stage | null
  consent: 'none' | 'granted' | 'opted_out'
  vip: Flag
  /** The newest inquiry: the one that a case is about. */
  inquiry_id: InquiryId | null
  /** Referral: the first source, never overwritten. */
  source: Json | null
  referred_by: ContactId | null
  /** The rest of ContactState. */
  state: Json
  created_at: Iso
  updated_at: Iso
}

export type IdentitiesTable = {
  kind: Identity['kind']
  match_key: string
  contact_id: ContactId
  /** As it came in: never rewritten. */
  value: string
  created_at: Iso
}

export type InquiriesTable = {
  id: InquiryId
  contact_id: ContactId
  number: number
  score: number
  told: Flag
  assigned_to: ContactId | null
  outcome_kind: OutcomeKind | null
  /** Outcome */
  outcome: Json | null
  /** The rest of InquiryState. */
  state: Json
  opened_at: Iso
  updated_at: Iso
}

export type ConversationsTable = {
  contact_id: ContactId
  line_id: LineId
  version: number
  chat: string
  flow_id: string
  flow_hash: FlowHash
  status: Dialogue['status']
  paused_until: Iso | null
  heard_at: Iso | null
  /** The rest of Dialogue. */
  state: Json
  updated_at: Iso
  /** The hour of `heard_at` of whoever may be named, empty before the first; null for others. */
  listed_on: string | null
}

/** Whoever bought something or is marked. */
export type AccountsTable = {
  contact_id: ContactId
  level: 'quiet' | 'open' | 'busy'
  /** Who is in charge of them. */
  holder: ContactId | null
}

/** By what each of them is found. */
export type AccountWordsTable = {
  /** A word of a name, and the same from its end; how they are called; their digits from the end. */
  form: 'word' | 'back' | 'called' | 'digits'
  word: string
  contact_id: ContactId
}

export type FlowVersionsTable = {
  hash: FlowHash
  id: string
  title: string
  /** Flow */
  source: Json
  first_seen_at: Iso
}

export type SlotsTable = {
  id: Generated<number>
  contact_id: ContactId
  inquiry_id: InquiryId | null
  name: string
  /** SlotValue, null when declined */
  value: Json | null
  said: string
  confidence: number | null
  declined: Flag
  message_id: MessageId | null
  at: Iso
}

export type StageChangesTable = {
  id: Generated<number>
  contact_id: ContactId
  from_stage: Stage | null
  to_stage: Stage
  reason: string
  message_id: MessageId | null
  /** Actor */
  actor: Json
  at: Iso
}

export type ConsentsTable = {
  id: Generated<number>
  contact_id: ContactId
  kind: string
  state: PermissionChange
  message_id: MessageId | null
  at: Iso
  words: string
  /** An Actor, JSON. */
  actor: string | null
}

/** `actor`: who had them erased, JSON. */
export type SuppressionsTable = { hash: string; created_at: Iso; actor: string | null }

export type NotesTable = {
  id: Generated<number>
  contact_id: ContactId
  by_contact: ContactId | null
  text: string
  at: Iso
  /** The owner's message that it came in. */
  ref: string | null
  voided_at: Iso | null
}

export type AcquaintancesTable = {
  kind: Identity['kind']
  match_key: string
  at: Iso
}
