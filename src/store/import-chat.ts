import { createHash } from 'node:crypto'
import type { ContactState } from '../core/conversation/types.js'
import { matchKey } from '../core/identity.js'
import type { ContactId, Content, Identity, Iso, LineId, MessageId } from '../core/types.js'
import { findContact, keepContact } from './identity.js'
import { keepLine } from './lines.js'
import { saveContact } from './save-case.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'
import { addStageChange } from './stage-changes.js'
import { isSuppressed } from './suppression.js'

/** The line of chats that were exported from a phone: nothing is ever sent there. */
export const EXPORTED = 'exported' as LineId

export type PastMessage = {
  readonly at: Iso
  readonly author: 'contact' | 'business'
  readonly content: Content
}

type PastChat = {
  readonly phone: string
  readonly name: string | null
  /** The oldest first, one at least. */
  readonly messages: readonly PastMessage[]
}

/**
 * Finds or makes the person of an exported chat, known from its first message on; null for one who had
 * their data erased. Their messages follow by `importMessages`. To be called in a write job.
 */
export function importChat(
  db: Database,
  { phone, name, messages }: PastChat,
  reason: string,
  now: Iso,
): ContactId | null {
  const identity: Identity = { kind: 'phone', value: phone }
  if (findContact(db, [identity]) === null && isSuppressed(db, identity)) return null
  const first = messages[0]?.at ?? now
  keepLine(db, { id: EXPORTED, kind: 'export', phone: null }, now)
  const { contactId } = keepContact(db, [identity], name, first)
  backdate(db).run({ contactId, at: first })
  const wrote = messages.find(({ author }) => author === 'contact')
  if (wrote !== undefined) becomeVisitor(db, contactId, wrote.at, reason)
  return contactId
}

/** Writes down what is not there yet; gives back how many that were. `from` counts earlier portions. */
export function importMessages(
  db: Database,
  contactId: ContactId,
  { phone, messages }: PastChat,
  seen: Map<string, number>,
): number {
  const chat = matchKey(phone)
  let added = 0
  for (const { at, author, content } of messages) {
    const row = { lineId: EXPORTED, chat, author, contactId, at }
    const json = toJson(content)
    const messageId = idOf(`${at}/${author}/${json}`, seen)
    added += insert(db).run({ ...row, messageId, kind: content.kind, content: json }).changes
  }
  return added
}

/** The same for the same message whenever it is exported; two of one text and moment are two. */
function idOf(what: string, seen: Map<string, number>): MessageId {
  const n = (seen.get(what) ?? 0) + 1
  seen.set(what, n)
  return createHash('sha1').update(`${what}/${n}`).digest('base64url') as MessageId
}

function becomeVisitor(db: Database, contactId: ContactId, at: Iso, reason: string): void {
  const row = select(db).get({ contactId })
  if (row === undefined) return
  const contact = { ...parseJson<ContactState>(row.state), phone: row.phone }
  const { stage: from } = contact
  if (from !== null && from !== 'stranger') return
  const actor = { kind: 'contact' } as const
  addStageChange(db, { contactId, from, to: 'visitor', reason, evidence: null, actor, at })
  saveContact(db, { contact }, { contact: { ...contact, stage: 'visitor' } }, at)
  db.memory.cases.delete(contactId)
}

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query.selectFrom('contacts').select(['state', 'phone']).where('id', '=', arg('contactId')),
)

const backdate = statement<{ contactId: ContactId; at: Iso }>()((query, arg) =>
  query
    .updateTable('contacts')
    .set({ created_at: arg('at') })
    .where('id', '=', arg('contactId'))
    .where('created_at', '>', arg('at')),
)

const insert = statement<{
  lineId: LineId
  chat: string
  author: 'contact' | 'business'
  messageId: MessageId
  contactId: ContactId
  kind: string
  content: string
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
      reply_to: null,
      profile_name: null,
      referral: null,
      sent_at: arg('at'),
      received_at: arg('at'),
      status: 'done',
      reason: null,
      turn_at: arg('at'),
    })
    .onConflict((conflict) => conflict.doNothing()),
)
