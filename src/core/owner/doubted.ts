import { quote } from '../business/quote.js'
import { type Amount, amountDoubt } from './sale-amount.js'
import type { OpenLead, Pair, World } from './types.js'

/** How far a sum may be from what was quoted and still be the same order. */
const AT_MOST = 1.5

/** A sum as it was meant, or the two that it may stand for. */
export type Doubted =
  | { readonly kind: 'sure'; readonly value: number }
  | { readonly kind: 'doubt'; readonly amounts: Pair<number> }

/** "ganado ana 840": whoever was quoted 840.000 did not pay 840 pesos, and is not asked about it. */
export function doubtedOf(amount: Amount, lead: OpenLead, { business }: World): Doubted {
  const amounts = amountDoubt(amount, business.currency)
  if (amounts === null) return { kind: 'sure', value: amount.value }
  const known = [lead.quote?.amount ?? null, quote(business, lead.items)?.total ?? null]
  const [meant, other] = amounts.filter((value) =>
    known.some((sum) => sum !== null && value * AT_MOST >= sum && value <= sum * AT_MOST),
  )
  return meant === undefined || other !== undefined
    ? { kind: 'doubt', amounts }
    : { kind: 'sure', value: meant }
}
