import type { ContactState } from '../core/conversation/types.js'
import type { ContactId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** How somebody is called: as they said, else by their profile, else by their number; null for nobody. */
export function contactName(db: Database, contactId: ContactId): string | null {
  const row = select(db).get({ contactId })
  if (row === undefined) return null
  const { slots, profileName } = parseJson<ContactState>(row.state)
  return slots.name?.status === 'known' ? String(slots.name.value) : (profileName ?? row.phone)
}

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query.selectFrom('contacts').select(['phone', 'state']).where('id', '=', arg('contactId')),
)
