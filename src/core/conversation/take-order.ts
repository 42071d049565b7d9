import type { Mention } from '../business/mentions.js'
import { itemsText, strung } from '../business/quote.js'
import { wordList } from '../business/word-list.js'
import { suggestedBy } from '../funnel/order.js'
import type { Found, Quantity } from '../understanding/types.js'
import { type Draft, patchDialogue, patchInquiry, tell } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot, slotOf } from './note-slot.js'
import { takeNeedInWords } from './take-need.js'
import type { Item } from './types.js'

/** How far a quantity may stand from the product it counts, in characters. */
const REACH = 25

/**
 * Takes what they want and how many: products of the business file with their counts, a kind of
 * buyer, or a count alone that belongs to what was named before.
 */
export function takeOrder(draft: Draft, heard: Heard): void {
  if (draft.inquiry === null) return
  const mentioned = heard.mentions.products
  const without = mentioned.filter((mention) => isTakenOut(draft, heard, mention))
  const named = pair(
    mentioned.filter((mention) => !without.includes(mention)),
    countsOf(heard),
  )
  if (without.length > 0) takeOut(draft, heard, without)
  if (named.length > 0) takeProducts(draft, heard, named)
  else if (heard.reading.cues.includes('same') || wantsMore(draft, heard))
    takeSameAgain(draft, heard)
  else takeCount(draft, heard)
  takeKindOfBuyer(draft, heard)
  takeNotMade(draft, heard)
  takeNeedInWords(draft, heard)
}

/** The counts of a message; "¿cuánto vale un delantal?" asks for the price of one and orders none. */
function countsOf({ reading }: Heard): readonly Found<Quantity>[] {
  const asks = reading.intents.includes('price') || reading.cues.includes('asks')
  return reading.quantities.filter(({ value }) => !(asks && value.count === 1))
}

/** "sin los pantalones", "quite los delantales". */
function isTakenOut(draft: Draft, heard: Heard, { span: [start] }: Mention): boolean {
  const before = heard.folded.slice(0, start).trimEnd().split(/\s+/).slice(-2)
  const words = wordList(draft.context.messages, 'order.without')
  return before.some((word) => words.includes(word))
}

function takeOut(draft: Draft, heard: Heard, mentions: readonly Mention[]): void {
  const ids = mentions.map(({ id }) => id)
  const items = (draft.inquiry?.items ?? []).filter(({ product }) => !ids.includes(product))
  if (items.length > 0 && items.length !== draft.inquiry?.items.length)
    setItems(draft, heard, items)
}

/** Gives every product the nearest count before it, or one right after it. */
export function pair(
  products: readonly Mention[],
  quantities: readonly Found<Quantity>[],
): readonly Item[] {
  // Of a single product the count may come later: "delantales, y que sean 30".
  const after = products.length === 1 ? 20 : 3
  const free = [...quantities]
  const take = (fits: (quantity: Found<Quantity>) => boolean): number | null => {
    const at = free.findLastIndex(fits)
    return at < 0 ? null : (free.splice(at, 1)[0]?.value.count ?? null)
  }
  const counted = products.map(({ id, span: [start, end] }, index) => {
    const floor = products[index - 1]?.span[1] ?? 0
    const quantity =
      take(
        (each) =>
          each.span[0] >= floor - 1 && each.span[0] < start && start - each.span[0] <= REACH,
      ) ?? take((each) => each.span[0] >= end && each.span[0] - end <= after)
    return { product: id, quantity }
  })
  return [...new Map(counted.map((item) => [item.product, item])).values()]
}

function takeProducts(draft: Draft, heard: Heard, named: readonly Item[]): void {
  const before = draft.inquiry?.items ?? []
  const onlyAsks = heard.reading.cues.includes('asks') || heard.reading.intents.includes('price')
  const wants = before.length > 0 || slotOf(draft, 'need')?.status === 'known'
  if (onlyAsks && wants && named.every(({ quantity }) => quantity === null)) {
    return patchDialogue(draft, { topic: named.at(-1)?.product ?? null })
  }
  if (says(draft, heard, 'order.only') && before.length > 1) {
    return setItems(
      draft,
      heard,
      before.filter((item) => named.some(({ product }) => product === item.product)),
    )
  }
  const instead = heard.reading.intents.includes('correction') || saysInstead(draft, heard)
  const swaps = instead && before.length === 1 && named.length === 1
  const items = swaps ? swap(before, named) : merge(before, named)
  setItems(draft, heard, items)
}

/** "mejor camisetas": in place of what they wanted before. */
function saysInstead(draft: Draft, heard: Heard): boolean {
  return says(draft, heard, 'order.instead')
}

function says(draft: Draft, { folded }: Heard, listKey: string): boolean {
  const words = folded.split(/[^\p{L}\p{N}]+/u)
  return wordList(draft.context.messages, listKey).some((word) => words.includes(word))
}

function swap(before: readonly Item[], named: readonly Item[]): readonly Item[] {
  return named.map((item) => ({ ...item, quantity: item.quantity ?? before[0]?.quantity ?? null }))
}

function merge(before: readonly Item[], named: readonly Item[]): readonly Item[] {
  const kept = before.map((item) => {
    const again = named.find(({ product }) => product === item.product)
    return again?.quantity == null ? item : again
  })
  return [
    ...kept,
    ...named.filter((item) => !before.some(({ product }) => product === item.product)),
  ]
}

