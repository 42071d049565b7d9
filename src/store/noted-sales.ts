import type { PastSale } from '../core/intake/read-table.js'
import { isoDay, localTime } from '../core/schedule/local-time.js'
import type { ContactId, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** Sales of a list that are new, and how many of the others were noted here by another way. */
type Weighed = { readonly fresh: readonly PastSale[]; readonly noted: number }

/** Of whom the list speaks (null: nobody known) and how days and money count. */
type Place = { readonly timeZone: string; readonly currency: string }

/**
 * Tells the sales of a list from those that are here: of the same list before, by their id, or sold in the
 * chat, by person, day and sum, one for one. So a list of our own that comes back doubles nothing.
 */
export function weighSales(
  db: Database,
  contactId: ContactId | null,
  sales: readonly PastSale[],
  { timeZone, currency }: Place,
): Weighed {
  const own = contactId === null ? [] : select(db).all({ contactId, currency })
  const ids = new Set(own.map(({ id }) => id))
  const listed = new Set(sales.map(({ id }) => id))
  const keyOf = ({ at, amount }: { readonly at: Iso; readonly amount: number }): string =>
    `${isoDay(localTime(at, timeZone).day)} ${amount}`
  const others = own.filter(({ id, voidedAt }) => !listed.has(id) && voidedAt === null).map(keyOf)
  const fresh: PastSale[] = []
  let noted = 0
  for (const sale of sales) {
    if (ids.has(sale.id)) continue
    const twin = others.indexOf(keyOf(sale))
    if (twin < 0) fresh.push(sale)
    else {
      others.splice(twin, 1)
      noted += 1
    }
  }
  return { fresh, noted }
}

type Of = { contactId: ContactId; currency: string }

const select = statement<Of>()((query, arg) =>
  query
    .selectFrom('sales')
    .select(['id', 'amount', 'at', 'voided_at as voidedAt'])
    .where('contact_id', '=', arg('contactId'))
    .where('currency', '=', arg('currency')),
)
