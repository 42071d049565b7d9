import { newInquiry } from '../core/conversation/new-inquiry.js'
import type { ContactState, InquiryState } from '../core/conversation/types.js'
import { pathTo } from '../core/funnel/stages.js'
import type { ListedPerson, PastSale } from '../core/intake/read-table.js'
import {
  type ContactId,
  type Identity,
  type InquiryId,
  type Iso,
  type Slot,
  STAGES,
  type Stage,
} from '../core/types.js'
import { addConsent } from './consents.js'
import { markStale } from './count-figures.js'
import { findContact, keepContact } from './identity.js'
import { findAnew } from './keep-account.js'
import { weighSales } from './noted-sales.js'
import { addSale } from './sales.js'
import { saveContact, saveInquiry } from './save-case.js'
import { addSlot } from './slots.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'
import { addStageChange } from './stage-changes.js'
import { isSuppressed } from './suppression.js'

/** What one person of a list came to: `erased` asked to be forgotten, and stays so. */
export type Imported =
  /** `sales`: new ones; `noted`: those that were here already, sold in the chat. */
  | { readonly kind: 'added' | 'known'; readonly sales: number; readonly noted: number }
  | { readonly kind: 'erased' }

type ImportWords = {
  /** Why somebody stands where they stand, as it is shown. */
  readonly reason: string
  readonly saleReason: string
  readonly currency: string
  readonly timeZone: string
}

/** What `importPerson` would come to; nothing is written. */
export function weighPerson(db: Database, person: ListedPerson, words: ImportWords): Imported {
  const identity = identityOf(person)
  const known = findContact(db, [identity])
  if (known === null && isSuppressed(db, identity)) return { kind: 'erased' }
  const { fresh, noted } = weighSales(db, known, person.sales, words)
  return { kind: known === null ? 'added' : 'known', sales: fresh.length, noted }
}

/**
 * Takes somebody of a list in, or adds to what is known of them what it does not know yet; the same
 * list again changes nothing. What they said themselves is never overwritten. To be called in a write job.
 */
export function importPerson(
  db: Database,
  person: ListedPerson,
  words: ImportWords,
  at: Iso,
): Imported {
  const weighed = weighPerson(db, person, words)
  if (weighed.kind === 'erased') return weighed
  const { contactId } = keepContact(db, [identityOf(person)], person.name, person.since)
  const row = select(db).get({ contactId })
  if (row === undefined) throw new Error('a contact that was just kept is not there')
  const before = { ...parseJson<ContactState>(row.state), phone: row.phone }
  const fresh = weighSales(db, contactId, person.sales, words).fresh.toSorted((a, b) =>
    a.at.localeCompare(b.at),
  )
  addSales(db, before, fresh, row.inquiryId, words)
  const after = withPerson(before, person, fresh.length)
  recordSlots(db, before, after)
  recordStages(db, before, after, { person, fresh, reason: words.reason })
  saveContact(db, { contact: before }, { contact: after }, at)
  if (person.note !== null && !hasNote(db, contactId, person.note)) {
    insertNote(db).run({ contactId, text: person.note, ref: `list/${contactId}`, at })
  }
  if (weighed.kind === 'added') {
    const given = { words: words.reason, actor: { kind: 'bot' }, evidence: null } as const
    addConsent(db, { contactId, kind: 'messages', state: 'listed', ...given, at })
  }
  findAnew(db, contactId)
  markStale(db, contactId)
  db.memory.cases.delete(contactId)
  return weighed
}

function identityOf({ phone }: ListedPerson): Identity {
  return { kind: 'phone', value: phone }
}

function withPerson(contact: ContactState, person: ListedPerson, newSales: number): ContactState {
  const least = person.isCustomer ? 1 : 0
  const purchases = Math.max(contact.purchases + newSales, least)
  const source = person.source === null ? null : { ...NO_SOURCE, sourceType: person.source }
  return {
    ...contact,
    slots: { ...slotsOf(person), ...contact.slots },
    source: contact.source ?? source,
    inquiries: contact.inquiries + newSales,
    purchases,
    stage: laterStage(contact.stage, purchases),
  }
}

