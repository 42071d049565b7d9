import type { ContactState, Dialogue, InquiryState, Reason } from '../core/conversation/types.js'
import type {
  Actor,
  ContactId,
  Iso,
  Outcome,
  PermissionChange,
  Referral,
  Slot,
  Slots,
  Stage,
} from '../core/types.js'
import { type Consent, consentsOf } from './consents.js'
import * as statements from './contact-view-statements.js'
import { findContactByPhone } from './identity.js'
import { notesOf } from './notes.js'
import { quotesOf, type StoredQuote } from './quotes.js'
import { salesOf } from './sales.js'
import type { Database } from './sqlite/database.js'
import { parseJson, parseNullable } from './sqlite/json.js'
import { stageChanges } from './stage-changes.js'
import { surveysOf } from './surveys.js'
import { timersOf } from './timers.js'
import { touchesOf } from './touches.js'

type SlotView =
  | { readonly value: unknown; readonly said: string; readonly confidence: number }
  | { readonly value: null; readonly declined: true; readonly said: string }

/** What `GET /simulator/contacts/<phone>` answers, word for word. */
export type ContactView = {
  readonly stage: Stage | null
  readonly outcome: Outcome | null
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly slots: { readonly [name: string]: SlotView }
  readonly stageChanges: readonly {
    readonly from: Stage | null
    readonly to: Stage
    readonly reason: string
    readonly actor: string
    readonly at: Iso
  }[]
  readonly timers: readonly { readonly name: string; readonly dueAt: Iso }[]
  readonly tickets: readonly {
    readonly number: number
    readonly status: 'open' | 'asked' | 'closed'
    readonly dueAt: Iso
  }[]
  readonly sales: readonly {
    readonly amount: number
    readonly currency: string
    readonly at: Iso
    readonly voided?: true
  }[]
  readonly quotes: readonly QuoteView[]
  /** Notes of staff that count, oldest first. */
  readonly notes: readonly { readonly text: string; readonly at: Iso; readonly by: string | null }[]
  readonly surveys: readonly {
    readonly kind: string
    readonly score: number | null
    readonly at: Iso
  }[]
  readonly referrals: readonly {
    readonly phone?: string
    readonly name?: string
    readonly code: string
    readonly status: string
  }[]
  readonly touches: readonly { readonly by: string; readonly note: string; readonly at: Iso }[]
  /** Whether they may be written to, as they said it; what else bears on it stands in `permissions`. */
  readonly consents: readonly {
    readonly kind: string
    readonly state: 'granted' | 'opted_out'
    readonly at: Iso
  }[]
  /** Every way in and out: by writing first, from a list, by their own words, by an owner. */
  readonly permissions: readonly {
    readonly kind: string
    readonly state: PermissionChange
    readonly words: string
    /** As with stage changes; empty where it was not kept. */
    readonly actor: string
    readonly at: Iso
  }[]
  readonly inquiries: readonly {
    readonly number: number
    readonly openedAt: Iso
    readonly score: number
    readonly outcome: Outcome | null
  }[]
  readonly paused: { readonly until: Iso; readonly by: string } | null
  readonly source: Referral | null
  readonly referredBy: string | null
  readonly assignedTo: string | null
  readonly vip: boolean
  readonly postponed: { readonly until: Iso; readonly by: string } | null
}

type QuoteView = {
  readonly amount: number
  readonly at: Iso
  /** Per cent off; 0 when there is one of unknown size. */
  readonly discount?: number
  readonly sentAt?: Iso
  readonly voided?: true
}

/** Everything about one contact as others may see it; null for an unknown or erased phone. */
export function contactView(db: Database, phone: string, now: Iso): ContactView | null {
  const contactId = findContactByPhone(db, phone)
  const row = contactId === null ? undefined : statements.selectContact(db).get({ contactId })
  if (contactId === null || row === undefined) return null
  const contact = parseJson<ContactState>(row.contact)
  const inquiry = parseNullable<InquiryState>(row.inquiry)
  return {
    ...stateView(db, contact, inquiry),
    ...historyView(db, contactId),
    paused: pauseOf(db, contactId, now),
  }
}

