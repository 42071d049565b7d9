import type { Item } from '../conversation/types.js'
import { type Messages, message } from '../messages.js'
import type { Business, Product } from './types.js'

type Quote = {
  /** Sum of the lines with a price in the business's currency, whole units of it. */
  readonly total: number
  /** Every line is of a product whose price in that currency is known. */
  readonly priced: boolean
  /** Lines with fewer pieces than the price is for. */
  readonly under: readonly Item[]
}

/** How a group of things agrees: "la camisa" is one f, "las camisas y los delantales" other m. */
export type Agreement = { readonly number: 'one' | 'other'; readonly gender: 'f' | 'm' }

/** Whether its price adds up with those of others: nobody here knows what a dollar is worth today. */
export function isInOwnMoney(
  { currency }: Pick<Business, 'currency'>,
  product: Pick<Product, 'currency'>,
): boolean {
  return product.currency === currency
}

/** What an order costs by the facts; null while a quantity is missing or nothing has a price. */
export function quote(business: Business, items: readonly Item[]): Quote | null {
  const under: Item[] = []
  let total = 0
  let priced = 0
  for (const item of items) {
    if (item.quantity === null) return null
    const product = productOf(business, item)
    if (product === null || !isInOwnMoney(business, product)) continue
    priced++
    total += product.price * item.quantity
    if (item.quantity < product.from) under.push(item)
  }
  return priced === 0 ? null : { total, priced: priced === items.length, under }
}

/** "20 camisetas polo y 20 delantales"; what is not in the catalogue keeps its own name. */
export function itemsText(business: Business, items: readonly Item[], messages: Messages): string {
  return strung(
    items.map((item) => itemText(business, item, messages)),
    messages,
  )
}

/** "las 20 camisetas polo y los 20 delantales"; one piece is "la camiseta polo". */
export function itemsWithArticles(
  business: Business,
  items: readonly Item[],
  messages: Messages,
): string {
  const texts = items.map((item) => {
    const article = articleOf(agreementOf(business, [item]), messages)
    const thing = item.quantity === 1 ? nameOf(business, item) : itemText(business, item, messages)
    return `${article} ${thing}`
  })
  return strung(texts, messages)
}

/** Number and gender of the whole order; of mixed genders the masculine stands. */
export function agreementOf(business: Business, items: readonly Item[]): Agreement {
  const feminine = items.every((item) => productOf(business, item)?.gender === 'f')
  const single = items.length === 1 && items[0]?.quantity === 1
  return { number: single ? 'one' : 'other', gender: items.length > 0 && feminine ? 'f' : 'm' }
}

/** "las", "los", "la" or "el". */
export function articleOf(agreement: Agreement, messages: Messages): string {
  const params = { n: agreement.number === 'one' ? 1 : 2 }
  return agreement.gender === 'f'
    ? message(messages, 'order.feminine', params)
    : message(messages, 'order.masculine', params)
}

/** Texts in a row: "a", "a y b", "a, b y c". */
export function strung(texts: readonly string[], messages: Messages): string {
  const [head, ...rest] = texts
  if (head === undefined) return ''
  return rest.reduce((first, next, at) => {
    if (at === rest.length - 1) return message(messages, 'order.and', { first, last: next })
    return message(messages, 'order.comma', { first, next })
  }, head)
}

function itemText(business: Business, item: Item, messages: Messages): string {
  const thing = nameOf(business, item)
  // Nobody counts what is made an appointment for.
  if (item.quantity === null || (item.quantity === 1 && business.appointments)) return thing
  return message(messages, 'order.counted', { n: item.quantity, thing })
}

function nameOf(business: Business, item: Item): string {
  const product = productOf(business, item)
  if (product === null) return item.product
  return item.quantity === 1 ? product.one : product.many
}

function productOf(business: Business, item: Item): Product | null {
  return business.products.find(({ id }) => id === item.product) ?? null
}
