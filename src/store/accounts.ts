import { sql } from 'kysely'
import type { ContactId, Iso, LineId } from '../core/types.js'
import type { Database } from './database.js'
import { statement } from './statement.js'

/** What a customer bought, and when a person last called them or was to. */
export type AccountRow = {
  readonly contactId: ContactId
  readonly sales: number
  readonly spent: number
  readonly firstSaleAt: Iso | null
  readonly lastSaleAt: Iso | null
  readonly touchedAt: Iso | null
  readonly firstListedAt: Iso | null
  readonly lastListedAt: Iso | null
  readonly owedAt: Iso | null
  readonly surprisedAt: Iso | null
}

/**
 * Everybody on a line who bought something or is marked as a key account. Once for each word of staff
 * that asks for it: it reads customers, not people.
 */
export function accountRows(db: Database, lineId: LineId): readonly AccountRow[] {
  return select(db).all({ lineId })
}

const CUSTOMERS = ['customer', 'repeat_customer', 'advocate'] as const

const select = statement<{ lineId: LineId }>()((query, arg) =>
  query
    .selectFrom('conversations')
    .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
    .leftJoin('sales', (join) =>
      join.onRef('sales.contact_id', '=', 'contacts.id').on('sales.voided_at', 'is', null),
    )
    .select(['contacts.id as contactId', sql<number>`count(sales.id)`.as('sales')])
    .select(sql<number>`coalesce(sum(sales.amount), 0)`.as('spent'))
    .select((row) => row.fn.min('sales.at').as('firstSaleAt'))
    .select((row) => row.fn.max('sales.at').as('lastSaleAt'))
    .select(
      sql<Iso | null>`(select max(at) from touches
      where touches.contact_id = contacts.id and voided_at is null)`.as('touchedAt'),
    )
    .select(listed('min', 'call_listed').as('firstListedAt'))
    .select(listed('max', 'call_listed').as('lastListedAt'))
    .select(listed('max', 'call_owed').as('owedAt'))
    .select(
      sql<Iso | null>`(select max(created_at) from notices
      where notices.contact_id = contacts.id and kind = 'gesture')`.as('surprisedAt'),
    )
    .where('conversations.line_id', '=', arg('lineId'))
    .where((row) =>
      row.or([
        row('contacts.vip', '=', sql.lit<1>(1)),
        row(
          'contacts.stage',
          'in',
          CUSTOMERS.map((stage) => sql.lit(stage)),
        ),
      ]),
    )
    .groupBy('contacts.id'),
)

/** Only what was said since the last call: before it somebody had called. */
function listed(which: 'min' | 'max', kind: 'call_listed' | 'call_owed') {
  return sql<Iso | null>`(select ${sql.raw(which)}(created_at) from notices
    where notices.contact_id = contacts.id and kind = ${sql.lit(kind)}
      and created_at > coalesce((select max(at) from touches
        where touches.contact_id = contacts.id and voided_at is null), ''))`
}
