import { priceKey } from '../business/price-key.js'
import { articleOf, isInOwnMoney, quote, strung } from '../business/quote.js'
import type { Product } from '../business/types.js'
import { wordList } from '../business/word-list.js'
import { totalOf } from '../funnel/facts-of-case.js'
import { orderOf } from '../funnel/order.js'
import { message, wordingOf } from '../messages.js'
import { type Answered, tookNothingWanted } from './answered.js'
import { countingPieces } from './counting-pieces.js'
import { type Draft, flowOf, patchDialogue, speak } from './draft.js'
import type { Heard } from './heard.js'
import { slotOf } from './note-slot.js'
import { readAs } from './read-as.js'
import { setItems } from './set-items.js'
import { merge } from './take-products.js'
import { moneyText } from './variables.js'

/** The prices of products that were named, and how to add them to an order. */
export function sayPrices(draft: Draft, heard: Heard, products: readonly Product[]): Answered {
  // When they give a count with it, the order's total follows as an echo: one price is enough.
  const priced = totalOf(draft, draft.context) !== null
  const one = draft.fresh.has('need') && isUsual(products) && echoesNeed(draft)
  const news = draft.fresh.has('quantity') || one
  if (priced && ordered(draft, products) && news) return 'answered'
  const asksPrice = heard.reading.intents.includes('price')
  for (const product of products.slice(0, 3)) sayPrice(draft, product, asksPrice)
  // When the quantity is about to be asked, the invitation would only say it twice.
  const counted = slotOf(draft, 'quantity') !== undefined || draft.dialogue.status === 'handed'
  if (draft.dialogue.topic !== null && counted) invite(draft, products)
  return 'answered'
}

/** Whether this talk says back what they want, with what it comes to. */
function echoesNeed(draft: Draft): boolean {
  return flowOf(draft).echoes.some(({ of, on }) => on === 'new' && of.includes('need'))
}

/** Says how to add it, in words that agree with it. */
function invite(draft: Draft, products: readonly Product[]): void {
  const ids = products.map(({ id }) => id)
  speak(draft, 'chat.price.invite', ({ spoken, context: { messages } }) => {
    const named = spoken.products.filter(({ id }) => ids.includes(id))
    const options = { treatment: spoken.treatment, turn: 0 }
    const [count, pronoun] = named.every(({ gender }) => gender === 'f') ? FEMININE : MASCULINE
    return {
      cuántos: wordingOf(messages, count, options),
      los: wordingOf(messages, pronoun, options, 2),
    }
  })
}

const FEMININE = ['order.how_many_feminine', 'order.pronoun_feminine'] as const
const MASCULINE = ['order.how_many_masculine', 'order.pronoun_masculine'] as const

/** Things of which so many are taken unless somebody says otherwise. */
function isUsual(products: readonly Product[]): boolean {
  return products.every(({ usual }) => usual !== null)
}

/** Whether they are already part of the order with a count. */
function ordered(draft: Draft, products: readonly Product[]): boolean {
  const items = orderOf(draft, draft.context.business)
  return products.every(({ id }) =>
    items.some(({ product, quantity }) => product === id && quantity !== null),
  )
}

function sayPrice(draft: Draft, product: Product, asksPrice: boolean): void {
  const values = ({ spoken, context: { messages } }: Draft) => {
    const named = spoken.products.find(({ id }) => id === product.id) ?? product
    const article = articleOf({ number: 'one', gender: named.gender }, messages)
    const includes = named.includes?.[spoken.treatment] ?? ''
    return {
      el_producto: named.one === '' ? undefined : `${article} ${named.one}`,
      precio: moneyText(draft, product.price, product.currency),
      mínimo: product.from,
      incluye: includes === '' ? '' : ` ${includes}`,
    }
  }
  const { products } = draft.context.business
  speak(draft, priceKey(product, products, asksPrice ? 'price' : 'thing'), values)
}

