import { hitAt, type Scan } from './scan.js'
import { is } from './token.js'

/**
 * The token of the thing counted after a number ("20 camisas", "2 docenas de medias"), or -1. `strict`
 * takes unknown words only when they look plural: where a sum was asked for, "800 bro" is a sum.
 */
export function nounAfter(scan: Scan, at: number, strict: boolean): number {
  let i = at
  if (is(scan.tokens[i], 'of')) i += 1
  const heap = i > at && is(scan.tokens[at - 1], 'heaps') && scan.tokens[i]?.kind === 'word'
  if (heap && hitAt(scan, 'currency', i) === null && !is(scan.tokens[i], 'cash')) return i
  while (is(scan.tokens[i], 'adjective')) i += 1
  const token = scan.tokens[i]
  if (token?.kind !== 'word') return -1
  // "200 m2" comes in two pieces.
  if (is(token, 'measure') && scan.tokens[i + 1]?.kind === 'number' && scan.tokens[i + 1]?.glued)
    return i
  // "120k miles"
  if (token.scale !== null) return is(token, 'measure') && token.text.length > 1 ? i : -1
  if (hitAt(scan, 'currency', i) !== null) return -1
  if (is(token, 'unit')) return i
  if (isManyOf(scan, i)) return i
  if ((token.known && !is(token, 'shielded')) || token.number !== null || i > at + 2) return -1
  if (i > at && is(scan.tokens[at], 'of')) return -1
  const plural = token.text.length > 3 && token.text.endsWith('s')
  return plural || !strict ? i : -1
}

/** Phrases that close a sum with words that look like things: "500 mensuales de alquiler". */
const CLOSING = ['per', 'money_cue_after', 'limit_after', 'about', 'filler', 'odd']

/** "120 cabezas de ganado": so many of something, by a word that means nothing else here. */
function isManyOf(scan: Scan, i: number): boolean {
  const token = scan.tokens[i]
  if (token === undefined || token.groups !== null || token.number !== null) return false
  if (token.text.length < 4 || !token.text.endsWith('s')) return false
  if (!is(scan.tokens[i + 1], 'of') || scan.tokens[i + 2]?.kind !== 'word') return false
  return !CLOSING.some((tag) => hitAt(scan, tag, i) !== null)
}
