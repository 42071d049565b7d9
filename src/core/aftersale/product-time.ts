import type { Business } from '../business/types.js'
import type { Draft } from '../conversation/draft.js'
import type { ContactState } from '../conversation/types.js'
import { addDuration, subtractDuration } from '../schedule/due.js'
import type { Iso } from '../types.js'

type Buyer = Pick<ContactState, 'lastOrder'>

/** When a wait ends that begins now; null where what was bought says nothing of it. */
export function waitEnd(draft: Draft, after: string, before: string | null): Iso | null {
  const { contact, context } = draft
  const { timeZone } = context.business
  if (after !== 'cycle' && after !== 'renewal') return addDuration(context.now, after, timeZone)
  const due = lastOf(contact, context.business, after)
  if (due === null) return null
  const early = before === null ? due : subtractDuration(due, before, timeZone)
  return early > context.now ? early : context.now
}

/** When what they bought last is needed again, or has to be renewed: whichever of it comes first. */
export function lastOf(
  { lastOrder }: Buyer,
  { products, timeZone }: Pick<Business, 'products' | 'timeZone'>,
  of: 'cycle' | 'renewal',
): Iso | null {
  if (lastOrder === null) return null
  const due = lastOrder.items.flatMap(({ product }) => {
    const period = products.find(({ id }) => id === product)?.[of] ?? null
    return period === null ? [] : [addDuration(lastOrder.at, period, timeZone)]
  })
  return due.sort()[0] ?? null
}
