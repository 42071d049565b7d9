import type { Product } from './types.js'

/**
 * The sentence that tells the price of a product, to a question for the price or for the thing. Where nothing the
 * business sells has a minimum, nobody wonders about one.
 */
export function priceKey(
  product: Pick<Product, 'from'>,
  products: readonly Pick<Product, 'from'>[],
  asked: 'price' | 'thing',
): string {
  if (product.from > 1) return KEYS.several[asked]
  return KEYS[products.some(({ from }) => from > 1) ? 'one' : 'any'][asked]
}

const KEYS = {
  several: { price: 'chat.price.one', thing: 'chat.price.makes' },
  one: { price: 'chat.price.single', thing: 'chat.price.makes_single' },
  any: { price: 'chat.price.plain', thing: 'chat.price.makes_plain' },
} as const
