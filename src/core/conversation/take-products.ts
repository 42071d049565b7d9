import { areSizes } from '../business/variants.js'
import { wordList } from '../business/word-list.js'
import { orderOf } from '../funnel/order.js'
import { type Draft, patchDialogue } from './draft.js'
import type { Heard } from './heard.js'
import { slotOf } from './note-slot.js'
import { setItems } from './set-items.js'
import type { Item } from './types.js'

/** Takes products with their counts: beside what they wanted, in its place, or as a question only. */
export function takeProducts(draft: Draft, heard: Heard, named: readonly Item[]): void {
  const before = draft.inquiry?.items ?? []
  const onlyAsks = heard.reading.cues.includes('asks') || heard.reading.intents.includes('price')
  // Something that no list names is given up for what one does.
  const listed = draft.inquiry?.unknownProduct == null && slotOf(draft, 'need')?.status === 'known'
  const wants = before.length > 0 || listed
  if (onlyAsks && wants && named.every(({ quantity }) => quantity === null)) {
    return talkOf(draft, named)
  }
  if (says(draft, heard, 'order.only')) patchDialogue(draft, { topic: null })
  if (says(draft, heard, 'order.only') && before.length > 1) {
    return setItems(
      draft,
      heard,
      before.filter((item) => named.some(({ product }) => product === item.product)),
    )
  }
  const takesBack = heard.reading.yes?.value === false || heard.reading.cues.includes('waits')
  const refuses = takesBack && heard.words[0] === 'no'
  const corrects = refuses || heard.reading.intents.includes('correction')
  const instead = corrects || saysInstead(draft, heard)
  const swaps =
    before.length === 1 &&
    named.length === 1 &&
    (instead || isOtherSize(draft, heard, before, named))
  const items = swaps ? swap(before, named) : merge(baseFor(draft, heard, named), named)
  setItems(draft, heard, items)
}

/** "200 litros", of whoever wanted 150: the size is settled, and nothing is added. */
function isOtherSize(
  draft: Draft,
  heard: Heard,
  before: readonly Item[],
  named: readonly Item[],
): boolean {
  const ids = [...before, ...named].map(({ product }) => product)
  const counted = named.some(({ quantity }) => quantity !== null)
  return !counted && areSizes(draft.context.business, ids) && !says(draft, heard, 'order.also')
}

/** A product they ask about is what a bare number counts next, unless they order it already. */
function talkOf(draft: Draft, named: readonly Item[]): void {
  const last = named.at(-1)?.product
  const has = orderOf(draft, draft.context.business).some(({ product }) => product === last)
  patchDialogue(draft, { topic: last === undefined || has ? null : last })
}

/**
 * What is added to: what their kind of buyer usually takes, when they were offered more of something
 * beside it; and nothing, when all they did before was to ask prices of other things.
 */
function baseFor(draft: Draft, heard: Heard, named: readonly Item[]): readonly Item[] {
  const items = draft.inquiry?.items ?? []
  const names = (id: string | null): boolean => named.some(({ product }) => product === id)
  if (items.length === 0) {
    return names(draft.dialogue.topic) ? orderOf(draft, draft.context.business) : items
  }
  const others = named.every(({ quantity }) => quantity !== null)
  const known = items.some(({ product }) => names(product))
  return onlyPriced(draft) && others && !known && !says(draft, heard, 'order.also') ? [] : items
}

/** They asked what things cost and have said of none how many they want. */
export function onlyPriced({ inquiry }: Draft): boolean {
  if (inquiry === null) return false
  return inquiry.asked.price && inquiry.items.every(({ quantity }) => quantity === null)
}

/** "mejor camisetas": in place of what they wanted before. */
export function saysInstead(draft: Draft, heard: Heard): boolean {
  const again = wordList(draft.context.messages, 'order.again')
  return says(draft, heard, 'order.instead') && !again.some((words) => heard.folded.includes(words))
}

export function says(draft: Draft, { words }: Heard, listKey: string): boolean {
  return wordList(draft.context.messages, listKey).some((word) => words.includes(word))
}

function swap(before: readonly Item[], named: readonly Item[]): readonly Item[] {
  return named.map((item) => ({ ...item, quantity: item.quantity ?? before[0]?.quantity ?? null }))
}

export function merge(before: readonly Item[], named: readonly Item[]): readonly Item[] {
  const kept = before.map((item) => {
    const again = named.find(({ product }) => product === item.product)
    return again?.quantity == null ? item : again
  })
  return [
    ...kept,
    ...named.filter((item) => !before.some(({ product }) => product === item.product)),
  ]
}
