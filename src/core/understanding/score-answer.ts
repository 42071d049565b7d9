import { nounAfter } from './noun.js'
import { found, hitAt, hitBefore, hitsOf, isWithin, type Scan } from './scan.js'
import { is, isMark } from './token.js'
import type { Found } from './types.js'

/** A mark from 0 to 10, only where one was asked for. */
export function readScore(scan: Scan): Found<number> | null {
  if (scan.options.question !== 'nps') return null
  const corrected = hitsOf(scan, 'correction')
  let first: Found<number> | null = null
  for (const num of scan.numbers) {
    if (!Number.isInteger(num.value) || num.value < 0 || num.value > 10 || num.large) continue
    if (isElsewhere(scan, num.from, num.to)) continue
    const score = found(scan, num.value, num.from, num.to, 0.95)
    if (corrected.some((hit) => hit.to <= num.from)) return score
    first ??= score
  }
  if (first !== null) return first
  const phrase = hitsOf(scan, 'score')[0]
  return phrase === undefined
    ? null
    : found(scan, Number(phrase.value), phrase.from, phrase.to, 0.85)
}

/** A scale ("de 10"), a time, a count, a thing that was not meant. */
function isElsewhere(scan: Scan, from: number, to: number): boolean {
  if (scan.uses[from] !== 'free' || isWithin(scan, 'score_scale', from)) return true
  if (hitBefore(scan, 'not_value', from) !== null) return true
  if (hitBefore(scan, 'date_before', from)?.value === 'past') return true
  if (hitAt(scan, 'time_unit', to) !== null || isMark(scan.tokens[to], '%')) return true
  if (scan.numbers.some((n) => n.from === from && n.article)) return true
  const noun = nounAfter(scan, to, true)
  return noun >= 0 && !is(scan.tokens[noun], 'point')
}
