import { wordsOf } from '../core/conversation/media.js'
import type {
  ContactId,
  Content,
  Iso,
  LineId,
  MessageId,
  Outgoing,
  Referral,
} from '../core/types.js'
import type { OutboxStatus } from './outbox.js'
import type { InboxTable } from './schema/messages.js'
import type { Database } from './sqlite/database.js'
import { parseJson, parseNullable } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** `voiced`: a voice note said it. */
type RecentText = { readonly text: string; readonly at: Iso; readonly voiced: boolean }

/** `human`: somebody of the business typed it on their own phone. */
type LogEntry =
  | {
      readonly kind: 'in' | 'human'
      readonly id: MessageId
      readonly content: Content
      /** What brought them here: an advertisement, a link. */
      readonly referral: Referral | null
      /** Its turn is over, well or badly. */
      readonly taken: boolean
      readonly replyTo: MessageId | null
      readonly at: Iso
    }
  | {
      readonly kind: 'out'
      readonly id: MessageId
      readonly message: Outgoing
      readonly status: OutboxStatus
      readonly replyTo: MessageId | null
      readonly at: Iso
    }

/** The last things the person said in words, on any line, oldest first. */
export function recentTexts(
  db: Database,
  contactId: ContactId,
  limit: number,
): readonly RecentText[] {
  return selectSaid(db)
    .all({ contactId, limit })
    .flatMap(({ content, at }) => {
      const said = parseJson<Content>(content)
      const text = wordsOf(said)
      return text === null ? [] : [{ text, at, voiced: said.kind === 'audio' }]
    })
    .reverse()
}

/** Both directions of one conversation: its newest `limit` entries, oldest first. */
export function conversationLog(
  db: Database,
  contactId: ContactId,
  lineId: LineId,
  limit: number,
): readonly LogEntry[] {
  const heard = selectHeard(db).all({ contactId, lineId, limit }).map(heardEntry)
  const spoken = selectSpoken(db).all({ contactId, lineId, limit }).map(spokenEntry)
  // Sorting is stable: of two at the same instant the question stands before its answer.
  const both = [...heard.reverse(), ...spoken.reverse()]
  return both.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-limit)
}

type HeardRow = {
  readonly id: MessageId
  readonly sender: 'contact' | 'business'
  readonly content: string
  readonly referral: string | null
  readonly status: InboxTable['status']
  readonly replyTo: MessageId | null
  readonly at: Iso
}

function heardEntry({ sender, content, referral, status, ...row }: HeardRow): LogEntry {
  return {
    ...row,
    kind: sender === 'contact' ? 'in' : 'human',
    content: parseJson(content),
    referral: parseNullable(referral),
    taken: status !== 'pending',
  }
}

type SpokenRow = {
  readonly id: MessageId
  readonly content: string
  readonly status: OutboxStatus
  readonly replyTo: MessageId | null
  readonly at: Iso
}

function spokenEntry({ content, ...row }: SpokenRow): LogEntry {
  return { ...row, kind: 'out', message: parseJson(content) }
}

const selectSaid = statement<{ contactId: ContactId; limit: number }>()((query, arg) =>
  query
    .selectFrom('inbox')
    .select(['content', 'sent_at as at'])
    .where('contact_id', '=', arg('contactId'))
    .where('sender', '=', 'contact')
    .where('kind', 'in', ['text', 'edit', 'choice', 'audio', 'image', 'video', 'document'])
    .orderBy('id', 'desc')
    .limit(arg('limit')),
)

type Page = { contactId: ContactId; lineId: LineId; limit: number }

const selectHeard = statement<Page>()((query, arg) =>
  query
    .selectFrom('inbox')
    .select(['message_id as id', 'sender', 'content', 'referral', 'status'])
    .select(['reply_to as replyTo', 'received_at as at'])
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .orderBy('inbox.id', 'desc')
    .limit(arg('limit')),
)

const selectSpoken = statement<Page>()((query, arg) =>
  query
    .selectFrom('outbox')
    .select(['message_id as id', 'content', 'status', 'reply_to as replyTo', 'created_at as at'])
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .orderBy('outbox.id', 'desc')
    .limit(arg('limit')),
)
