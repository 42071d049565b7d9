import type { ContactId, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** What somebody of the business wrote down about a contact; `ref` is the message it came in. */
type Note = {
  readonly ref: string
  readonly contactId: ContactId
  readonly by: ContactId
  readonly text: string
  readonly at: Iso
}

type StoredNote = Pick<Note, 'text' | 'at'> & { readonly by: ContactId | null }

export function addNote(db: Database, note: Note): void {
  insert(db).run(note)
}

/** Takes a note back: it is kept, and shown no more. */
export function voidNote(db: Database, ref: string, contactId: ContactId, at: Iso): void {
  setVoided(db).run({ ref, contactId, at })
}

/** Those that count, oldest first. */
export function notesOf(db: Database, contactId: ContactId): readonly StoredNote[] {
  return select(db).all({ contactId })
}

/** The newest of anybody that count, the newest first. */
export function latestNotes(
  db: Database,
  most: number,
): readonly Pick<Note, 'contactId' | 'text' | 'at'>[] {
  return selectLatest(db).all({ most })
}

const insert = statement<Note>()((query, arg) =>
  query.insertInto('notes').values({
    ref: arg('ref'),
    contact_id: arg('contactId'),
    by_contact: arg('by'),
    text: arg('text'),
    at: arg('at'),
    voided_at: null,
  }),
)

const setVoided = statement<{ ref: string; contactId: ContactId; at: Iso }>()((query, arg) =>
  query
    .updateTable('notes')
    .set({ voided_at: arg('at') })
    .where('contact_id', '=', arg('contactId'))
    .where('ref', '=', arg('ref'))
    .where('voided_at', 'is', null),
)

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('notes')
    .select(['by_contact as by', 'text', 'at'])
    .where('contact_id', '=', arg('contactId'))
    .where('voided_at', 'is', null)
    .orderBy('id'),
)

const selectLatest = statement<{ most: number }>()((query, arg) =>
  query
    .selectFrom('notes')
    .select(['contact_id as contactId', 'text', 'at'])
    .where('voided_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(arg('most')),
)
