import type { ContactState } from '../core/conversation/types.js'
import type { ContactId, Iso } from '../core/types.js'
import { keepContact } from './identity.js'
import { findAnew } from './keep-account.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** Keeps what an owner said of answering the person of a number, who need not have written yet. */
export function keepAttention(
  db: Database,
  phone: string,
  attention: ContactState['attention'],
  at: Iso,
): void {
  const { contactId } = keepContact(db, [{ kind: 'phone', value: phone }], null, at)
  const row = select(db).get({ contactId })
  if (row === undefined) return
  const state = { ...parseJson<ContactState>(row.state), attention }
  update(db).run({ contactId, state: toJson(state), at })
  findAnew(db, contactId)
  db.memory.cases.delete(contactId)
}

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query.selectFrom('contacts').select('state').where('id', '=', arg('contactId')),
)

const update = statement<{ contactId: ContactId; state: string; at: Iso }>()((query, arg) =>
  query
    .updateTable('contacts')
    .set({ state: arg('state'), updated_at: arg('at') })
    .where('id', '=', arg('contactId')),
)
