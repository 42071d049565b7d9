import { oneLetterAway } from '../owner/one-letter-away.js'
import { fold } from '../understanding/normalise.js'
import type { ReferralCode } from './types.js'

/** Without letters and digits that are taken for one another: 0 and O, 1, I and L. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** Places before the check sign. */
const SHORTEST = 3
/** Both have nothing in common with the number of signs, so that every number gives another code. */
const STRIDE = 7919
const OFFSET = 4021
/** A code may come apart in as many words: "hilo - k7m 3". */
const MOST_WORDS = 3

/**
 * A code that nobody has: "HILO-K7M3". The last sign is worked out from the others, so that one wrong
 * sign never makes somebody else's code of it.
 */
export function newCode(prefix: string, taken: readonly ReferralCode[]): string {
  const used = new Set(taken.map(({ code }) => code))
  for (let number = taken.length; ; number++) {
    const code = `${prefix}-${signsOf(number)}`
    if (!used.has(code)) return code
  }
}

function signsOf(number: number): string {
  let [places, left] = [SHORTEST, number]
  while (left >= SIGNS.length ** places) left -= SIGNS.length ** places++
  let value = (left * STRIDE + OFFSET) % SIGNS.length ** places
  const digits: number[] = []
  for (let place = 0; place < places; place++) {
    digits.push(value % SIGNS.length)
    value = Math.floor(value / SIGNS.length)
  }
  const check = digits.reduce((sum, digit, place) => sum + digit * (place + 1), 0) % SIGNS.length
  return [...digits, check].map((digit) => SIGNS[digit]).join('')
}

/** Whether it is worth looking through the codes: something in it begins as they all do, or nearly. */
export function mayHoldCode(text: string, prefix: string): boolean {
  const begin = compact(prefix)
  const words = fold(text).match(/[a-z0-9]+/g) ?? []
  return words.some((_, first) => {
    const signs = words.slice(first, first + MOST_WORDS).join('')
    return signs.length >= begin.length + SHORTEST && beginsAs(signs, begin)
  })
}

/** Somebody may have mistaken a sign. */
function beginsAs(signs: string, begin: string): boolean {
  if (signs.startsWith(begin)) return true
  for (const length of [begin.length - 1, begin.length, begin.length + 1]) {
    if (oneLetterAway(signs.slice(0, length), begin)) return true
  }
  return false
}

export type FoundCode = ReferralCode & {
  /** Where it stands in the text as it was given. */
  readonly span: readonly [start: number, end: number]
}

/**
 * The code that a text holds, however it was written: small letters, without its dash, in pieces, with
 * one wrong sign. Null where there is none, or where two may be meant.
 */
export function findCode(text: string, codes: readonly ReferralCode[]): FoundCode | null {
  if (codes.length === 0) return null
  const pieces = piecesOf(text)
  for (const fits of [isSame, oneLetterAway]) {
    const found = pieces.flatMap(({ signs, span }) =>
      codes
        .filter(({ code }) => fits(signs, compact(code)))
        .map((known): FoundCode => ({ ...known, span })),
    )
    const [first] = found
    if (first !== undefined && found.every(({ code }) => code === first.code)) {
      return widest(found, first)
    }
    if (first !== undefined) return null
  }
  return null
}

/** The text without the code in it, so that no figure is read there; every offset stays as it was. */
export function withoutCode(text: string, found: Pick<FoundCode, 'span'> | null): string {
  if (found === null) return text
  const [start, end] = found.span
  return `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`
}

type Piece = { readonly signs: string; readonly span: readonly [number, number] }

function piecesOf(text: string): readonly Piece[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    signs: compact(word),
    span: [index, index + word.length] as const,
  }))
  return words.flatMap((first, at) =>
    words.slice(at, at + MOST_WORDS).map((last, more): Piece => {
      const signs = words.slice(at, at + more + 1).map((word) => word.signs)
      return { signs: signs.join(''), span: [first.span[0], last.span[1]] }
    }),
  )
}

function widest(found: readonly FoundCode[], first: FoundCode): FoundCode {
  return found.reduce((a, b) => (b.span[1] - b.span[0] > a.span[1] - a.span[0] ? b : a), first)
}

function compact(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '')
}

function isSame(a: string, b: string): boolean {
  return a === b
}
