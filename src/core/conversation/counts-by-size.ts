import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import type { Found, Quantity } from '../understanding/types.js'
import type { Draft } from './draft.js'

type Part = { readonly count: number; readonly span: readonly [start: number, end: number] }
type Word = { readonly text: string; readonly start: number; readonly end: number }

/** "12 camisas de dotación talla M": so many words at most between a count and the word for a size. */
const REACH = 4
const LETTERS = /^(?:x{0,3}[sl]|[sml]|\d?xl)$/
const NUMBER = /^\d{1,4}$/
/** Most messages have one number at most, and nothing to be looked for. */
export const SEVERAL = /\d\D+\d/

/**
 * What is counted size by size ("12 camisas talla M y 8 talla L") is counted once, all sizes together; where
 * the whole was told besides ("20: 5 S, 10 M y 5 L"), that. Other counts stay as they are.
 */
export function countedBySize(
  { context }: Draft,
  text: string,
  counts: readonly Found<Quantity>[],
): readonly Found<Quantity>[] {
  if (!SEVERAL.test(text) || severalThings(context, text)) return counts
  const parts = partsOf(text, wordList(context.messages, 'order.size'))
  const [first] = parts
  if (first === undefined || parts.length < 2) return counts
  const sum = parts.reduce((total, { count }) => total + count, 0)
  const others = counts.filter(({ span }) => !parts.some((part) => overlap(part.span, span)))
  if (others.some(({ value, span }) => value.count === sum || span[0] < first.span[0]))
    return others
  const [start, end] = first.span
  const whole = {
    count: sum,
    unit: counts.find(({ span }) => span[0] === start)?.value.unit ?? null,
  }
  return [
    ...others,
    { value: whole, said: text.slice(start, end), span: [start, end], confidence: 0.9 },
  ]
}

function partsOf(text: string, sizeWords: readonly string[]): readonly Part[] {
  const words = wordsOf(text)
  const isSize = (word: Word | undefined): boolean => sizeWords.includes(word?.text ?? '')
  return words.flatMap(({ text: number, start, end }, at) => {
    if (!NUMBER.test(number) || isSize(words[at - 1])) return []
    const part = [{ count: Number(number), span: [start, end] as const }]
    // "talla 36: 4"
    if (isSize(words[at - 2])) return part
    const behind = words.slice(at + 1, at + 2 + REACH)
    const next = behind.findIndex((word) => NUMBER.test(word.text))
    const near = next < 0 ? behind : behind.slice(0, next + 1)
    const named = near.findIndex(isSize)
    const isSized = named >= 0 && near[named + 1] !== undefined
    return isSized || LETTERS.test(near[0]?.text ?? '') ? part : []
  })
}

/** "20 camisas talla M y 10 delantales talla L": each has a count of its own. */
function severalThings({ mentions }: Draft['context'], text: string): boolean {
  return new Set(mentions(fold(text)).products.map(({ id }) => id)).size > 1
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: fold(word),
    start: index,
    end: index + word.length,
  }))
}

function overlap(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[1] && b[0] < a[1]
}
