import { sql } from 'kysely'
import type { Part } from '../core/conversation/types.js'
import type {
  ContactId,
  Content,
  Inbound,
  Iso,
  LineId,
  MessageId,
  Referral,
} from '../core/types.js'
import { type ChatKey, keyText } from './chat-key.js'
import { type Kept, keepContact, type Recognised } from './identity.js'
import { keepExtras } from './media.js'
import type { Database } from './sqlite/database.js'
import { parseJson, parseNullable, toJson, toNullable } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

type StoredInbound = Recognised & {
  /** False when this very message was stored before: then there is nothing to do. */
  readonly fresh: boolean
}

/** One message that waits for its turn. `at` is when it was sent. */
export type InboxPart = Part & {
  readonly rowId: number
  readonly chat: string
  readonly author: Inbound['author']
  readonly profileName: string | null
  readonly referral: Referral | null
  readonly receivedAt: Iso
  /** Turns that began with it and did not end. */
  readonly attempts: number
}

/**
 * Stores a message once under its key (line, chat, side, id) and finds or makes its contact. The
 * row is the queue: it stays pending until `finishParts` or `failParts`.
 */
export function storeInbound(db: Database, inbound: Inbound, at: Iso): StoredInbound {
  const profileName = inbound.author === 'contact' ? inbound.profileName : null
  const contact = keepContact(db, inbound.identities, profileName, at)
  const { changes, id } = insert(db).run({
    lineId: inbound.lineId,
    chat: inbound.chat,
    author: inbound.author,
    messageId: inbound.messageId,
    contactId: contact.contactId,
    kind: inbound.content.kind,
    content: toJson(inbound.content),
    replyTo: inbound.replyTo,
    profileName,
    referral: toNullable(inbound.referral),
    sentAt: inbound.sentAt,
    at,
  })
  if (changes === 1) remember(db, contact, inbound, id, at)
  if (changes === 1) keepExtras(db, contact.contactId, inbound, at)
  return { contactId: contact.contactId, merged: contact.merged, fresh: changes === 1 }
}

function remember(
  { memory }: Database,
  { contactId, isNew }: Kept,
  inbound: Inbound,
  rowId: number,
  at: Iso,
): void {
  const chat = keyText({ contactId, lineId: inbound.lineId })
  if (isNew) memory.parts.keep(chat, [])
  if (isNew) memory.unsent.keep(chat, [])
  memory.parts.add(chat, {
    rowId,
    id: inbound.messageId,
    at: inbound.sentAt,
    receivedAt: at,
    chat: inbound.chat,
    author: inbound.author,
    content: inbound.content,
    referral: inbound.referral,
    attempts: 0,
    replyTo: inbound.replyTo,
    profileName: inbound.author === 'contact' ? inbound.profileName : null,
  })
}

/** What somebody wrote under this id in a chat; null when it is not known. */
export function findReceived(
  db: Database,
  lineId: LineId,
  chat: string,
  messageId: MessageId,
): Content | null {
  const row = selectReceived(db).get({ lineId, chat, messageId })
  return row === undefined ? null : parseJson(row.content)
}

/** Chats with something pending: what a restart takes up again. */
export function pendingChats(db: Database): readonly ChatKey[] {
  return selectChats(db).all({})
}

/** What waits in one chat, in order of arrival. */
export function pendingParts(
  db: Database,
  contactId: ContactId,
  lineId: LineId,
): readonly InboxPart[] {
  const chat = keyText({ contactId, lineId })
  const known = db.memory.parts.of(chat)
  if (known !== undefined) return known
  const parts = selectParts(db).all({ contactId, lineId }).map(partOf)
  db.memory.parts.keep(chat, parts)
  return parts
}

type PartRow = Omit<InboxPart, 'content' | 'referral'> & {
  readonly content: string
  readonly referral: string | null
}

/** Name by name: every turn comes through here, and copying the rest of a row is slow. */
function partOf(row: PartRow): InboxPart {
  return {
    rowId: row.rowId,
    id: row.id,
    at: row.at,
    receivedAt: row.receivedAt,
    chat: row.chat,
    author: row.author,
    content: parseJson(row.content),
    referral: parseNullable(row.referral),
    attempts: row.attempts,
    replyTo: row.replyTo,
    profileName: row.profileName,
  }
}

/** Their turn is over; to be called in the transaction that writes its results. */
export function finishParts(db: Database, rowIds: readonly number[], at: Iso): void {
  for (const rowId of rowIds) end(db, { rowId, status: 'done', reason: null, at })
}

/** Gives up on them: they stay readable in the log and are not tried again. */
export function failParts(db: Database, rowIds: readonly number[], reason: string, at: Iso): void {
  for (const rowId of rowIds) end(db, { rowId, status: 'failed', reason, at })
}

function end(db: Database, closing: Closing): void {
  close(db).run(closing)
  db.memory.parts.change(closing.rowId, () => null)
}

/** Notes that a turn with them begins, so that one which kills the process is seen next time. */
export function countAttempt(db: Database, rowIds: readonly number[]): void {
  for (const rowId of rowIds) {
    attempt(db).run({ rowId })
    db.memory.parts.change(rowId, (part) => ({ ...part, attempts: part.attempts + 1 }))
  }
}

const insert = statement<{
  lineId: LineId
  chat: string
  author: Inbound['author']
  messageId: MessageId
  contactId: ContactId
  kind: string
  content: string
  replyTo: MessageId | null
  profileName: string | null
  referral: string | null
  sentAt: Iso
  at: Iso
}>()((query, arg) =>
  query
    .insertInto('inbox')
    .values({
      line_id: arg('lineId'),
      chat: arg('chat'),
      sender: arg('author'),
      message_id: arg('messageId'),
      contact_id: arg('contactId'),
      kind: arg('kind'),
      content: arg('content'),
      reply_to: arg('replyTo'),
      profile_name: arg('profileName'),
      referral: arg('referral'),
      sent_at: arg('sentAt'),
      received_at: arg('at'),
      status: 'pending',
      reason: null,
      turn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const selectReceived = statement<{ lineId: LineId; chat: string; messageId: MessageId }>()(
  (query, arg) =>
    query
      .selectFrom('inbox')
      .select('content')
      .where('line_id', '=', arg('lineId'))
      .where('chat', '=', arg('chat'))
      .where('sender', '=', 'contact')
      .where('message_id', '=', arg('messageId')),
)

const selectChats = statement()((query) =>
  query
    .selectFrom('inbox')
    .select(['contact_id as contactId', 'line_id as lineId'])
    .where('status', '=', 'pending')
    .groupBy(['contact_id', 'line_id'])
    .orderBy(sql`min(id)`),
)

const selectParts = statement<{ contactId: ContactId; lineId: LineId }>()((query, arg) =>
  query
    .selectFrom('inbox')
    .select(['id as rowId', 'message_id as id', 'sent_at as at', 'received_at as receivedAt'])
    .select(['chat', 'sender as author', 'content', 'referral', 'attempts'])
    .select(['reply_to as replyTo', 'profile_name as profileName'])
    .where('status', '=', 'pending')
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .orderBy('inbox.id'),
)

type Closing = {
  rowId: number
  status: 'done' | 'failed'
  reason: string | null
  at: Iso
}

const close = statement<Closing>()((query, arg) =>
  query
    .updateTable('inbox')
    .set({ status: arg('status'), reason: arg('reason'), turn_at: arg('at') })
    .where('id', '=', arg('rowId')),
)

const attempt = statement<{ rowId: number }>()((query, arg) =>
  query
    .updateTable('inbox')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('id', '=', arg('rowId')),
)
