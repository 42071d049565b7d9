import type { ContactId, Iso, LineId, MessageId, Outgoing } from '../core/types.js'
import { type ChatKey, keyText } from './chat-key.js'
import * as statements from './outbox-statements.js'
import type { OutboxTable } from './schema/messages.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'

/** `reply` answers somebody, `proactive` was asked for by nobody, `notice` goes to staff. */
export type Occasion = OutboxTable['occasion']
export type OutboxStatus = OutboxTable['status']

export type NewOutbox = {
  readonly lineId: LineId
  readonly contactId: ContactId
  readonly chat: string
  /** Chosen before the first attempt, unique, and kept through every retry. */
  readonly messageId: MessageId
  readonly message: Outgoing
  readonly replyTo: MessageId | null
  readonly occasion: Occasion
  readonly notBefore: Iso | null
  /** The time of the turn that says it: messages of one turn are one occasion. */
  readonly at: Iso
}

export type OutboxEntry = NewOutbox & {
  readonly id: number
  readonly status: OutboxStatus
  readonly reason: string | null
  readonly attempts: number
}

/** Queues a message and gives back its id. */
export function enqueue(db: Database, entry: NewOutbox): number {
  const { id } = statements.insert(db).run({
    lineId: entry.lineId,
    contactId: entry.contactId,
    chat: entry.chat,
    messageId: entry.messageId,
    content: toJson(entry.message),
    replyTo: entry.replyTo,
    occasion: entry.occasion,
    notBefore: entry.notBefore,
    at: entry.at,
  })
  db.memory.unsent.add(keyText(entry), entryOfNew(entry, id))
  return id
}

/** Name by name: every turn comes through here, and copying an object and adding to it is slow. */
function entryOfNew(entry: NewOutbox, id: number): OutboxEntry {
  return {
    id,
    lineId: entry.lineId,
    contactId: entry.contactId,
    chat: entry.chat,
    messageId: entry.messageId,
    message: entry.message,
    replyTo: entry.replyTo,
    occasion: entry.occasion,
    status: 'queued',
    reason: null,
    attempts: 0,
    notBefore: entry.notBefore,
    at: entry.at,
  }
}

/**
 * The earliest unfinished message of a chat: `queued` (perhaps not before `notBefore`), or
 * `sending` when its hand-over was cut short. Later ones wait for it. null when all are finished.
 */
export function nextDeliverable(
  db: Database,
  contactId: ContactId,
  lineId: LineId,
): OutboxEntry | null {
  return entryOf(statements.selectNext(db).get({ contactId, lineId }))
}

/** Everything unfinished of a chat, in order. Whatever is queued later calls for another look. */
export function deliverables(
  db: Database,
  contactId: ContactId,
  lineId: LineId,
): readonly OutboxEntry[] {
  const chat = keyText({ contactId, lineId })
  const known = db.memory.unsent.of(chat)
  if (known !== undefined) return known
  const unsent = statements
    .selectUnfinished(db)
    .all({ contactId, lineId })
    .flatMap((row) => entryOf(row) ?? [])
  db.memory.unsent.keep(chat, unsent)
  return unsent
}

/** Counts an attempt. False when it was cancelled meanwhile: then it must not be sent. */
export function markSending(db: Database, id: number, at: Iso): boolean {
  if (statements.beginSending(db).run({ id, at }).changes === 0) return false
  db.memory.unsent.change(id, (entry) => ({
    ...entry,
    status: 'sending',
    attempts: entry.attempts + 1,
  }))
  return true
}

/** Handed over and acknowledged. */
export function markSent(db: Database, id: number, at: Iso): void {
  statements.acknowledge(db).run({ id, at })
  db.memory.unsent.change(id, gone)
}

/** Handed over perhaps. It no longer holds up the chat; a receipt may still settle it. */
export function markUnknown(db: Database, id: number, reason: string, at: Iso): void {
  statements.giveUp(db).run({ id, status: 'unknown', reason, at })
  db.memory.unsent.change(id, gone)
}

/** Refused for good. */
export function markFailed(db: Database, id: number, reason: string, at: Iso): void {
  statements.giveUp(db).run({ id, status: 'failed', reason, at })
  db.memory.unsent.change(id, gone)
}

/** The other phone reports; receipts come in any order and never lead back. */
export function markReceipt(
  db: Database,
  messageId: MessageId,
  status: 'delivered' | 'read',
  at: Iso,
): void {
  const receive = status === 'read' ? statements.receiveRead : statements.receiveDelivered
  // One that was still being handed over has arrived after all.
  const row = receive(db).get({ messageId, at })
  if (row !== undefined) db.memory.unsent.change(row.id, gone)
}

/** To be tried again, with the same id, not before a time. */
export function requeue(db: Database, id: number, notBefore: Iso | null, at: Iso): void {
  statements.queueAgain(db).run({ id, notBefore, at })
  // One of unknown outcome waits again: it is not where it was.
  db.memory.unsent.clear()
}

/**
 * Takes back what is still queued, `all` being replies and proactive messages but never notices to
 * staff nor what a person says through the bot. What is being sent is past recall. Gives back how many.
 */
export function cancelQueued(
  db: Database,
  contactId: ContactId,
  lineId: LineId,
  occasion: 'all' | 'proactive',
  reason: string,
  at: Iso,
): number {
  const cancel = occasion === 'all' ? statements.cancelAll : statements.cancelProactive
  const { changes } = cancel(db).run({ contactId, lineId, reason, at })
  if (changes > 0) db.memory.unsent.forget(keyText({ contactId, lineId }))
  return changes
}

/** Takes back whatever the bot itself still has to say, in every chat. */
export function cancelAllQueued(db: Database, reason: string, at: Iso): void {
  statements.cancelEverywhere(db).run({ reason, at })
  db.memory.unsent.clear()
}

/** Chats with something still to be sent, the one that waits longest first. */
export function unfinishedChats(db: Database): readonly ChatKey[] {
  return statements.selectChats(db).all({})
}

export function findByMessageId(db: Database, messageId: MessageId): OutboxEntry | null {
  return entryOf(statements.selectByMessageId(db).get({ messageId }))
}

/** How many times this contact was written to unasked since each of two times. */
export function proactiveCounts(
  db: Database,
  contactId: ContactId,
  sinceDay: Iso,
  sinceWeek: Iso,
): { readonly day: number; readonly week: number } {
  const since = sinceDay < sinceWeek ? sinceDay : sinceWeek
  const occasions = statements.selectOccasions(db).all({ contactId, since })
  return {
    day: occasions.filter(({ at }) => at >= sinceDay).length,
    week: occasions.filter(({ at }) => at >= sinceWeek).length,
  }
}

function gone(): null {
  return null
}

type OutboxRow = Omit<OutboxEntry, 'message'> & { readonly content: string }

function entryOf(row: OutboxRow | undefined): OutboxEntry | null {
  if (row === undefined) return null
  return {
    id: row.id,
    lineId: row.lineId,
    contactId: row.contactId,
    chat: row.chat,
    messageId: row.messageId,
    message: parseJson(row.content),
    replyTo: row.replyTo,
    occasion: row.occasion,
    status: row.status,
    reason: row.reason,
    attempts: row.attempts,
    notBefore: row.notBefore,
    at: row.at,
  }
}
