import type { ContactState, InquiryState } from '../conversation/types.js'
import { type ContactId, STAGES } from '../types.js'
import { wordsOf } from './command-words.js'

type Person = {
  readonly contact: ContactState
  /** The newest. */
  readonly inquiry: InquiryState | null
}

/** How an index knows a customer or marked person. */
export type AccountEntry = {
  /** `open`: they ask for something; `busy`: what somebody said about them is still to be done. */
  readonly level: 'quiet' | 'open' | 'busy'
  /** Who is in charge of them. */
  readonly holder: ContactId | null
  readonly called: Called
}

/** By which names somebody is found. */
export type Called = {
  readonly name: string | null
  readonly organization: string | null
  readonly phone: string | null
}

/** Whoever bought something or is marked is named by staff however long ago they wrote; null for others. */
export function accountEntry({ contact, inquiry }: Person): AccountEntry | null {
  if (!isAccount(contact) || inquiry === null) return null
  return {
    level: levelOf(contact, inquiry),
    holder: inquiry.assignedTo?.id ?? null,
    called: calledBy(contact),
  }
}

/** Whether two entries say the same. */
export function isSameEntry(a: AccountEntry | null, b: AccountEntry | null): boolean {
  if (a === null || b === null) return a === b
  return a.level === b.level && a.holder === b.holder && isSameName(a.called, b.called)
}

export function isSameName(a: Called, b: Called): boolean {
  return a.name === b.name && a.organization === b.organization && a.phone === b.phone
}

/** As they said, else as their profile says. */
export function calledBy({ slots, profileName, phone }: ContactState): Called {
  return { name: known(slots.name) ?? profileName, organization: known(slots.organization), phone }
}

/** Each word of a name and of an organization once, folded. */
export function wordsOfName({ name, organization }: Called): readonly string[] {
  return [...new Set(wordsOf(`${name ?? ''} ${organization ?? ''}`).map(({ text }) => text))]
}

/** Whether staff may name them while they are among those heard of last. */
export function isLeadNow({ contact, inquiry }: Person): boolean {
  return inquiry !== null && (inquiry.told || isFrom('lead', contact))
}

function isAccount(contact: ContactState): boolean {
  return contact.vip || isFrom('customer', contact)
}

function isFrom(first: 'lead' | 'customer', { stage }: ContactState): boolean {
  return stage !== null && STAGES.indexOf(stage) >= STAGES.indexOf(first)
}

/** Of an inquiry that is open: what was agreed on, and not that somebody waits. Those are found by when they wrote. */
function levelOf(contact: ContactState, inquiry: InquiryState): AccountEntry['level'] {
  const { vip, tickets, care, attention, knownBefore } = contact
  const { outcome, promisedBy, nurture, assignedTo, postponed, quote } = inquiry
  const isOpen = outcome === null
  const isAgreed = assignedTo !== null || postponed !== null || quote !== null
  const isMarked = vip || attention === 'ignored' || knownBefore
  const isDue = tickets.length > 0 || care.call !== null || care.meeting !== null
  const isFollowed = nurture !== null && nurture.nextAt !== null
  if (isMarked || isDue || promisedBy !== null || isFollowed || (isOpen && isAgreed)) return 'busy'
  return isOpen ? 'open' : 'quiet'
}

function known(slot: ContactState['slots'][string] | undefined): string | null {
  return slot?.status === 'known' ? String(slot.value) : null
}