const NO_SOURCE = { sourceId: null, clickId: null, headline: null }

function laterStage(stage: Stage | null, purchases: number): Stage {
  const reached = purchases > 1 ? 'repeat_customer' : purchases === 1 ? 'customer' : 'stranger'
  return stage === null || STAGES.indexOf(reached) > STAGES.indexOf(stage) ? reached : stage
}

function slotsOf({ name, organization, place, email, since }: ListedPerson) {
  const given = { name, organization, place, email }
  const slots: { [name: string]: Slot } = {}
  for (const [slot, value] of Object.entries(given)) {
    if (value === null) continue
    slots[slot] = {
      status: 'known',
      value,
      said: value,
      confidence: 1,
      message: null,
      at: since,
    }
  }
  return slots
}

function recordSlots(db: Database, before: ContactState, after: ContactState): void {
  for (const [name, slot] of Object.entries(after.slots)) {
    if (slot === before.slots[name]) continue
    addSlot(db, { contactId: after.id, inquiryId: null, name, slot })
  }
}

type Passing = {
  readonly person: ListedPerson
  readonly fresh: readonly PastSale[]
  readonly reason: string
}

/** A row for each stage they have passed by what the list says, dated by the sale that proves it. */
function recordStages(
  db: Database,
  { id: contactId, stage: from, purchases }: ContactState,
  { stage: to }: ContactState,
  { person, fresh, reason }: Passing,
): void {
  if (to === null || to === from) return
  const moves = to === 'stranger' ? [{ from, to }] : pathTo(from, to)
  const first = fresh[0]?.at ?? person.since
  const second = (purchases > 0 ? fresh[0] : fresh[1])?.at ?? first
  for (const move of moves) {
    const isBuyer = move.to === 'customer'
    const at = move.to === 'repeat_customer' ? second : isBuyer ? first : person.since
    const actor = { kind: 'bot' } as const
    addStageChange(db, { contactId, ...move, reason, evidence: null, actor, at })
  }
}

/** Each sale belongs to an inquiry of its own, which it has closed. */
function addSales(
  db: Database,
  contact: ContactState,
  sales: readonly PastSale[],
  current: InquiryId | null,
  { saleReason, currency }: ImportWords,
): void {
  sales.forEach(({ id, amount, at }, index) => {
    // The inquiry that such a sale must have closed: nothing is known of it but that it was won.
    const opened = newInquiry(contact.id, contact.inquiries + index + 1, at)
    const inquiry: InquiryState = { ...opened, outcome: { kind: 'won', reason: saleReason, at } }
    // The one they are in now stays the one they are in.
    const before = current === null ? null : inquiry
    saveInquiry(db, { contact, inquiry: copyOf(before) }, { contact, inquiry }, at)
    const of = { contactId: contact.id, inquiryId: inquiry.id, currency }
    addSale(db, { ...of, id, amount, discount: null, product: null, at })
  })
}

function copyOf(inquiry: InquiryState | null): InquiryState | null {
  return inquiry === null ? null : { ...inquiry }
}

function hasNote(db: Database, contactId: ContactId, text: string): boolean {
  return findNote(db).get({ contactId, text }) !== undefined
}

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('contacts')
    .select(['state', 'phone', 'inquiry_id as inquiryId'])
    .where('id', '=', arg('contactId')),
)

const findNote = statement<{ contactId: ContactId; text: string }>()((query, arg) =>
  query
    .selectFrom('notes')
    .select('id')
    .where('contact_id', '=', arg('contactId'))
    .where('text', '=', arg('text')),
)

const insertNote = statement<{ contactId: ContactId; text: string; ref: string; at: Iso }>()(
  (query, arg) =>
    query.insertInto('notes').values({
      ref: arg('ref'),
      contact_id: arg('contactId'),
      by_contact: null,
      text: arg('text'),
      at: arg('at'),
      voided_at: null,
    }),
)
