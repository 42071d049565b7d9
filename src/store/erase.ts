import type { ContactState } from '../core/conversation/types.js'
import type { ContactId, Identity, Iso, MessageId } from '../core/types.js'
import { forgetAcquaintance } from './acquaintances.js'
import { keepMarksTrue } from './catch-up-figures.js'
import { ROWS_ABOUT } from './contact-tables.js'
import { forgetFigures } from './count-figures.js'
import { forgetInTalk } from './forget-in-talk.js'
import { forgetTables } from './sent-files.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'
import { forgetTalkAbout } from './staff-memory.js'
import { type Eraser, suppress } from './suppression.js'
import { forgetInSessions } from './whatsapp-session.js'

/**
 * Removes a person: every row about them, and what staff was told of them. A salted mark of their
 * identities stays, so that they are never written to unasked again; nothing leads from it back to
 * them. To be called inside a write job once the goodbye has left; calling it again is harmless.
 */
export function eraseContact(db: Database, contactId: ContactId, by: Eraser, at: Iso): void {
  const person = { contactId }
  for (const identity of selectIdentities(db).all(person)) {
    suppress(db, identity, by, at)
    forgetAcquaintance(db, identity)
    if (LINKED.includes(identity.kind)) forgetInSessions(db, identity.value.replace('+', ''))
  }
  db.memory.forget()
  forgetToldOf(db, contactId)
  forgetTables(db)
  forgetContact(db, contactId)
}

/** What staff was told of somebody, and asked about them, in their own chats. */
export function forgetToldOf(db: Database, contactId: ContactId): void {
  for (const remove of MESSAGES_ABOUT) remove(db).run({ contactId })
  forgetInTalk(db, contactId)
}

/**
 * Makes a person unknown again, as if they had never written: nothing marks them, and what staff was
 * told of them stays on staff's phones. To be called inside a write job.
 */
export function forgetContact(db: Database, contactId: ContactId): void {
  const person = { contactId }
  db.memory.forget()
  forgetReferrer(db, contactId)
  forgetTalkAbout(db, contactId)
  forgetFigures(db, contactId)
  // Children before the contact itself: foreign keys are on.
  for (const remove of OWN_ROWS) remove(db).run(person)
  deleteContact(db).run(person)
  keepMarksTrue(db)
}

/** Whom they sent stays a contact of their own, sent by nobody any more. */
function forgetReferrer(db: Database, contactId: ContactId): void {
  for (const { id, state } of selectReferred(db).all({ contactId })) {
    const contact = parseJson<ContactState>(state)
    clearReferrer(db).run({ id, state: toJson({ ...contact, referredBy: null }) })
  }
  clearReferral(db).run({ contactId })
}

/** The kinds of numbers under which a linked device keeps somebody's keys. */
const LINKED: readonly Identity['kind'][] = ['phone', 'lid']

type Of = { contactId: ContactId }

/** Cards and answers in staff's own chats hold the person's name and number. */
const MESSAGES_ABOUT = [
  statement<Of>()((query, arg) =>
    query.deleteFrom('outbox').where('id', 'in', (row) =>
      row
        .selectFrom('notices')
        .select((notice) => notice.fn.coalesce('notices.outbox_id', notice.lit(0)).as('id'))
        .where('notices.contact_id', '=', arg('contactId')),
    ),
  ),
  statement<Of>()((query, arg) =>
    query
      .deleteFrom('outbox')
      .where('message_id', 'in', (row) =>
        row
          .selectFrom('owner_words')
          .select('owner_words.reply_message_id')
          .where('owner_words.contact_id', '=', arg('contactId'))
          .where('owner_words.reply_message_id', 'is not', null)
          .$narrowType<{ reply_message_id: MessageId }>(),
      ),
  ),
]

const OWN_ROWS = ROWS_ABOUT.map((table) =>
  statement<Of>()((query, arg) =>
    query.deleteFrom(table).where('contact_id', '=', arg('contactId')),
  ),
)

const deleteContact = statement<Of>()((query, arg) =>
  query.deleteFrom('contacts').where('id', '=', arg('contactId')),
)

const selectIdentities = statement<Of>()((query, arg) =>
  query
    .selectFrom('identities')
    .select(['kind', 'value'])
    .where('contact_id', '=', arg('contactId')),
)

const selectReferred = statement<Of>()((query, arg) =>
  query.selectFrom('contacts').select(['id', 'state']).where('referred_by', '=', arg('contactId')),
)

const clearReferrer = statement<{ id: ContactId; state: string }>()((query, arg) =>
  query
    .updateTable('contacts')
    .set({ referred_by: null, state: arg('state') })
    .where('id', '=', arg('id')),
)

const clearReferral = statement<Of>()((query, arg) =>
  query
    .updateTable('referrals')
    .set({ referred_id: null, phone: null, name: null })
    .where('referred_id', '=', arg('contactId')),
)
