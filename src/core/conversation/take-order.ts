import type { Mention } from '../business/mentions.js'
import { strung } from '../business/quote.js'
import { wordList } from '../business/word-list.js'
import { orderOf, suggestedBy } from '../funnel/order.js'
import { fold } from '../understanding/normalise.js'
import type { Found, Quantity } from '../understanding/types.js'
import { countAdded, isAdded, onTop } from './added-count.js'
import { leadsToCount } from './counts-aside.js'
import { type Draft, patchDialogue, patchInquiry } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot, slotOf } from './note-slot.js'
import { readAs } from './read-as.js'
import { countsOf, setItems } from './set-items.js'
import { correctsMoney } from './take-budget.js'
import { takeNeedInWords } from './take-need.js'
import { merge, onlyPriced, says, saysInstead, takeProducts } from './take-products.js'
import { tradeWords } from './trade-words.js'
import type { Item } from './types.js'
import { wantedThing } from './unlisted-thing.js'

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
    withoutService(
      draft,
      heard,
      mentioned.filter((mention) => !without.includes(mention)),
    ),
    countsOf(draft, heard),
  )
  const added = isAdded(draft, heard)
  if (without.length > 0) takeOut(draft, heard, without)
  if (named.length > 0) takeProducts(draft, heard, added ? onTop(draft, named) : named)
  else if (added && takeAdded(draft, heard)) return
  else if (heard.reading.cues.includes('same') || wantsMore(draft, heard))
    takeSameAgain(draft, heard)
  else takeCount(draft, heard)
  takeKindOfBuyer(draft, heard)
  takeNotMade(draft, heard)
  takeNeedInWords(draft, heard)
}

/** Work on what people bring is either all they want or, beside garments of ours, part of those. */
function withoutService(
  draft: Draft,
  heard: Heard,
  mentions: readonly Mention[],
): readonly Mention[] {
  const { business, messages } = draft.context
  const isService = ({ id }: { id: string }): boolean =>
    business.products.some((product) => product.id === id && product.ownGarment)
  const services = mentions.filter(isService)
  if (services.length === 0) return mentions
  const brings = wordList(messages, 'order.brings').some((word) => heard.words.includes(word))
  const garments = mentions.filter((mention) => !isService(mention))
  if (brings) return services
  const ordered = draft.inquiry?.items.some(({ product }) => !isService({ id: product })) === true
  return garments.length > 0 || ordered ? garments : services
}

/** "sin los pantalones", "quite los delantales". */
export function isTakenOut(draft: Draft, heard: Heard, { span: [start] }: Mention): boolean {
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

/** "súmele 4 más", of the only thing they want. */
function takeAdded(draft: Draft, heard: Heard): boolean {
  const [only, ...others] = draft.inquiry?.items ?? []
  const count = countAdded(draft, heard)
  if (only?.quantity == null || others.length > 0 || count === null) return false
  setItems(draft, heard, [{ ...only, quantity: only.quantity + count }])
  return true
}

/** A count without a product: it counts what was named before, or the people it is for. */
function takeCount(draft: Draft, heard: Heard): void {
  if (correctsMoney(draft, heard)) return
  const found = countsOf(draft, heard).at(-1) ?? countAfterNo(draft, heard)
  if (found === undefined || draft.inquiry === null || !countFits(draft, heard, found)) return
  const { topic } = draft.dialogue
  const { items } = draft.inquiry
  if (topic !== null && !heard.reading.intents.includes('correction')) {
    const counted = [{ product: topic, quantity: found.value.count }]
    const complete = items.every(({ quantity }) => quantity !== null)
    const base = complete ? orderOf(draft, draft.context.business) : onlyPriced(draft) ? [] : null
    if (base !== null) {
      patchDialogue(draft, { topic: null })
      return setItems(draft, heard, merge(base, counted))
    }
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

/** "no, 25", where neither a yes nor a date nor money could be meant: the count before was wrong. */
function countAfterNo(draft: Draft, heard: Heard): Found<Quantity> | undefined {
  const { reading, text } = heard
  const { yes, urgency, budget } = reading
  if (yes?.value !== false || urgency !== null || budget !== null) return undefined
  if (slotOf(draft, 'quantity') === undefined) return undefined
  return readAs(draft.context, text, 'quantity').quantities.at(-1)
}

/** "20 personas", "20 uniformes": counts of what is wanted; "3 sedes" are not. */
function isOurs(draft: Draft, unit: string): boolean {
  const word = fold(unit)
  const people = wordList(draft.context.messages, 'order.people')
  return [...tradeWords(draft), ...people].some((each) => {
    return each === word || each === `${word}s` || `${each}s` === word
  })
}

/** "y son 50", "mejor 25": a word before it says that this is the count now. */
function cuesCount(draft: Draft, { text }: Heard, { span }: Found<Quantity>): boolean {
  return leadsToCount(draft, text.slice(0, span[0]))
}

function countFits(draft: Draft, heard: Heard, found: Found<Quantity>): boolean {
  const known = slotOf(draft, 'quantity')?.status === 'known'
  if (found.value.unit !== null && (!known || isOurs(draft, found.value.unit))) return true
  if (draft.dialogue.topic !== null && found.value.unit === null) return true
  const corrects =
    heard.reading.intents.includes('correction') || heard.reading.yes?.value === false
  if (corrects || saysInstead(draft, heard)) return true
  return !known || cuesCount(draft, heard, found)
}

function takeKindOfBuyer(draft: Draft, heard: Heard): void {
  const [persona] = heard.mentions.personas
  if (persona === undefined || draft.inquiry === null) return
  patchInquiry(draft, { persona })
  const { business, messages } = draft.plain
  const names = suggestedBy(persona, business).flatMap((id) => {
    const product = business.products.find((each) => each.id === id)
    return product === undefined ? [] : [product.many]
  })
  if (draft.inquiry.items.length > 0 || names.length === 0 || slotOf(draft, 'need')) return
  // "manteles para un restaurante": what they say they want counts, and not what such buyers usually take.
  if (wantedThing(draft, heard) !== null) return
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
