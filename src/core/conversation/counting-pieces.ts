import type { Mentions } from '../business/mentions.js'
import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import type { Found, Quantity } from '../understanding/types.js'
import type { Case, Context } from './types.js'
import { wordBefore } from './word-before.js'

type Where = Pick<Case, 'inquiry'> & { readonly context: Context }
type Said = { readonly text: string; readonly mentions: Pick<Mentions, 'products'> }

/**
 * The counts of a message that may count pieces. A number that is part of a name counts none ("la de 200"), and of what a
 * home buys once neither do people nor rooms: "somos 5, ¿cuánto la terma?".
 */
export function countingPieces(
  state: Where,
  said: Said,
  counts: readonly Found<Quantity>[],
): readonly Found<Quantity>[] {
  if (counts.length === 0) return counts
  const usual = isUsual(state, said)
  return counts.filter(
    (count) =>
      !isInName(said.mentions, count) && !(usual && countsHeads(state.context, said, count)),
  )
}

/** "2 termas" is no part of the name, "terma de 200" is. */
export function isInName(
  { products }: Pick<Mentions, 'products'>,
  { span: [start] }: Pick<Found<unknown>, 'span'>,
): boolean {
  return products.some(({ span }) => span[0] <= start && start < span[1])
}

/** What is spoken of, or else anything that is sold, is taken in its usual number. */
function isUsual({ inquiry, context: { business } }: Where, said: Said): boolean {
  const ids = [
    ...said.mentions.products.map(({ id }) => id),
    ...(inquiry?.items ?? []).map(({ product }) => product),
  ]
  const spokenOf = business.products.filter(({ id }) => ids.length === 0 || ids.includes(id))
  return spokenOf.some(({ usual }) => usual !== null)
}

function countsHeads(
  { messages }: Context,
  { text }: Said,
  { value, span }: Found<Quantity>,
): boolean {
  if (wordList(messages, 'order.before_heads').includes(wordBefore(text, span[0]))) return true
  const unit = value.unit ?? /^\s*(\p{L}+)/u.exec(text.slice(span[1]))?.[1] ?? ''
  return wordList(messages, 'order.heads').includes(fold(unit))
}
