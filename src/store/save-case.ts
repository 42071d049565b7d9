import type { Case, ContactState } from '../core/conversation/types.js'
import type {
  ContactId,
  FlowHash,
  InquiryId,
  Iso,
  LineId,
  OutcomeKind,
  Stage,
} from '../core/types.js'
import type { StoredCase } from './cases.js'
import type { ConversationsTable } from './schema/people.js'
import type { Flag } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { toJson, toNullable } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** Another turn wrote this conversation in between: the work has to be done again on what it is now. */
export class StaleCaseError extends Error {
  override readonly name = 'StaleCaseError'
}

/** Gives back the version now stored. */
export function saveDialogue(
  db: Database,
  before: Pick<StoredCase, 'dialogue' | 'version'>,
  after: Pick<Case, 'contact' | 'dialogue'>,
  at: Iso,
): number {
  const { dialogue } = after
  if (dialogue === before.dialogue) return before.version
  const write = before.version === 0 ? insertDialogue : updateDialogue
  const { changes } = write(db).run({
    contactId: after.contact.id,
    lineId: dialogue.line,
    version: before.version,
    chat: dialogue.chat,
    flow: dialogue.flow,
    hash: dialogue.hash,
    status: dialogue.status,
    pausedUntil: dialogue.paused?.until ?? null,
    heardAt: dialogue.heardAt,
    state: toJson(dialogue),
    at,
  })
  if (changes === 0) throw new StaleCaseError(`conversation is past version ${before.version}`)
  return before.version + 1
}

type Asked = Pick<Case, 'contact' | 'inquiry'>

export function saveInquiry(db: Database, before: Asked, after: Asked, at: Iso): void {
  const { inquiry } = after
  if (inquiry === before.inquiry) return
  const contactId = after.contact.id
  if (inquiry?.id !== before.inquiry?.id) {
    pointTo(db).run({ contactId, inquiryId: inquiry?.id ?? null })
  }
  if (inquiry === null) return
  upsertInquiry(db).run({
    id: inquiry.id,
    contactId,
    number: inquiry.number,
    openedAt: inquiry.openedAt,
    score: inquiry.score,
    told: inquiry.told ? 1 : 0,
    assignedTo: inquiry.assignedTo?.id ?? null,
    outcomeKind: inquiry.outcome?.kind ?? null,
    outcome: toNullable(inquiry.outcome),
    state: toJson(inquiry),
    at,
  })
}

/** Gives back the contact as stored: the first source is kept whatever the new state says. */
export function saveContact(
  db: Database,
  before: Pick<Case, 'contact'>,
  after: Pick<Case, 'contact'>,
  at: Iso,
): ContactState {
  if (after.contact === before.contact) return after.contact
  const source = before.contact.source ?? after.contact.source
  const contact = source === after.contact.source ? after.contact : { ...after.contact, source }
  updateContact(db).run({
    id: contact.id,
    phone: contact.phone,
    profileName: contact.profileName,
    stage: contact.stage,
    consent: contact.consent,
    vip: contact.vip ? 1 : 0,
    source: toNullable(source),
    referredBy: contact.referredBy,
    state: toJson(contact),
    at,
  })
  return contact
}

type DialogueRow = {
  contactId: ContactId
  lineId: LineId
  version: number
  chat: string
  flow: string
  hash: FlowHash
  status: ConversationsTable['status']
  pausedUntil: Iso | null
  heardAt: Iso | null
  state: string
  at: Iso
}

const insertDialogue = statement<DialogueRow>()((query, arg) =>
  query
    .insertInto('conversations')
    .values({
      contact_id: arg('contactId'),
      line_id: arg('lineId'),
      version: 1,
      chat: arg('chat'),
      flow_id: arg('flow'),
      flow_hash: arg('hash'),
      status: arg('status'),
      paused_until: arg('pausedUntil'),
      heard_at: arg('heardAt'),
      state: arg('state'),
      updated_at: arg('at'),
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const updateDialogue = statement<DialogueRow>()((query, arg) =>
  query
    .updateTable('conversations')
    .set((row) => ({
      version: row('version', '+', 1),
      chat: arg('chat'),
      flow_id: arg('flow'),
      flow_hash: arg('hash'),
      status: arg('status'),
      paused_until: arg('pausedUntil'),
      heard_at: arg('heardAt'),
      state: arg('state'),
      updated_at: arg('at'),
    }))
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .where('version', '=', arg('version')),
)

const pointTo = statement<{ contactId: ContactId; inquiryId: InquiryId | null }>()((query, arg) =>
  query
    .updateTable('contacts')
    .set({ inquiry_id: arg('inquiryId') })
    .where('id', '=', arg('contactId')),
)

const upsertInquiry = statement<{
  id: InquiryId
  contactId: ContactId
  number: number
  openedAt: Iso
  score: number
  told: Flag
  assignedTo: ContactId | null
  outcomeKind: OutcomeKind | null
  outcome: string | null
  state: string
  at: Iso
}>()((query, arg) =>
  query
    .insertInto('inquiries')
    .values({
      id: arg('id'),
      contact_id: arg('contactId'),
      number: arg('number'),
      score: arg('score'),
      told: arg('told'),
      assigned_to: arg('assignedTo'),
      outcome_kind: arg('outcomeKind'),
      outcome: arg('outcome'),
      state: arg('state'),
      opened_at: arg('openedAt'),
      updated_at: arg('at'),
    })
    .onConflict((conflict) =>
      // What was given above: a document is not bound twice.
      conflict.column('id').doUpdateSet((row) => ({
        score: row.ref('excluded.score'),
        told: row.ref('excluded.told'),
        assigned_to: row.ref('excluded.assigned_to'),
        outcome_kind: row.ref('excluded.outcome_kind'),
        outcome: row.ref('excluded.outcome'),
        state: row.ref('excluded.state'),
        updated_at: row.ref('excluded.updated_at'),
      })),
    ),
)

const updateContact = statement<{
  id: ContactId
  phone: string | null
  profileName: string | null
  stage: Stage | null
  consent: ContactState['consent']
  vip: Flag
  source: string | null
  referredBy: ContactId | null
  state: string
  at: Iso
}>()((query, arg) =>
  query
    .updateTable('contacts')
    .set((row) => ({
      phone: row.fn.coalesce(arg('phone'), 'phone'),
      profile_name: arg('profileName'),
      stage: arg('stage'),
      consent: arg('consent'),
      vip: arg('vip'),
      source: row.fn.coalesce('source', arg('source')),
      referred_by: arg('referredBy'),
      state: arg('state'),
      updated_at: arg('at'),
    }))
    .where('id', '=', arg('id')),
)
