import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { wordsOf } from './command-words.js'

type Read = {
  /** Per cent off; 0 when none is named; null without a discount. */
  readonly discount: number | null
  readonly rest: string
}

/** Reads "con 10 % de descuento", "con descuento", "sin descuento", and gives back the rest. */
export function readDiscount(text: string, messages: Messages): Read {
  const nouns = wordList(messages, 'owner.words.discount')
  const links = wordList(messages, 'owner.words.discount_link')
  const without = wordList(messages, 'owner.words.discount_without')
  const signs = wordList(messages, 'owner.words.per_cent').join('|')
  const percent = new RegExp(`(\\d{1,2}(?:[.,]\\d+)?)\\s*(?:${signs})`, 'i').exec(text)
  const words = wordsOf(text)
  const at = words.findIndex((word) => nouns.includes(word.text))
  const noun = words[at]
  if (percent === null && noun === undefined) return { discount: null, rest: text }
  const start = Math.min(percent?.index ?? text.length, noun?.start ?? text.length)
  const end = Math.max(percent === null ? 0 : percent.index + percent[0].length, noun?.end ?? 0)
  // "con un", "con el": what leads up to it belongs to it.
  const led = words.filter((word) => word.end <= start)
  let from = start
  for (const word of led.reverse()) {
    if (!links.includes(word.text) && !without.includes(word.text)) break
    from = word.start
  }
  const rest = `${text.slice(0, from)} ${text.slice(end)}`
  const denied = wordsOf(text.slice(from, start)).some((word) => without.includes(word.text))
  if (denied) return { discount: null, rest }
  return { discount: Math.round(Number((percent?.[1] ?? '0').replace(',', '.'))), rest }
}
