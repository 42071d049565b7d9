import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import type { Context } from './types.js'

/** "¿cuánto es lo último?", "¿me hace una rebajita?": the fact that speaks of discounts, if there is one. */
export function haggleFact({ business, messages }: Context): string | null {
  const discounts = wordList(messages, 'order.discounts')
  const speaks = (texts: readonly string[]): boolean =>
    texts.some((text) => wordsIn(text).some((word) => discounts.includes(word)))
  const { facts, treatment } = business
  const asked = facts.find(({ id, words }) => speaks([id, ...words]))
  return (asked ?? facts.find(({ text }) => speaks([text[treatment]])))?.id ?? null
}

function wordsIn(text: string): readonly string[] {
  return fold(text).split(/[^\p{L}\p{N}]+/u)
}

/** Whether they want it for less; the words come folded. */
export function haggles(
  { messages }: Pick<Context, 'messages'>,
  spoken: readonly string[],
): boolean {
  const said = ` ${spoken.join(' ')} `
  // Most are not even part of it.
  const has = (words: string): boolean => said.includes(words) && said.includes(` ${words} `)
  if (wordList(messages, 'order.no_haggle').some(has)) return false
  return wordList(messages, 'order.haggle').some(has)
}
