import { itemsText, strung } from '../business/quote.js'
import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import type { Found, Quantity } from '../understanding/types.js'
import { countedByGroup } from './counts-by-group.js'
import { countedBySize } from './counts-by-size.js'
import { type Draft, patchInquiry, tell } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot } from './note-slot.js'
import { tradeWords } from './trade-words.js'
import type { Item } from './types.js'
import { wordBefore } from './word-before.js'

/** How far a count may stand before the first product and still belong to the order's words. */
const REACH = 25

export function setItems(draft: Draft, heard: Heard, items: readonly Item[]): void {
  const before = draft.inquiry?.items ?? []
  const told = draft.inquiry?.told === true && before.length > 0
  takeItems(draft, heard, items, told)
  if (!told) return
  const { business, messages } = draft.plain
  const [from, to] = [before, items].map((each) => itemsText(business, each, messages))
  if (from !== undefined && to !== undefined && from !== to) {
    tell(draft, { kind: 'corrected', slot: 'need', from, to })
  }
}

function takeItems(draft: Draft, heard: Heard, items: readonly Item[], silent: boolean): void {
  patchInquiry(draft, { items, unknownProduct: null, notMade: null })
  const words = { said: saidOrder(heard), confidence: 1 }
  const { business, messages } = draft.plain
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
  const found = countsOf(draft, heard).at(-1)
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

/** The counts of a message; "¿cuánto vale un delantal?" asks for the price of one and orders none. */
export function countsOf(
  draft: Draft,
  { reading, text, mentions }: Heard,
): readonly Found<Quantity>[] {
  const asks = reading.intents.includes('price') || reading.cues.includes('asks')
  const { authority } = reading
  // "decidimos entre tres socios" counts who decides, not what they want.
  const people = wordList(draft.context.messages, 'order.deciders')
  const kinds = wordList(draft.context.messages, 'order.kinds')
  const counts = reading.quantities.filter((each) => {
    const { value } = each
    const decides = authority !== null && people.includes(fold(value.unit ?? ''))
    // "12 de dos cosas distintas"
    const vague = kinds.includes(fold(value.unit ?? ''))
    if (asks && value.count === 1) return false
    return (
      !decides &&
      !vague &&
      !isPriced(text, mentions, each) &&
      !isNumbered(draft, text, each) &&
      !isAside(draft, text, each)
    )
  })
  const all = countedByGroup(draft, text, countedBySize(draft, text, counts))
  return oneCount(sumOfPeople(draft, text, everybody(draft, text, all)))
}

/** "paso dos: …": which one, and not how many. */
function isNumbered({ context }: Draft, text: string, { span }: Found<Quantity>): boolean {
  return wordList(context.messages, 'order.numbered').includes(wordBefore(text, span[0]))
}

/** "la promo de polos a 35": what each is said to cost. */
function isPriced(
  text: string,
  { products }: Heard['mentions'],
  { value, span }: Found<Quantity>,
): boolean {
  if (value.unit !== null) return false
  return products.some(({ span: [, end] }) => text.slice(end, span[0]).trim() === 'a')
}

/** "de 3 pisos", unless floors are what the business sells. */
function isAside(draft: Draft, text: string, count: Found<Quantity>): boolean {
  const unit = unitOf(text, count)
  if (!wordList(draft.context.messages, 'order.asides').includes(unit)) return false
  return !tradeWords(draft).includes(unit) && !namesProduct(draft, unit)
}

/** "para 80 personas, con 4 rosas": where everybody is counted, what is neither people nor a product counts nothing. */
function everybody(
  draft: Draft,
  text: string,
  counts: readonly Found<Quantity>[],
): readonly Found<Quantity>[] {
  const { messages } = draft.context
  const all = wordList(messages, 'order.everybody')
  const people = [...all, ...wordList(messages, 'order.people')]
  const units = counts.map((count) => unitOf(text, count))
  if (!units.some((unit) => all.includes(unit))) return counts
  return counts.filter((_, at) => {
    const unit = units[at] ?? ''
    return people.includes(unit) || tradeWords(draft).includes(unit) || namesProduct(draft, unit)
  })
}

/** The noun that a count counts, folded: as it was read, or the word right behind. */
function unitOf(text: string, { value, span }: Found<Quantity>): string {
  return fold(value.unit ?? /^\s*(\p{L}+)/u.exec(text.slice(span[1]))?.[1] ?? '')
}

/** "10 meseros y 4 cocineros" are fourteen, as long as nobody counts garments or places. */
function sumOfPeople(
  draft: Draft,
  text: string,
  counts: readonly Found<Quantity>[],
): readonly Found<Quantity>[] {
  const [first, ...others] = counts
  const { messages } = draft.context
  if (first === undefined || others.length === 0) return counts
  const things = wordList(messages, 'order.no_people')
  const people = counts.every((count) => {
    const unit = unitOf(text, count)
    const thing = things.includes(unit) || tradeWords(draft).includes(unit)
    return unit !== '' && !thing && !namesProduct(draft, unit)
  })
  const whole = others.reduce((sum, { value }) => sum + value.count, 0)
  if (!people || first.value.count === whole) return counts
  return [{ ...first, value: { ...first.value, count: first.value.count + whole } }]
}

function namesProduct({ context }: Draft, unit: string): boolean {
  return context.mentions(unit).products.length > 0
}

/** "20 empleados, 10 hombres y 10 mujeres": the parts of a whole are no counts of their own. */
function oneCount(counts: readonly Found<Quantity>[]): readonly Found<Quantity>[] {
  const [first, ...parts] = counts
  const sum = parts.reduce((total, { value }) => total + value.count, 0)
  return first !== undefined && parts.length > 1 && first.value.count === sum ? [first] : counts
}
