import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'

/** Digits with their separators, and what makes them money or a percentage. */
const FIGURE = /([$€£]|\b(?:us|usd|cop|mxn|ars|eur)\b\s?\$?)?\s?(\d[\d.,:]*)\s?(%|‰)?/giu

type Figure = { readonly digits: string; readonly kind: 'percent' | 'money' | 'plain' }

/**
 * Whether a text holds a figure, in digits or in words, or a currency, that stands nowhere in its
 * source. A count is no percentage, and "de 8 a 6" is no price.
 */
export function inventsFigures(text: string, source: string, messages: Messages): boolean {
  const known = figuresOf(source)
  const invented = figuresOf(text).some(
    (figure) => !known.some((other) => standsFor(other, figure)),
  )
  if (invented) return true
  const [said, held] = [wordsOf(text), wordsOf(source)]
  const list = [...wordList(messages, 'verify.numbers'), ...wordList(messages, 'verify.currencies')]
  return said.some((word) => list.includes(word) && !held.includes(word)) || hasOtherDigits(text)
}

/** The source's figure proves the one said. */
function standsFor(source: Figure, said: Figure): boolean {
  if (source.digits !== said.digits) return false
  if (source.kind === said.kind) return true
  // What owners teach has prices without their sign.
  const prices = [source.kind, said.kind].every((kind) => kind !== 'percent')
  return prices && said.digits.length >= LEAST_OF_A_PRICE
}

const LEAST_OF_A_PRICE = 4

function figuresOf(text: string): readonly Figure[] {
  return [...text.normalize('NFKC').matchAll(FIGURE)].map(([, sign, digits = '', percent]) => ({
    digits: digits.replace(/[.,:]/g, ''),
    kind: percent !== undefined ? 'percent' : sign !== undefined ? 'money' : 'plain',
  }))
}

/** Digits of other scripts, and those that only look like letters, are never in a fact of ours. */
function hasOtherDigits(text: string): boolean {
  return /\p{N}/u.test(text.normalize('NFKC').replace(/\d/g, ''))
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+|[$€£]/gu) ?? []
}
