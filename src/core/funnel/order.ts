import type { Business } from '../business/types.js'
import type { Case, Item } from '../conversation/types.js'

/**
 * What the person would buy, line by line: what they named, with the people it is for as quantity
 * where they gave none, or as many as are usual. Who names no product but is of a known kind of buyer ("una cafetería, somos
 * 14") gets what that kind usually takes.
 */
export function orderOf({ inquiry }: Pick<Case, 'inquiry'>, business: Business): readonly Item[] {
  if (inquiry === null) return []
  const slot = inquiry.slots.quantity
  const count = slot?.status === 'known' && typeof slot.value === 'number' ? slot.value : null
  if (inquiry.items.length > 0) {
    return inquiry.items.map((item) => ({
      ...item,
      quantity: item.quantity ?? count ?? usualOf(item, business),
    }))
  }
  if (count === null || inquiry.unknownProduct !== null) return []
  return suggestedBy(inquiry.persona, business).map((product) => ({ product, quantity: count }))
}

/** How many of it are taken where nobody says; null where that cannot be told. */
export function usualOf({ product }: Item, { products }: Business): number | null {
  return products.find(({ id }) => id === product)?.usual ?? null
}

/** Ids of the products that this kind of buyer usually takes. */
export function suggestedBy(persona: string | null, business: Business): readonly string[] {
  return business.personas.find(({ id }) => id === persona)?.suggests ?? []
}
