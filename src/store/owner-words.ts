import type { OwnerAction, Remembered } from '../core/conversation/events.js'
import type { Silence } from '../core/conversation/types.js'
import type { HouseAction } from '../core/owner/types.js'
import type { ContactId, InquiryId, Iso, MessageId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { type Query, statement } from './sqlite/statement.js'

/** One thing an owner did by a word, with what it changed. */
export type NewOwnerWord = Said & (AboutLead | AboutHouse)

type AboutLead = { readonly action: OwnerAction; readonly before: Remembered }
/** Such a word stands under the one who said it: it is about nobody else. */
type AboutHouse = {
  readonly action: HouseAction
  readonly before: { readonly silence: Silence | null }
}

type Said = {
  readonly by: ContactId
  readonly about: ContactId
  readonly inquiryId: InquiryId | null
  readonly word: string
  /** The owner's own message and the bot's answer: quoting either names this word. */
  readonly messageId: MessageId | null
  readonly replyMessageId: MessageId | null
  readonly at: Iso
}

export type OwnerWord = NewOwnerWord & { readonly id: number; readonly undoneAt: Iso | null }

/** Appends it to the log and gives back its id; an undo is one more entry. */
export function addOwnerWord(db: Database, { action, before, ...word }: NewOwnerWord): number {
  const json = { action: toJson(action), before: toJson(before) }
  return insert(db).run({ ...word, ...json, kind: action.kind }).id
}

/** Tells a word about the house from one about a contact. */
export function isAboutHouse(word: OwnerWord): word is OwnerWord & AboutHouse {
  return 'silence' in word.before
}

/** The sender's newest word that can be undone and is not. */
export function lastUndoable(db: Database, by: ContactId): OwnerWord | null {
  return wordOf(selectLast(db).get({ by }))
}

/** The word that was said with this message or answered by it. */
export function ownerWordByReply(db: Database, messageId: MessageId): OwnerWord | null {
  return wordOf(selectByMessage(db).get({ messageId }))
}

export function ownerWordById(db: Database, id: number): OwnerWord | null {
  return wordOf(selectById(db).get({ id }))
}

/** What the sender did by a reaction on this message, the newest that is not undone. */
export function ownerWordByReaction(
  db: Database,
  by: ContactId,
  messageId: MessageId,
): OwnerWord | null {
  return wordOf(selectByReaction(db).get({ by, word: reactionWord(messageId) }))
}

/** How a word that was no text is written down. */
export function reactionWord(messageId: MessageId): string {
  return `reaction ${messageId}`
}

export function markUndone(db: Database, id: number, at: Iso): void {
  update(db).run({ id, at })
}

type WordRow = Said & {
  readonly id: number
  readonly undoneAt: Iso | null
  readonly action: string
  readonly before: string
}

function wordOf(row: WordRow | undefined): OwnerWord | null {
  if (row === undefined) return null
  const { action, before: kept, ...word } = row
  const before = parseJson<AboutLead['before'] | AboutHouse['before']>(kept)
  return 'silence' in before
    ? { ...word, action: parseJson<HouseAction>(action), before }
    : { ...word, action: parseJson<OwnerAction>(action), before }
}

const words = (query: Query) =>
  query
    .selectFrom('owner_words')
    .select(['id', 'by_contact as by', 'contact_id as about', 'inquiry_id as inquiryId', 'word'])
    .select(['action', 'before', 'message_id as messageId', 'at', 'undone_at as undoneAt'])
    .select('reply_message_id as replyMessageId')
    .orderBy('id', 'desc')
    .limit(1)

/** Undoing an undo is saying the word again; an answer that was promised is not taken back. */
const NOT_UNDOABLE: readonly string[] = ['undo', 'undo_house', 'answer', 'erase']

const insert = statement<Said & { kind: string; action: string; before: string }>()((query, arg) =>
  query.insertInto('owner_words').values({
    by_contact: arg('by'),
    contact_id: arg('about'),
    inquiry_id: arg('inquiryId'),
    word: arg('word'),
    kind: arg('kind'),
    action: arg('action'),
    before: arg('before'),
    message_id: arg('messageId'),
    reply_message_id: arg('replyMessageId'),
    at: arg('at'),
    undone_at: null,
  }),
)

const selectLast = statement<{ by: ContactId }>()((query, arg) =>
  words(query)
    .where('by_contact', '=', arg('by'))
    .where('kind', 'not in', NOT_UNDOABLE)
    .where('undone_at', 'is', null),
)

const selectById = statement<{ id: number }>()((query, arg) =>
  words(query).where('id', '=', arg('id')),
)

const selectByReaction = statement<{ by: ContactId; word: string }>()((query, arg) =>
  words(query)
    .where('by_contact', '=', arg('by'))
    .where('word', '=', arg('word'))
    .where('kind', 'not in', NOT_UNDOABLE)
    .where('undone_at', 'is', null),
)

const selectByMessage = statement<{ messageId: MessageId }>()((query, arg) =>
  words(query).where((row) =>
    row.or([
      row('message_id', '=', arg('messageId')),
      row('reply_message_id', '=', arg('messageId')),
    ]),
  ),
)

const update = statement<{ id: number; at: Iso }>()((query, arg) =>
  query
    .updateTable('owner_words')
    .set({ undone_at: arg('at') })
    .where('id', '=', arg('id')),
)