function stateView(db: Database, contact: ContactState, inquiry: InquiryState | null) {
  const { stage, source, vip } = contact
  return {
    stage,
    source,
    vip,
    outcome: inquiry?.outcome ?? null,
    score: inquiry?.score ?? 0,
    reasons: inquiry?.reasons ?? [],
    slots: slotViews({ ...contact.slots, ...inquiry?.slots }),
    postponed: postponedView(inquiry),
    referredBy: contact.referredBy === null ? null : phoneOf(db, contact.referredBy),
    assignedTo: inquiry?.assignedTo ? phoneOf(db, inquiry.assignedTo.id) : null,
  }
}

function historyView(db: Database, contactId: ContactId) {
  const of = { contactId }
  return {
    stageChanges: stageChanges(db, contactId).map(({ from, to, reason, actor, at }) => ({
      from,
      to,
      reason,
      actor: actorView(db, actor),
      at,
    })),
    timers: timersOf(db, contactId).map(({ name, dueAt }) => ({ name, dueAt })),
    tickets: statements.selectTickets(db).all(of),
    sales: salesOf(db, contactId).map(({ amount, currency, at, voidedAt }) =>
      voidedAt === null
        ? { amount, currency, at }
        : { amount, currency, at, voided: true as const },
    ),
    quotes: quotesOf(db, contactId).map(quoteView),
    notes: notesOf(db, contactId).map(({ text, at, by }) => ({
      text,
      at,
      by: by === null ? null : phoneOf(db, by),
    })),
    surveys: surveysOf(db, contactId).map(({ kind, score, at }) => ({ kind, score, at })),
    referrals: statements.selectReferrals(db).all(of).map(referralView),
    touches: touchesOf(db, contactId),
    consents: consentsOf(db, contactId).flatMap(consentView),
    permissions: consentsOf(db, contactId).map(({ kind, state, words, actor, at }) => ({
      kind,
      state,
      words,
      actor: actor === null ? '' : actorView(db, actor),
      at,
    })),
    inquiries: statements
      .selectInquiries(db)
      .all(of)
      .map(({ outcome, ...inquiry }) => ({ ...inquiry, outcome: parseNullable<Outcome>(outcome) })),
  }
}

function consentView({ kind, state, at }: Consent): ContactView['consents'] {
  if (state === 'granted' || state === 'opted_out') return [{ kind, state, at }]
  return state === 'restored' ? [{ kind, state: 'granted', at }] : []
}

function postponedView(inquiry: InquiryState | null): ContactView['postponed'] {
  const postponed = inquiry?.postponed ?? null
  return postponed && { until: postponed.until, by: postponed.by.name }
}

function quoteView({ amount, at, discount, sentAt, voidedAt }: StoredQuote): QuoteView {
  return {
    amount,
    at,
    ...(discount !== null && { discount }),
    ...(sentAt !== null && { sentAt }),
    ...(voidedAt !== null && { voided: true as const }),
  }
}

function slotViews(slots: Slots): { readonly [name: string]: SlotView } {
  return Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slotView(slot)]))
}

function slotView(slot: Slot): SlotView {
  if (slot.status === 'declined') return { value: null, declined: true, said: slot.said }
  return { value: slot.value, said: slot.said, confidence: slot.confidence }
}

/** `contact`, `bot`, or the staff member's role. */
function actorView(db: Database, actor: Actor): string {
  if (actor.kind !== 'staff') return actor.kind
  return statements.selectStaff(db).get({ contactId: actor.id })?.role ?? 'staff'
}

function referralView({ phone, name, ...referral }: statements.ReferralRow) {
  return { ...(phone !== null && { phone }), ...(name !== null && { name }), ...referral }
}

/** Their number; an internal id says nothing outside, but more than silence. */
function phoneOf(db: Database, contactId: ContactId): string {
  return statements.selectContact(db).get({ contactId })?.phone ?? contactId
}

/** Somebody has taken over on any of their lines, and the time is not up. */
function pauseOf(db: Database, contactId: ContactId, now: Iso): ContactView['paused'] {
  const row = statements.selectPaused(db).get({ contactId, now })
  return row === undefined ? null : parseJson<Dialogue>(row.state).paused
}
