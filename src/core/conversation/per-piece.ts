import { isInOwnMoney } from '../business/quote.js'
import { wordList } from '../business/word-list.js'
import type { Budget } from '../types.js'
import { fold } from '../understanding/normalise.js'
import type { Found } from '../understanding/types.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'
import { slotOf } from './note-slot.js'
import { sameWord } from './unlisted-thing.js'

/** What somebody would pay for one piece costs at most so many times what the dearest one does. */
const FAR = 3

/**
 * "20 mil por camiseta", "hasta 45 mil cada una": what one piece may cost is, times how many they want, what all
 * may. Null where nobody knows how many: as a budget for everything it would be far too little.
 */
export function forAll(draft: Draft, heard: Heard, found: Found<Budget>): Found<Budget> | null {
  const end = saidOfEach(draft, heard, found.span[1])
  if (end === null) return found
  const count = slotOf(draft, 'quantity')
  if (count?.status !== 'known' || typeof count.value !== 'number') return null
  const times = count.value * scaleOf(draft, found.value)
  const all = (amount: number | null): number | null => (amount === null ? null : amount * times)
  const [start] = found.span
  const value = { ...found.value, min: all(found.value.min), max: all(found.value.max) }
  return { ...found, value, span: [start, end], said: heard.text.slice(start, end) }
}

/** Where words that say "of each" end, right behind a sum; null where there are none. */
function saidOfEach({ context }: Draft, { text }: Heard, from: number): number | null {
  const rest = text.slice(from)
  const words = [...rest.matchAll(/[\p{L}\p{N}/]+/gu)].slice(0, MOST_WORDS)
  const folded = words.map(([word]) => fold(word))
  const endOf = (count: number): number => {
    const last = words[count - 1]
    return from + (last === undefined ? 0 : last.index + last[0].length)
  }
  const phrase = wordList(context.messages, 'order.of_each').find((each) =>
    each.split(' ').every((part, at) => folded[at] === part),
  )
  if (phrase !== undefined) return endOf(phrase.split(' ').length)
  const [first = '', second = ''] = folded
  const sold = context.business.products.flatMap((product) =>
    product.words.map((word) => fold(word)),
  )
  const names = wordList(context.messages, 'order.of_one').includes(first) && second !== ''
  return names && sold.some((word) => sameWord(word, second)) ? endOf(2) : null
}

const MOST_WORDS = 3

/** "50 por prenda" is 50 thousand where nothing costs as little. */
function scaleOf({ context: { business } }: Draft, { min, max, currency }: Budget): number {
  const amount = max ?? min ?? 0
  const dearest = Math.max(
    0,
    ...business.products.flatMap((product) =>
      isInOwnMoney(business, product) ? [product.price] : [],
    ),
  )
  const bare = currency === null && amount < 1000 && dearest > 1000
  return bare && amount * 1000 <= dearest * FAR ? 1000 : 1
}
