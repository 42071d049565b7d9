import { checkInDay } from '../core/aftersale/check-in-day.js'
import { itemsText } from '../core/business/quote.js'
import type { OwnerAction, Undoable } from '../core/conversation/events.js'
import { orderOf } from '../core/funnel/order.js'
import { promiseField } from '../core/owner/card-fields.js'
import { type Today, todayThings } from '../core/owner/today-things.js'
import type { OpenLead, OwnerWord, World } from '../core/owner/types.js'
import type { ContactId, Iso, MessageId } from '../core/types.js'
import { type LeadRow, listLeads } from '../store/leads.js'
import { lastCardOf, noticeByMessageId } from '../store/notices.js'
import * as words from '../store/owner-words.js'
import { readSilence } from '../store/silence.js'
import type { StaffEntry } from '../store/staff.js'
import { contextAt, type TurnDeps } from './deps.js'

const MOST = 200

type Asking = {
  readonly now: Iso
  /** The message that is replied to or reacted on. */
  readonly quoting: MessageId | null
  readonly saleId: string
}

/** Everything an owner's word may need to know, read in one go. */
export function worldOf(deps: TurnDeps, me: StaffEntry, { now, quoting, saleId }: Asking): World {
  const { db, business, messages, parseCommand, readAmount } = deps
  const quotedWord = quoting === null ? null : words.ownerWordByReply(db, quoting)
  const word = quotedWord ?? words.lastUndoable(db, me.contactId)
  return {
    now,
    business,
    messages,
    me: { id: me.contactId, name: me.name, role: me.role },
    leads: leadsFor(deps, me, now),
    silence: readSilence(db),
    quoted: quotedOf(deps, quoting, quotedWord),
    lastCard: lastCardOf(db, me.contactId),
    undoable: word === null ? null : undoableOf(word),
    saleId,
    checkIn: checkInDay(contextAt(deps, now)),
    parse: parseCommand,
    readAmount,
  }
}

/** The day's list of one owner or seller: `todayText` puts it into words. */
export function todayFor(deps: TurnDeps, me: StaffEntry, now: Iso): Today {
  const { db, business, messages } = deps
  return todayThings({
    me: { id: me.contactId, name: me.name },
    leads: leadsFor(deps, me, now),
    silence: readSilence(db),
    now,
    business,
    messages,
  })
}

function leadsFor(deps: TurnDeps, me: StaffEntry, now: Iso): readonly OpenLead[] {
  return listLeads(deps.db, me.lineId, MOST)
    .filter(({ contact }) => contact.id !== me.contactId)
    .map((row) => leadOf(deps, row, now))
}

function quotedOf(
  deps: TurnDeps,
  quoting: MessageId | null,
  word: words.OwnerWord | null,
): { readonly contactId: ContactId } | null {
  if (quoting === null) return null
  const contactId = noticeByMessageId(deps.db, quoting)?.contactId ?? word?.about ?? null
  return contactId === null ? null : { contactId }
}

function leadOf({ business, messages }: TurnDeps, row: LeadRow, now: Iso): OpenLead {
  const { contact, inquiry, dialogue, heardAt } = row
  const need = inquiry.slots.need
  const items = orderOf(row, business)
  const wanted = need?.status === 'known' ? String(need.value) : ''
  return {
    id: contact.id,
    name: known(contact.slots.name) ?? contact.profileName,
    phone: contact.phone,
    organization: known(contact.slots.organization),
    stage: contact.stage,
    score: inquiry.score,
    summary: items.length === 0 ? wanted : itemsText(business, items, messages),
    assignedTo: inquiry.assignedTo,
    outcome: inquiry.outcome,
    paused: dialogue.paused !== null && dialogue.paused.until > now,
    pausedUntil:
      dialogue.paused !== null && dialogue.paused.until > now ? dialogue.paused.until : null,
    told: inquiry.told,
    promise: promiseField({ inquiry, now, business, messages }),
    promisedBy: inquiry.promisedBy,
    postponed: inquiry.postponed,
    quote: inquiry.quote,
    heardAt,
  }
}

function known(slot: LeadRow['contact']['slots'][string] | undefined): string | null {
  return slot?.status === 'known' ? String(slot.value) : null
}

function undoableOf(word: words.OwnerWord): OwnerWord | null {
  const action = undoableAction(word.action)
  if (action === null) return null
  const { name, stageAfter, checkIn, ...before } = word.before
  return {
    id: String(word.id),
    target: word.about,
    name,
    action,
    before,
    stageAfter,
    checkIn,
    undone: word.undoneAt !== null,
  }
}

function undoableAction(action: OwnerAction): Undoable | null {
  switch (action.kind) {
    case 'undo':
      return null
    case 'won':
      return { kind: 'won', saleId: action.saleId, amount: action.amount }
    default:
      return { kind: action.kind }
  }
}