/** A price asked without naming anything: of what they already ordered, or the range of what there is. */
export function sayPriceOfOrder(draft: Draft, heard: Heard): Answered {
  if (sayWhatIf(draft, heard)) return 'answered'
  takeBoth(draft, heard)
  if (totalOf(draft, draft.context) !== null) {
    if (tookNothingWanted(draft)) speak(draft, 'chat.price.total')
    return 'answered'
  }
  const named = draft.context.business.products.filter(({ id }) =>
    draft.inquiry?.items.some(({ product }) => product === id),
  )
  if (named.length > 0) {
    for (const product of named.slice(0, 3)) sayPrice(draft, product, true)
    return 'answered'
  }
  return sayAll(draft) ? 'answered' : sayRange(draft)
}

/** "¿y las dos cosas?": what they asked about last, beside what they want. */
function takeBoth(draft: Draft, heard: Heard): void {
  const { topic } = draft.dialogue
  const items = draft.inquiry?.items ?? []
  const both = wordList(draft.context.messages, 'order.both')
  const says = both.some((words) => ` ${heard.words.join(' ')} `.includes(` ${words} `))
  if (topic === null || items.length === 0 || !says) return
  patchDialogue(draft, { topic: null })
  setItems(draft, heard, merge(items, [{ product: topic, quantity: null }]))
}

/** More prices than these are no answer in a chat. */
const MOST_PRICES = 6

/** What each of a few things costs. */
function sayAll(draft: Draft): boolean {
  const priced = draft.context.business.products
  if (priced.length > MOST_PRICES) return false
  const counted = priced.some(({ from }) => from > 1)
  return speak(draft, counted ? 'chat.price.all' : 'chat.price.all_plain', (spoken) => {
    const { messages } = spoken.context
    const each = spoken.spoken.products.map(({ one, price, currency }) =>
      message(messages, 'chat.price.each', {
        cosa: one,
        precio: moneyText(spoken, price, currency),
      }),
    )
    const named = spoken.spoken.products.every(({ one }) => one !== '')
    return { cosas: named && each.length > 0 ? strung(each, messages) : undefined }
  })
}

/** "¿y cuánto sería con 30?": the order at another quantity, which changes nothing yet. */
export function sayWhatIf(draft: Draft, heard: Heard): boolean {
  const again = readAs(draft.context, heard.text, 'quantity').quantities
  const count = (heard.reading.quantities.at(-1) ?? countingPieces(draft, heard, again).at(-1))
    ?.value.count
  const items = draft.inquiry?.items ?? []
  if (count === undefined || items.length === 0 || !tookNothingWanted(draft)) return false
  const { business } = draft.context
  const found = quote(
    business,
    items.map((item) => ({ ...item, quantity: count })),
  )
  if (found === null || !found.priced) return false
  const [under] = found.under
  const least = business.products.find(({ id }) => id === under?.product)?.from
  if (least !== undefined) return speak(draft, 'chat.price.too_few', { mínimo: least })
  // "ok, 100" takes it up.
  const [only, ...others] = items
  if (only !== undefined && others.length === 0) patchDialogue(draft, { topic: only.product })
  return speak(draft, 'chat.price.what_if', { n: count, monto: moneyText(draft, found.total) })
}

function sayRange(draft: Draft): Answered {
  const { business } = draft.context
  const byPrice = business.products
    .filter((product) => isInOwnMoney(business, product))
    .toSorted((a, b) => a.price - b.price)
  const [cheap, dear] = [byPrice[0], byPrice.at(-1)]
  if (cheap === undefined || dear === undefined) return 'unknown'
  speak(draft, 'chat.price.range', ({ spoken: { products } }) => ({
    desde: moneyText(draft, cheap.price),
    barato: products.find(({ id }) => id === cheap.id)?.one || undefined,
    hasta: moneyText(draft, dear.price),
    caro: products.find(({ id }) => id === dear.id)?.one || undefined,
  }))
  return 'answered'
}
