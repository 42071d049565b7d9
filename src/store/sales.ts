import type { InquiryState, Item } from '../core/conversation/types.js'
import type { ContactId, InquiryId, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** `amount` in whole units of `currency`. */
type Sale = {
  readonly id: string
  readonly contactId: ContactId
  readonly inquiryId: InquiryId
  readonly amount: number
  readonly currency: string
  /** Per cent off; 0 when there is one of unknown size; null without any. */
  readonly discount: number | null
  /** What was sold, in words; null when nobody wrote it down. */
  readonly product: string | null
  readonly at: Iso
}

export type StoredSale = Omit<Sale, 'discount' | 'product'> & { readonly voidedAt: Iso | null }

/** The same id again changes nothing. */
export function addSale(db: Database, sale: Sale): void {
  insert(db).run(sale)
}

/** Takes a sale back; it stays written that it was. */
export function voidSale(db: Database, id: string, at: Iso): void {
  setVoided(db).run({ id, at })
}

/** Oldest first, voided ones included. */
export function salesOf(db: Database, contactId: ContactId): readonly StoredSale[] {
  return select(db).all({ contactId })
}

type Sold = Pick<Sale, 'amount' | 'discount' | 'product' | 'at'> & {
  /** Of the inquiry that it closed. */
  readonly items: readonly Item[]
}

/** Sales that count, the oldest first, with what was bought in each. */
export function soldTo(db: Database, contactId: ContactId): readonly Sold[] {
  return selectSold(db)
    .all({ contactId })
    .map(({ inquiry, ...sale }) => ({
      ...sale,
      items: parseJson<InquiryState>(inquiry).items,
    }))
}

const insert = statement<Sale>()((query, arg) =>
  query
    .insertInto('sales')
    .values({
      id: arg('id'),
      contact_id: arg('contactId'),
      inquiry_id: arg('inquiryId'),
      amount: arg('amount'),
      currency: arg('currency'),
      discount: arg('discount'),
      product: arg('product'),
      at: arg('at'),
      voided_at: null,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const setVoided = statement<{ id: string; at: Iso }>()((query, arg) =>
  query
    .updateTable('sales')
    .set({ voided_at: arg('at') })
    .where('id', '=', arg('id'))
    .where('voided_at', 'is', null),
)

const selectSold = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('sales')
    .innerJoin('inquiries', 'inquiries.id', 'sales.inquiry_id')
    .select(['sales.amount', 'sales.discount', 'sales.product', 'sales.at'])
    .select(['inquiries.state as inquiry'])
    .where('sales.contact_id', '=', arg('contactId'))
    .where('sales.voided_at', 'is', null)
    .orderBy('sales.at')
    .orderBy('sales.id'),
)

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('sales')
    .select(['id', 'contact_id as contactId', 'inquiry_id as inquiryId', 'amount', 'currency'])
    .select(['at', 'voided_at as voidedAt'])
    .where('contact_id', '=', arg('contactId'))
    .orderBy('at')
    .orderBy('id'),
)
