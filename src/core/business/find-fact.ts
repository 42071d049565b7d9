import type { Reading } from '../understanding/types.js'
import type { Mention, Mentions } from './mentions.js'
import type { Business, Fact, Product } from './types.js'

type FoundFact =
  | { readonly kind: 'fact'; readonly fact: Fact }
  /** The price of these products answers, in the order in which they were named. */
  | { readonly kind: 'price'; readonly products: readonly Product[] }

/**
 * What of the business file answers a message. A price asked of a named product is that product's;
 * any other fact goes by its own words; a question that only names a product ("¿hacen delantales?")
 * is answered by its price too. Null when the file knows no answer.
 */
export function findFact(
  business: Business,
  mentions: Mentions,
  reading: Pick<Reading, 'intents' | 'cues'>,
): FoundFact | null {
  const products = namedIn(business.products, mentions.products)
  const asksPrice = reading.intents.includes('price')
  if (asksPrice && products.length > 0) return { kind: 'price', products }
  const fact = namedIn(business.facts, mentions.facts)[0]
  if (fact !== undefined) return { kind: 'fact', fact }
  if (reading.cues.includes('asks') && products.length > 0) return { kind: 'price', products }
  return null
}

function namedIn<T extends { readonly id: string }>(
  things: readonly T[],
  mentions: readonly Mention[],
): readonly T[] {
  const ids = [...new Set(mentions.map(({ id }) => id))]
  return ids.flatMap((id) => things.filter((thing) => thing.id === id))
}
