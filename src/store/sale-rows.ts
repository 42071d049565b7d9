import type { ListedSale } from '../core/intake/sales-csv.js'
import type { Iso } from '../core/types.js'
import { contactName } from './contact-name.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

const PAGE = 200

/** Every sale that counts, the oldest first, some at a time. */
export function* salePages(db: Database): Generator<readonly ListedSale[], void> {
  let after: { at: Iso; id: string } = { at: '' as Iso, id: '' }
  for (;;) {
    const rows = selectPage(db).all({ ...after, limit: PAGE })
    const last = rows.at(-1)
    if (last === undefined) return
    after = { at: last.at, id: last.id }
    yield rows.map(({ id: _, contactId, ...sale }) => ({
      ...sale,
      name: contactName(db, contactId) || null,
    }))
  }
}

const selectPage = statement<{ at: Iso; id: string; limit: number }>()((query, arg) =>
  query
    .selectFrom('sales')
    .innerJoin('contacts', 'contacts.id', 'sales.contact_id')
    .select(['sales.id', 'sales.at', 'sales.amount', 'sales.currency', 'sales.product'])
    .select(['contacts.id as contactId', 'contacts.phone'])
    .where('sales.voided_at', 'is', null)
    .where('sales.at', '>=', arg('at'))
    .where((row) =>
      row.not(row.and([row('sales.at', '=', arg('at')), row('sales.id', '<=', arg('id'))])),
    )
    .orderBy('sales.at')
    .orderBy('sales.id')
    .limit(arg('limit')),
)