function takeSameAgain(draft: Draft, heard: Heard): void {
  const last = draft.contact.lastOrder?.items ?? []
  const count = heard.reading.quantities[0]?.value.count ?? null
  if (last.length === 0) return takeCount(draft, heard)
  setItems(
    draft,
    heard,
    last.map((item) => ({ ...item, quantity: count ?? item.quantity })),
  )
}

/** "otras 15", from somebody who bought before and has named nothing yet. */
function wantsMore(draft: Draft, heard: Heard): boolean {
  const known = draft.contact.lastOrder !== null && draft.inquiry?.items.length === 0
  return known && heard.reading.quantities.length > 0 && says(draft, heard, 'order.more')
}

/** A count without a product: it counts what was named before, or the people it is for. */
function takeCount(draft: Draft, heard: Heard): void {
  const found = countsOf(heard).at(-1)
  if (found === undefined || draft.inquiry === null || !countFits(draft, heard, found)) return
  const { topic } = draft.dialogue
  const { items } = draft.inquiry
  const complete = items.every(({ quantity }) => quantity !== null)
  if (topic !== null && complete && !heard.reading.intents.includes('correction')) {
    patchDialogue(draft, { topic: null })
    return setItems(draft, heard, merge(items, [{ product: topic, quantity: found.value.count }]))
  }
  if (items.length > 0) {
    return setItems(
      draft,
      heard,
      items.map((item) => ({ ...item, quantity: found.value.count })),
    )
  }
  noteSlot(draft, heard, 'quantity', found.value.count, found)
}

function countFits(draft: Draft, heard: Heard, found: Found<Quantity>): boolean {
  if (found.value.unit !== null || draft.dialogue.topic !== null) return true
  if (heard.reading.intents.includes('correction') || saysInstead(draft, heard)) return true
  return slotOf(draft, 'quantity') === undefined
}

function setItems(draft: Draft, heard: Heard, items: readonly Item[]): void {
  const before = draft.inquiry?.items ?? []
  const told = draft.inquiry?.told === true && before.length > 0
  takeItems(draft, heard, items, told)
  if (!told) return
  const { business, messages } = draft.context
  const [from, to] = [before, items].map((each) => itemsText(business, each, messages))
  if (from !== undefined && to !== undefined && from !== to) {
    tell(draft, { kind: 'corrected', slot: 'need', from, to })
  }
}

function takeItems(draft: Draft, heard: Heard, items: readonly Item[], silent: boolean): void {
  patchInquiry(draft, { items, unknownProduct: null, notMade: null })
  const words = { said: saidOrder(heard), confidence: 1 }
  const { business, messages } = draft.context
  const names = items.map(
    ({ product }) => business.products.find(({ id }) => id === product)?.many ?? product,
  )
  noteSlot(draft, heard, 'need', strung(names, messages), words, silent)
  const counts = items.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]))
  if (counts.length > 0) {
    const sum = counts.reduce((total, count) => total + count, 0)
    noteSlot(
      draft,
      heard,
      'quantity',
      sum,
      { ...words, said: saidCounts(heard) ?? words.said },
      silent,
    )
  } else takeCountOfNone(draft, heard)
}

/** Products without counts beside a count with a unit of its own: "delantales, somos 14 personas". */
function takeCountOfNone(draft: Draft, heard: Heard): void {
  const found = countsOf(heard).at(-1)
  if (found !== undefined) noteSlot(draft, heard, 'quantity', found.value.count, found)
}

/** The words that name the order, from the first product or count to the last product. */
function saidOrder({ text, folded, mentions, reading }: Heard): string {
  const spans = mentions.products.map(({ span }) => span)
  if (spans.length === 0) return text.slice(0, 200)
  const first = Math.min(...spans.map(([start]) => start))
  const counts = reading.quantities.map(({ span }) => span[0]).filter((at) => first - at <= REACH)
  const [from, to] = [Math.min(first, ...counts), Math.max(...spans.map(([, end]) => end))]
  // Folding keeps every letter's place unless white space was collapsed.
  return (folded.length === text.length ? text : folded).slice(from, to)
}

function saidCounts({ reading }: Heard): string | null {
  const said = reading.quantities.map((found) => found.said)
  return said.length === 0 ? null : said.join(', ')
}

function takeKindOfBuyer(draft: Draft, heard: Heard): void {
  const [persona] = heard.mentions.personas
  if (persona === undefined || draft.inquiry === null) return
  patchInquiry(draft, { persona })
  const { business, messages } = draft.context
  const names = suggestedBy(persona, business).flatMap((id) => {
    const product = business.products.find((each) => each.id === id)
    return product === undefined ? [] : [product.many]
  })
  if (draft.inquiry.items.length > 0 || names.length === 0 || slotOf(draft, 'need')) return
  noteSlot(draft, heard, 'need', strung(names, messages), {
    said: heard.text.slice(0, 200),
    confidence: 0.7,
  })
}

function takeNotMade(draft: Draft, heard: Heard): void {
  const [mention] = heard.mentions.notMade
  if (mention === undefined || heard.mentions.products.length > 0) return
  patchInquiry(draft, { notMade: mention.id })
}
