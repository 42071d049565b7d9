import type { Notice } from '../../core/conversation/effects.js'
import { wordsOf } from '../../core/conversation/media.js'
import type { Case } from '../../core/conversation/types.js'
import { voiceText } from '../../core/conversation/voice.js'
import { inLine } from '../../core/owner/alert.js'
import type { LeadCardProps } from '../../core/owner/lead-card.js'
import { noticeText } from '../../core/owner/notice.js'
import type { ContactId, InquiryId, Iso, MessageId } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { contactName } from '../../store/contact-name.js'
import { recentTexts } from '../../store/conversation-log.js'
import { pendingParts } from '../../store/inbox.js'
import { notesOf } from '../../store/notes.js'
import {
  addNotice,
  dropNotice,
  markNoticeSent,
  type StoredNotice,
  waitingNotices,
} from '../../store/notices.js'
import { addOwnerWord } from '../../store/owner-words.js'
import type { StaffEntry } from '../../store/staff.js'
import { heldBack } from '../../store/timers.js'
import { touchesOf } from '../../store/touches.js'
import type { TurnDeps } from '../deps.js'
import { openCase } from '../open-case.js'
import { putOut } from '../put-out.js'
import { beginAlert } from '../scheduled/alert-timers.js'
import { keepMissed, tellMissed } from '../scheduled/missed.js'
import { activeStaff, managerOf } from './staff.js'

const QUOTES = 3
/** Never worth waiting for: stale by the time somebody becomes active. */
const PASSING: readonly Notice['kind'][] = [
  ...(['loop', 'asked_person', 'added', 'corrected', 'summary', 'rehearsal'] as const),
]

/**
 * Tells whoever is in charge: the one who took the inquiry, else the first active owner or seller.
 * While nobody is active the news waits. Gives back the chats that have something to send.
 */
export function notify(
  deps: TurnDeps,
  key: ChatKey,
  state: Case,
  notice: Notice,
  now: Iso,
): readonly ChatKey[] {
  const { db } = deps
  if (notice.kind === 'missed') {
    keepMissed(deps, key, notice, now)
    return []
  }
  const person = askedFor(deps, key, notice) ?? inCharge(deps, key, state)
  const inquiryId = state.inquiry?.id ?? null
  const id = addNotice(db, {
    lineId: key.lineId,
    contactId: notice.kind === 'erased' ? null : key.contactId,
    inquiryId,
    notice,
    forStaff: person?.contactId ?? null,
    at: now,
  })
  if (person === null) return []
  send(deps, id, { key, state, person, notice, replyTo: null, now })
  beginAlert(deps, key, state, { id, notice }, now)
  return [{ contactId: person.contactId, lineId: person.lineId }]
}

type Telling = {
  readonly key: ChatKey
  readonly state: Case
  readonly person: StaffEntry
  readonly notice: Notice
  readonly replyTo: MessageId | null
  readonly now: Iso
}

/** Tells one person of the staff, whoever is in charge. */
export function tellPerson(deps: TurnDeps, telling: Telling): readonly ChatKey[] {
  const { key, state, person, notice, now } = telling
  const id = addNotice(deps.db, {
    lineId: key.lineId,
    contactId: key.contactId,
    inquiryId: state.inquiry?.id ?? null,
    notice,
    forStaff: person.contactId,
    at: now,
  })
  send(deps, id, telling)
  return [{ contactId: person.contactId, lineId: person.lineId }]
}

/** The same in these very words, and of no inquiry. */
export function tellText(
  deps: TurnDeps,
  person: StaffEntry,
  { about, notice }: { readonly about: ContactId; readonly notice: Notice },
  text: string,
  now: Iso,
): void {
  const { lineId, contactId: forStaff } = person
  const entry = { lineId, contactId: about, inquiryId: null, notice, forStaff, at: now }
  sendNotice(deps, addNotice(deps.db, entry), person, { text, replyTo: null, now })
}

/** Sends everything that waited for somebody to become active, as things stand now. */
export function sendWaiting(deps: TurnDeps, person: StaffEntry, now: Iso): void {
  tellMissed(deps, person, now)
  for (const waiting of waitingNotices(deps.db, person.lineId)) {
    if (!sendLate(deps, person, waiting, now)) dropNotice(deps.db, waiting.id)
  }
}

/** False for what is not worth telling any more. */
function sendLate(
  deps: TurnDeps,
  person: StaffEntry,
  { id, contactId, inquiryId, notice }: StoredNotice,
  now: Iso,
): boolean {
  if (contactId === null || PASSING.includes(notice.kind)) return false
  const key = { contactId, lineId: person.lineId }
  const state = openCase(deps, key)
  if (notice.kind !== 'undecided' && isStale(state, inquiryId)) return false
  send(deps, id, { key, state, person, notice, replyTo: null, now })
  beginAlert(deps, key, state, { id, notice }, now)
  return true
}

