import type { ContactId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** How much is kept of one person. */
export function countsOf(
  db: Database,
  contactId: ContactId,
): { readonly texts: number; readonly files: number; readonly sales: number } {
  return select(db).get({ contactId }) ?? { texts: 0, files: 0, sales: 0 }
}

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('contacts')
    .select((row) => [
      row
        .selectFrom('inbox')
        .select((each) => each.fn.countAll<number>().as('n'))
        .where('inbox.contact_id', '=', arg('contactId'))
        .$asScalar()
        .$notNull()
        .as('texts'),
      row
        .selectFrom('media')
        .select((each) => each.fn.countAll<number>().as('n'))
        .where('media.contact_id', '=', arg('contactId'))
        .$asScalar()
        .$notNull()
        .as('files'),
      row
        .selectFrom('sales')
        .select((each) => each.fn.countAll<number>().as('n'))
        .where('sales.contact_id', '=', arg('contactId'))
        .where('sales.voided_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('sales'),
    ])
    .where('contacts.id', '=', arg('contactId')),
)
