import type { OwnerAction } from '../core/conversation/events.js'
import type {
  ContactId,
  Content,
  Inbound,
  Iso,
  LineId,
  MessageId,
  Referral,
} from '../core/types.js'
import type { InboxTable, OutboxTable } from './schema/messages.js'
import type { Database } from './sqlite/database.js'
import { parseJson, parseNullable } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** A message that came in, with the moment of the turn that took it. */
export type Heard = {
  readonly id: MessageId
  readonly author: Inbound['author']
  readonly content: Content
  readonly replyTo: MessageId | null
  readonly profileName: string | null
  readonly referral: Referral | null
  readonly sentAt: Iso
  readonly status: InboxTable['status']
  /** Those of one turn share it; null while they wait. */
  readonly turnAt: Iso | null
}

/** A message that was to go out; `at` is the moment of the turn that said it. */
type Spoken = {
  readonly id: MessageId
  readonly occasion: OutboxTable['occasion']
  readonly at: Iso
}

/** Everything that came and went in one chat, in its order. */
export function chatRecord(
  db: Database,
  contactId: ContactId,
  lineId: LineId,
): { readonly heard: readonly Heard[]; readonly spoken: readonly Spoken[] } {
  const heard = selectHeard(db)
    .all({ contactId, lineId })
    .map(({ content, referral, ...row }) => ({
      ...row,
      content: parseJson<Content>(content),
      referral: parseNullable<Referral>(referral),
    }))
  return { heard, spoken: selectSpoken(db).all({ contactId, lineId }) }
}

/** Something between a member of staff and the bot that is about a contact. */
export type Dealing = {
  readonly staff: ContactId
  readonly about: ContactId
  /** The message of theirs that did something; null for news. */
  readonly said: MessageId | null
  /** What the bot told them. */
  readonly told: MessageId | null
  readonly action: OwnerAction | null
}

/** Every word and every news between staff and the bot on a line, about anybody. */
export function staffDealings(db: Database, lineId: LineId): readonly Dealing[] {
  const words = selectWords(db)
    .all({})
    .map(({ action, ...row }) => ({ ...row, action: parseJson<OwnerAction>(action) }))
  const news = selectNews(db)
    .all({ lineId })
    .flatMap(({ staff, about, told }) =>
      staff === null || about === null ? [] : [{ staff, about, told, said: null, action: null }],
    )
  return [...words, ...news]
}

/** Whether a contact also talks on another line. */
export function talksElsewhere(db: Database, contactId: ContactId, lineId: LineId): boolean {
  return selectElsewhere(db).get({ contactId, lineId }) !== undefined
}

type Chat = { contactId: ContactId; lineId: LineId }

const selectHeard = statement<Chat>()((query, arg) =>
  query
    .selectFrom('inbox')
    .select(['message_id as id', 'sender as author', 'content', 'reply_to as replyTo'])
    .select(['profile_name as profileName', 'referral', 'sent_at as sentAt', 'status'])
    .select('turn_at as turnAt')
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .orderBy('inbox.id'),
)

const selectSpoken = statement<Chat>()((query, arg) =>
  query
    .selectFrom('outbox')
    .select(['message_id as id', 'occasion', 'created_at as at'])
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .orderBy('outbox.id'),
)

const selectWords = statement()((query) =>
  query
    .selectFrom('owner_words')
    .select(['by_contact as staff', 'contact_id as about', 'message_id as said', 'action'])
    .select('reply_message_id as told')
    .orderBy('id'),
)

const selectNews = statement<{ lineId: LineId }>()((query, arg) =>
  query
    .selectFrom('notices')
    .innerJoin('outbox', 'outbox.id', 'notices.outbox_id')
    .select(['notices.for_staff as staff', 'notices.contact_id as about'])
    .select('outbox.message_id as told')
    .where('notices.line_id', '=', arg('lineId'))
    .orderBy('notices.id'),
)

const selectElsewhere = statement<Chat>()((query, arg) =>
  query
    .selectFrom('conversations')
    .select('line_id as lineId')
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '<>', arg('lineId'))
    .limit(1),
)
