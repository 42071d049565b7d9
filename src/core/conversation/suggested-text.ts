import { strung } from '../business/quote.js'
import { suggestedBy } from '../funnel/order.js'
import type { Draft } from './draft.js'

/** What their kind of buyer usually takes; null once they named something themselves. */
export function suggestedText(draft: Draft): string | null {
  const { business, messages } = draft.context
  const { products } = draft.spoken
  if (draft.inquiry === null || draft.inquiry.items.length > 0) return null
  const names = suggestedBy(draft.inquiry.persona, business).flatMap((id) => {
    const product = products.find((each) => each.id === id)
    return product === undefined ? [] : [product.one]
  })
  return names.length === 0 || names.includes('') ? null : strung(names, messages)
}
