import type { ContactId, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** A call or visit by a person of the business; `ref` is the message it was told in. */
type Touch = {
  readonly ref: string
  readonly contactId: ContactId
  readonly by: ContactId
  readonly byName: string
  readonly note: string
  readonly at: Iso
}

export type StoredTouch = { readonly by: string; readonly note: string; readonly at: Iso }

/** The same message again changes nothing. */
export function addTouch(db: Database, touch: Touch): void {
  if (selectRef(db).get({ contactId: touch.contactId, ref: touch.ref }) === undefined) {
    insert(db).run(touch)
  }
}

/** Takes one back: it is kept, and counts no more. */
export function voidTouch(db: Database, ref: string, contactId: ContactId, at: Iso): void {
  setVoided(db).run({ ref, contactId, at })
}

/** Those that count, oldest first. */
export function touchesOf(db: Database, contactId: ContactId): readonly StoredTouch[] {
  return select(db).all({ contactId })
}

const insert = statement<Touch>()((query, arg) =>
  query.insertInto('touches').values({
    contact_id: arg('contactId'),
    by_name: arg('byName'),
    by_contact: arg('by'),
    note: arg('note'),
    at: arg('at'),
    ref: arg('ref'),
    voided_at: null,
  }),
)

const selectRef = statement<{ contactId: ContactId; ref: string }>()((query, arg) =>
  query
    .selectFrom('touches')
    .select('id')
    .where('contact_id', '=', arg('contactId'))
    .where('ref', '=', arg('ref')),
)

const setVoided = statement<{ ref: string; contactId: ContactId; at: Iso }>()((query, arg) =>
  query
    .updateTable('touches')
    .set({ voided_at: arg('at') })
    .where('contact_id', '=', arg('contactId'))
    .where('ref', '=', arg('ref'))
    .where('voided_at', 'is', null),
)

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('touches')
    .select(['by_name as by', 'note', 'at'])
    .where('contact_id', '=', arg('contactId'))
    .where('voided_at', 'is', null)
    .orderBy('id'),
)
