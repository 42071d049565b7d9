import type { ContactId, InquiryId, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** A price that the owner gave; `ref` is the owner's own message, which its undo names too. */
type Quote = {
  readonly ref: string
  readonly contactId: ContactId
  readonly inquiryId: InquiryId
  readonly amount: number
  readonly currency: string
  /** Per cent off; 0 when there is one of unknown size; null without any. */
  readonly discount: number | null
  readonly at: Iso
}

export type StoredQuote = Omit<Quote, 'inquiryId' | 'contactId'> & {
  readonly sentAt: Iso | null
  readonly voidedAt: Iso | null
}

export function addQuote(db: Database, quote: Quote): void {
  insert(db).run(quote)
}

/** The person was sent it. */
export function markQuoteSent(db: Database, ref: string, contactId: ContactId, at: Iso): void {
  setSent(db).run({ ref, contactId, at })
}

/** Takes a quote back; it stays written that it was given. */
export function voidQuote(db: Database, ref: string, contactId: ContactId, at: Iso): void {
  setVoided(db).run({ ref, contactId, at })
}

/** Oldest first, voided ones included. */
export function quotesOf(db: Database, contactId: ContactId): readonly StoredQuote[] {
  return select(db)
    .all({ contactId })
    .map(({ ref, ...quote }) => ({ ...quote, ref: ref ?? '' }))
}

const insert = statement<Quote>()((query, arg) =>
  query.insertInto('quotes').values({
    ref: arg('ref'),
    contact_id: arg('contactId'),
    inquiry_id: arg('inquiryId'),
    amount: arg('amount'),
    currency: arg('currency'),
    discount: arg('discount'),
    at: arg('at'),
    sent_at: null,
    voided_at: null,
  }),
)

type Marked = { ref: string; contactId: ContactId; at: Iso }

const setSent = statement<Marked>()((query, arg) =>
  query
    .updateTable('quotes')
    .set({ sent_at: arg('at') })
    .where('contact_id', '=', arg('contactId'))
    .where('ref', '=', arg('ref')),
)

const setVoided = statement<Marked>()((query, arg) =>
  query
    .updateTable('quotes')
    .set({ voided_at: arg('at') })
    .where('contact_id', '=', arg('contactId'))
    .where('ref', '=', arg('ref'))
    .where('voided_at', 'is', null),
)

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('quotes')
    .select(['ref', 'amount', 'currency', 'discount', 'at'])
    .select(['sent_at as sentAt', 'voided_at as voidedAt'])
    .where('contact_id', '=', arg('contactId'))
    .orderBy('id'),
)
