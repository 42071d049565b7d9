import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import { bareVerb, stemOf } from './stems.js'
import { wordList } from './word-list.js'

/**
 * A word as it was written, folded, and what it shares with its like. Small ones ("de", "como") stand
 * in any text and are like nothing but themselves.
 */
export type Word = { readonly word: string; readonly stem: string; readonly small: boolean }

/** The words of a text in order: short spellings written out, every form of a word with one stem. */
export function readWords(text: string, messages: Messages): readonly Word[] {
  const { short, forms, small } = spellingsOf(messages)
  return (fold(text).match(/[\p{L}\p{N}]+|%/gu) ?? []).map((written) => {
    const word = short.get(written) ?? undrawn(written)
    if (small.has(word)) return { word, stem: `-${word}`, small: true }
    return {
      word,
      stem: stemOf(forms.get(word) ?? forms.get(bareVerb(word)) ?? word),
      small: false,
    }
  })
}

/** "holaaa" and "ubicacionn" are drawn out at the end; short words may well end so. */
function undrawn(word: string): string {
  // Of a figure every nought counts.
  if (/\d$/.test(word)) return word
  let end = word.length
  while (end > DRAWN && word[end - 1] === word[end - 2]) end -= 1
  return word.slice(0, end)
}

const DRAWN = 4

/** The phrases of a text of `data/messages` that holds them between commas. Throws on anything but a text. */
export function listOf(messages: Messages, key: string): readonly string[] {
  const text = messages[key]
  if (typeof text !== 'string') throw new Error(`message "${key}" should be words between commas`)
  return text.split(',').map((phrase) => phrase.trim())
}

type Spellings = {
  readonly short: ReadonlyMap<string, string>
  readonly forms: ReadonlyMap<string, string>
  readonly small: ReadonlySet<string>
}

const known = new WeakMap<Messages, Spellings>()

function spellingsOf(messages: Messages): Spellings {
  const before = known.get(messages)
  if (before !== undefined) return before
  const read: Spellings = {
    short: pairsOf(messages, 'asking.short'),
    forms: pairsOf(messages, 'asking.forms'),
    small: new Set(wordList(messages, 'order.small_words')),
  }
  known.set(messages, read)
  return read
}

/** "q=que, x=por" */
function pairsOf(messages: Messages, key: string): ReadonlyMap<string, string> {
  return new Map(
    listOf(messages, key).map((pair) => {
      const [from = '', to = ''] = pair.split('=')
      return [fold(from), fold(to)] as const
    }),
  )
}
