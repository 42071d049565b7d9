import type { Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** Money spent to be found; `amount` in whole units of `currency`, `ref` the message that said it. */
type SpendEntry = {
  readonly ref: string
  readonly source: string
  readonly amount: number
  readonly currency: string
  readonly at: Iso
}

export function addSpend(db: Database, spend: SpendEntry): void {
  insert(db).run(spend)
}

/** Takes it back; it stays written that it was said. */
export function voidSpend(db: Database, ref: string, at: Iso): void {
  setVoided(db).run({ ref, at })
}

/** What counts, in the business's own money. */
export function spendOf(
  db: Database,
  currency: string,
): readonly Pick<SpendEntry, 'source' | 'amount' | 'at'>[] {
  return select(db).all({ currency })
}

const insert = statement<SpendEntry>()((query, arg) =>
  query.insertInto('spend').values({
    campaign_id: null,
    source: arg('source'),
    amount: arg('amount'),
    currency: arg('currency'),
    at: arg('at'),
    ref: arg('ref'),
    voided_at: null,
  }),
)

const setVoided = statement<{ ref: string; at: Iso }>()((query, arg) =>
  query
    .updateTable('spend')
    .set({ voided_at: arg('at') })
    .where('ref', '=', arg('ref'))
    .where('voided_at', 'is', null),
)

const select = statement<{ currency: string }>()((query, arg) =>
  query
    .selectFrom('spend')
    .select((row) => row.fn.coalesce('source', row.val('')).as('source'))
    .select(['amount', 'at'])
    .where('currency', '=', arg('currency'))
    .where('voided_at', 'is', null),
)
