import { mergeContacts } from '../core/conversation/merge-contacts.js'
import { mergeDialogues } from '../core/conversation/merge-dialogues.js'
import { mergeInquiries } from '../core/conversation/merge-inquiries.js'
import type { ContactState, Dialogue, InquiryState } from '../core/conversation/types.js'
import type { ContactId, Iso, LineId, MessageId } from '../core/types.js'
import { forgetFigures, markStale } from './count-figures.js'
import { dropTwins } from './drop-twins.js'
import { findAnew, forgetFound } from './keep-account.js'
import { moveRows } from './move-rows.js'
import { saveContact, saveDialogue, saveInquiry } from './save-case.js'
import type { Database } from './sqlite/database.js'
import { parseJson, parseNullable, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/**
 * Makes one person of two who turned out to be one: `gone` becomes part of `kept` with everything that
 * is known of them, said to them and still to be done. To be called in a write job; once more is harmless.
 */
export function mergeContact(db: Database, kept: ContactId, gone: ContactId, at: Iso): void {
  const [a, b] = [find(db).get({ id: kept }), find(db).get({ id: gone })]
  if (kept === gone || a === undefined || b === undefined) return
  const [older, younger] = [stateOf(a), stateOf(b)]
  const contact = mergeContacts(older.contact, younger.contact)
  const { inquiries: before } = older.contact
  joinConversations(db, older.contact, gone, at)
  moveRows(db, { kept, gone, before })
  const inquiry = mergeInquiries(older.inquiry, renumbered(younger.inquiry, before))
  saveContact(db, older, { contact }, at)
  // The row of an inquiry that goes on unchanged has moved all the same.
  saveInquiry(db, { ...older, inquiry: null }, { contact, inquiry }, at)
  forgetFound(db, gone)
  forgetFigures(db, gone)
  markStale(db, kept)
  removeContact(db).run({ id: gone })
  dropTwins(db, kept, openOf(older.inquiry, younger.inquiry))
  findAnew(db, kept)
  db.memory.forget()
}

type Row = {
  readonly phone: string | null
  readonly state: string
  readonly inquiry: string | null
}
type State = { readonly contact: ContactState; readonly inquiry: InquiryState | null }

function stateOf({ phone, state, inquiry }: Row): State {
  return { contact: { ...parseJson<ContactState>(state), phone }, inquiry: parseNullable(inquiry) }
}

/** Two that are open have become one. */
function openOf(...inquiries: readonly (InquiryState | null)[]): readonly string[] {
  return inquiries.flatMap((one) => (one === null || one.outcome !== null ? [] : one.id))
}

/** Their inquiries are counted on after those of the older contact. */
function renumbered(inquiry: InquiryState | null, before: number): InquiryState | null {
  return inquiry === null ? null : { ...inquiry, number: inquiry.number + before }
}

/** On a line where both talked the two conversations become one; from other lines theirs comes along. */
function joinConversations(db: Database, contact: ContactState, gone: ContactId, at: Iso): void {
  for (const { lineId, state } of conversations(db).all({ contactId: gone })) {
    const theirs = unasked(db, gone, lineId, parseJson<Dialogue>(state))
    const mine = conversation(db).get({ contactId: contact.id, lineId })
    if (mine === undefined) {
      moveConversation(db).run({ gone, kept: contact.id, lineId, ...columnsOf(theirs) })
      continue
    }
    const dialogue = parseJson<Dialogue>(mine.state)
    const before = { dialogue, version: mine.version }
    saveDialogue(db, before, { contact, dialogue: mergeDialogues(dialogue, theirs) }, at)
    removeConversation(db).run({ contactId: gone, lineId })
  }
}

/** Whom a model was asked for is nobody any more when its answer comes: their words wait for a turn again. */
function unasked(db: Database, contactId: ContactId, lineId: LineId, dialogue: Dialogue): Dialogue {
  const { question } = dialogue
  if (question === null) return dialogue
  // Its id is that of the message that asked.
  waitAgain(db).run({ contactId, lineId, messageId: question.id as MessageId })
  return { ...dialogue, status: question.status, question: null }
}

function columnsOf(dialogue: Dialogue) {
  return { status: dialogue.status, state: toJson(dialogue) }
}

const find = statement<{ id: ContactId }>()((query, arg) =>
  query
    .selectFrom('contacts')
    .leftJoin('inquiries', 'inquiries.id', 'contacts.inquiry_id')
    .select(['contacts.phone', 'contacts.state', 'inquiries.state as inquiry'])
    .where('contacts.id', '=', arg('id')),
)

const conversations = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('conversations')
    .select(['line_id as lineId', 'state'])
    .where('contact_id', '=', arg('contactId')),
)

type Chat = { contactId: ContactId; lineId: LineId }

const conversation = statement<Chat>()((query, arg) =>
  query
    .selectFrom('conversations')
    .select(['state', 'version'])
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId')),
)

const moveConversation = statement<{
  kept: ContactId
  gone: ContactId
  lineId: LineId
  status: Dialogue['status']
  state: string
}>()((query, arg) =>
  query
    .updateTable('conversations')
    .set({ contact_id: arg('kept'), status: arg('status'), state: arg('state') })
    .where('contact_id', '=', arg('gone'))
    .where('line_id', '=', arg('lineId')),
)

const removeConversation = statement<Chat>()((query, arg) =>
  query
    .deleteFrom('conversations')
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId')),
)

const waitAgain = statement<Chat & { messageId: MessageId }>()((query, arg) =>
  query
    .updateTable('inbox')
    .set({ status: 'pending', turn_at: null })
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .where('message_id', '=', arg('messageId'))
    .where('status', '=', 'done'),
)

const removeContact = statement<{ id: ContactId }>()((query, arg) =>
  query.deleteFrom('contacts').where('id', '=', arg('id')),
)