/** What cards and notices are written from: the case as it stands, with the last words said. */
export function cardProps(deps: TurnDeps, key: ChatKey, state: Case, now: Iso): LeadCardProps {
  const { business, messages } = deps
  const { contact, inquiry } = state
  if (inquiry === null) throw new Error(`contact ${contact.id} has no inquiry to tell of`)
  return {
    contact,
    inquiry,
    lastSaid: lastSaid(deps, key),
    held: heldBack(deps.db, key.contactId),
    notes: notesOf(deps.db, key.contactId).map(({ text }) => text),
    referrer: referrerOf(deps, contact),
    touches: touchesOf(deps.db, key.contactId).map(({ note }) => note),
    now,
    flow: deps.flow(state.dialogue.flow, state.dialogue.hash),
    business,
    messages,
  }
}

/** Whoever sent them, by name where there is one. */
function referrerOf(deps: TurnDeps, { referredBy }: Case['contact']): string | null {
  const name = referredBy === null ? null : contactName(deps.db, referredBy)
  return name === '' ? null : name
}

function lastSaid(deps: TurnDeps, key: ChatKey): readonly string[] {
  const { db, messages } = deps
  const stored = recentTexts(db, key.contactId, QUOTES).map(({ text, voiced }) =>
    voiced ? voiceText(text, messages) : text,
  )
  if (stored.length > 0) return stored
  return pendingParts(db, key.contactId, key.lineId).flatMap(
    ({ content }) => wordsOf(content) ?? [],
  )
}

/** Whoever put somebody off asked to be reminded, and a ticket is its holder's, whoever is in charge. */
function askedFor(deps: TurnDeps, key: ChatKey, notice: Notice): StaffEntry | null {
  const id = idAskedFor(notice)
  if (id === null) return null
  const active = activeStaff(deps.db, deps.business, key.lineId)
  return active.find(({ contactId }) => contactId === id) ?? null
}

function idAskedFor(notice: Notice): ContactId | null {
  switch (notice.kind) {
    case 'postponed':
    case 'call_due':
      return notice.by?.id ?? null
    case 'meeting_near':
    case 'meeting_over':
      return notice.by.id
    case 'ticket_due':
    case 'ticket_closed':
      return notice.assignedTo?.id ?? null
    default:
      return null
  }
}

/** Who took it, else who looks after them, else the first in line. */
function inCharge(deps: TurnDeps, key: ChatKey, { contact, inquiry }: Case): StaffEntry | null {
  const active = activeStaff(deps.db, deps.business, key.lineId)
  const taker = active.find(({ contactId }) => contactId === inquiry?.assignedTo?.id)
  return taker ?? managerOf(contact, active) ?? inLine(active)[0] ?? null
}

function send(deps: TurnDeps, id: number, telling: Telling): void {
  const { key, state, person, notice, replyTo, now } = telling
  const text = noticeText(notice, cardProps(deps, key, state, now))
  const messageId = sendNotice(deps, id, person, { text, replyTo, now })
  if (notice.kind !== 'undecided') return
  // Nobody said it, and whoever is told can take it back as if they had.
  addOwnerWord(deps.db, {
    by: person.contactId,
    about: key.contactId,
    inquiryId: state.inquiry?.id ?? null,
    word: notice.reason,
    messageId: null,
    replyMessageId: messageId,
    action: { kind: 'lost', reason: notice.reason },
    before: notice.before,
    at: now,
  })
}

type Wording = { readonly text: string; readonly replyTo: MessageId | null; readonly now: Iso }

function sendNotice(
  deps: TurnDeps,
  id: number,
  person: StaffEntry,
  { text, replyTo, now }: Wording,
): MessageId | null {
  const channel = deps.channel(person.lineId)
  if (channel === null) return null
  const messageId = channel.newMessageId()
  const outboxId = putOut(deps, {
    lineId: person.lineId,
    contactId: person.contactId,
    chat: person.chat,
    messageId,
    message: { kind: 'text', text },
    replyTo,
    occasion: 'notice',
    notBefore: null,
    at: now,
  })
  markNoticeSent(deps.db, id, { forStaff: person.contactId, outboxId })
  return messageId
}

/** Of an inquiry that was closed or followed by another meanwhile nothing needs to be told. */
function isStale({ inquiry }: Case, inquiryId: InquiryId | null): boolean {
  return inquiry === null || inquiry.id !== inquiryId || inquiry.outcome?.kind === 'lost'
}
