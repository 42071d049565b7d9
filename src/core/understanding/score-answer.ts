import { covers } from './intent.js'
import { nounAfter } from './noun.js'
import type { Num } from './numbers.js'
import { found, hitAt, hitBefore, hitsOf, isWithin, type Scan } from './scan.js'
import { is, isMark } from './token.js'
import type { Found } from './types.js'

/** A mark from 0 to 10, only where one was asked for. */
export function readScore(scan: Scan): Found<number> | null {
  if (scan.options.question !== 'nps') return null
  const marks = scan.numbers.filter((num) => isOnScale(num) && !isElsewhere(scan, num))
  const kept = marks.filter((num) => !isTakenBack(scan, num))
  const num = lastWord(scan, kept.length > 0 ? kept : marks)
  if (num !== undefined) return found(scan, num.value, num.from, num.to, 0.95)
  const phrase =
    hitsOf(scan, 'score')[0] ??
    (covers(scan, ['score_alone', 'filler', 'thanks']) ? hitsOf(scan, 'score_alone')[0] : undefined)
  return phrase === undefined
    ? null
    : found(scan, Number(phrase.value), phrase.from, phrase.to, 0.85)
}

function isOnScale({ value, large }: Num): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 10 && !large
}

/** The first mark given, or the first one behind a correction. */
function lastWord(scan: Scan, marks: readonly Num[]): Num | undefined {
  const corrected = [...hitsOf(scan, 'correction'), ...hitsOf(scan, 'instead')]
  return marks.find((num) => corrected.some((hit) => hit.to <= num.from)) ?? marks[0]
}

/** "retiro el 7", "yo dije 8", "entre 8 y 9": not the mark where another stands. */
function isTakenBack(scan: Scan, { from, to }: Num): boolean {
  const before = scan.tokens[from - 1]
  const lead = is(before, 'the') || is(before, 'article') ? from - 1 : from
  if (hitBefore(scan, 'score_withdrawn', from) ?? hitBefore(scan, 'score_withdrawn', lead))
    return true
  if (hitBefore(scan, 'not_value', lead) !== null || hitAt(scan, 'taken_back', to) !== null)
    return true
  return isWithin(scan, 'score_doubt', from)
}

/** "8 de 10" names the scale, "calificación de 10" the mark. */
function isScale(scan: Scan, at: number): boolean {
  return hitsOf(scan, 'score_scale').some((hit) => {
    if (at < hit.from || at >= hit.to) return false
    return hit.to - hit.from > 2 || scan.numbers.some(({ to }) => to <= hit.from)
  })
}

/** A scale ("de 10"), a time, a count, a street, a thing that was not meant. */
function isElsewhere(scan: Scan, { from, to, article }: Num): boolean {
  // "uno" ends its clause, "un" never does.
  const next = scan.tokens[to]
  if (article && next !== undefined && next.kind !== 'mark') return true
  if (scan.uses[from] !== 'free' || isScale(scan, from)) return true
  if (hitBefore(scan, 'not_value', from) !== null) return true
  if (hitBefore(scan, 'date_before', from)?.value === 'past') return true
  if (hitAt(scan, 'time_unit', to) !== null || isMark(scan.tokens[to], '%')) return true
  if (hitBefore(scan, 'not_score', from) !== null && !is(scan.tokens[to], 'point')) return true
  if (is(scan.tokens[to], 'of') && hitAt(scan, 'score_of', to) === null) return true
  const noun = nounAfter(scan, to, true)
  return noun >= 0 && !is(scan.tokens[noun], 'point')
}
