import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import type { Found, Quantity } from '../understanding/types.js'
import { SEVERAL } from './counts-by-size.js'
import type { Draft } from './draft.js'

/** "recepción 6": words, a count, and nothing behind it. */
const GROUP = /^(\p{L}[\p{L} ]{2,40})\s(\d{1,3})[.!]?$/u

/**
 * "recepción 6, camareras 14, cocina 5": everybody is counted once, all groups together. Where one of
 * the groups is a product, each count is that product's, and they stay as they are.
 */
export function countedByGroup(
  { context }: Draft,
  text: string,
  counts: readonly Found<Quantity>[],
): readonly Found<Quantity>[] {
  if (!SEVERAL.test(text)) return counts
  const parts = text
    .split(/[,;\n]|\sy\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const groups = parts.flatMap((part) => {
    const [, name = '', count = ''] = GROUP.exec(part) ?? []
    return count === '' ? [] : [{ name, count: Number(count) }]
  })
  if (groups.length < 2 || groups.length < parts.length) return counts
  const others = wordList(context.messages, 'order.no_group')
  const names = groups.map(({ name }) => fold(name))
  if (names.some((name) => context.mentions(name).products.length > 0)) return counts
  if (names.some((name) => name.split(' ').some((word) => others.includes(word)))) return counts
  const sum = groups.reduce((all, { count }) => all + count, 0)
  const value = { count: sum, unit: null }
  return [{ value, said: text, span: [0, text.length], confidence: 0.8 }]
}
