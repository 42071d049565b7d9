import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Buyer } from '../core/aftersale/gesture.js'
import type { ContactId, Iso, LineId } from '../core/types.js'
import type { Schema } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { type Query, statement } from './sqlite/statement.js'

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

/** A customer or marked person; null for anybody else. */
export function accountRow(db: Database, contactId: ContactId): AccountRow | null {
  return select(db).get({ contactId }) ?? null
}

/** Whoever is marked, or bought at least so often and for so much, the last time not before `since`. */
export function keyAccountIds(
  db: Database,
  { sales, spent, since }: { readonly sales: number; readonly spent: number; readonly since: Iso },
): readonly ContactId[] {
  const ids = [...selectMarked(db).all({}), ...selectBuyers(db).all({ sales, spent, since })]
  return [...new Set(ids.map(({ contactId }) => contactId))].sort()
}

/** How many on a line bought something that counts. */
export function countCustomers(db: Database, lineId: LineId): number {
  return selectCount(db).get({ lineId })?.n ?? 0
}

/** Whoever of them bought last, first; of two who bought at once the one known longer. */
export function lastCustomers(db: Database, lineId: LineId, most: number): readonly ContactId[] {
  return selectLast(db)
    .all({ lineId, most })
    .map(({ contactId }) => contactId)
}

/** Everybody on a line who bought something that counts, and how often, for how much, and was surprised when. */
export function buyers(db: Database, lineId: LineId): readonly Buyer[] {
  return selectSurprised(db).all({ lineId })
}

const CUSTOMERS = ['customer', 'repeat_customer', 'advocate'] as const

const isAccount = (row: ExpressionBuilder<Pick<Schema, 'contacts'>, 'contacts'>) =>
  row.or([
    row('contacts.vip', '=', sql.lit<1>(1)),
    row(
      'contacts.stage',
      'in',
      CUSTOMERS.map((stage) => sql.lit(stage)),
    ),
  ])

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('contacts')
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
    .select(surprisedAt('contacts.id').as('surprisedAt'))
    .where('contacts.id', '=', arg('contactId'))
    .where((row) => isAccount(row))
    .groupBy('contacts.id'),
)

const selectMarked = statement()((query) =>
  query.selectFrom('contacts').select('id as contactId').where('vip', '=', sql.lit<1>(1)),
)

const selectBuyers = statement<{ sales: number; spent: number; since: Iso }>()((query, arg) =>
  query
    .selectFrom('sales')
    .select('contact_id as contactId')
    .where('voided_at', 'is', null)
    .groupBy('contact_id')
    .having((row) => row.fn.countAll<number>(), '>=', arg('sales'))
    .having((row) => row.fn.sum<number>('amount'), '>=', arg('spent'))
    .having((row) => row.fn.max('at'), '>=', arg('since')),
)

/** Sales that count, of whoever talked on a line. */
const soldOn = (query: Query, lineId: RawBuilder<LineId>) =>
  query
    .selectFrom('sales')
    .innerJoin('conversations', 'conversations.contact_id', 'sales.contact_id')
    .where('conversations.line_id', '=', lineId)
    .where('sales.voided_at', 'is', null)

const selectCount = statement<{ lineId: LineId }>()((query, arg) =>
  soldOn(query, arg('lineId')).select(sql<number>`count(distinct sales.contact_id)`.as('n')),
)

const selectLast = statement<{ lineId: LineId; most: number }>()((query, arg) =>
  soldOn(query, arg('lineId'))
    .select('sales.contact_id as contactId')
    .groupBy('sales.contact_id')
    .orderBy((row) => row.fn.max('sales.at'), 'desc')
    .orderBy('sales.contact_id')
    .limit(arg('most')),
)

const selectSurprised = statement<{ lineId: LineId }>()((query, arg) =>
  soldOn(query, arg('lineId'))
    .select('sales.contact_id as id')
    .select((row) => row.fn.countAll<number>().as('sales'))
    .select((row) => row.fn.sum<number>('sales.amount').as('spent'))
    .select(surprisedAt('sales.contact_id').as('surprisedAt'))
    .groupBy('sales.contact_id'),
)

function surprisedAt(contact: 'contacts.id' | 'sales.contact_id') {
  return sql<Iso | null>`(select max(created_at) from notices
    where notices.contact_id = ${sql.ref(contact)} and kind = 'gesture')`
}

/** Only what was said since the last call: before it somebody had called. */
function listed(which: 'min' | 'max', kind: 'call_listed' | 'call_owed') {
  return sql<Iso | null>`(select ${sql.raw(which)}(created_at) from notices
    where notices.contact_id = contacts.id and kind = ${sql.lit(kind)}
      and created_at > coalesce((select max(at) from touches
        where touches.contact_id = contacts.id and voided_at is null), ''))`
}
