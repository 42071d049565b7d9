import { covers } from './intent.js'
import { nounAfter } from './noun.js'
import type { Num } from './numbers.js'
import { found, hitAt, hitBefore, hitsOf, isWithin, numberAt, type Scan } from './scan.js'
import { is, isMark } from './token.js'
import type { Found } from './types.js'

/** A mark from 0 to 10, only where one was asked for. */
export function readScore(scan: Scan): Found<number> | null {
  if (scan.options.question !== 'nps') return null
  const marks = scan.numbers.filter((num) => isOnScale(scan, num) && !isElsewhere(scan, num))
  const kept = marks.filter((num) => !isTakenBack(scan, num))
  // "entre 7 y 8" is at least the lower of the two.
  const doubted = marks.filter((num) => isWithin(scan, 'score_doubt', num.from))
  const num = lastWord(scan, kept.length > 0 ? kept : [...doubted, ...onlyMark(scan, marks)])
  if (num !== undefined) return found(scan, markOf(scan, num), num.from, num.to, 0.95)
  const stars = readStars(scan)
  if (stars !== null) return stars
  const phrase =
    hitsOf(scan, 'score')[0] ??
    (covers(scan, ['score_alone', 'filler', 'thanks']) ? hitsOf(scan, 'score_alone')[0] : undefined)
  return phrase === undefined
    ? null
    : found(scan, Number(phrase.value), phrase.from, phrase.to, 0.85)
}

/** What may stand beside a mark without making it a count. */
const PASSING = ['filler', 'thanks', 'greeting', 'answer', 'score_of', 'correction', 'instead']
const HIGHEST = 10
const MOST_STARS = 5

/** "8", "8 y medio", and what goes beyond the scale that is named: "once de diez". */
function isOnScale(scan: Scan, { value, large, to }: Num): boolean {
  if (value > HIGHEST) return hitAt(scan, 'score_scale', to) !== null
  return Number.isInteger(value * 10) && value >= 0 && !large
}

/** A half counts for nobody: "9,5" is not a ten. Stars are given out of five. */
function markOf(scan: Scan, { value, to }: Num): number {
  const stars = is(scan.tokens[to], 'star') && value <= MOST_STARS
  return Math.min(Math.floor(stars ? value * 2 : value), HIGHEST)
}

/** "⭐⭐⭐⭐": nothing but stars, out of five. */
function readStars(scan: Scan): Found<number> | null {
  const { tokens } = scan
  const shown = tokens.filter((token) => isMark(token, '\u2b50\u2605'))
  if (shown.length === 0 || shown.length > HIGHEST || shown.length < tokens.length) return null
  const value = shown.length <= MOST_STARS ? shown.length * 2 : shown.length
  return found(scan, value, 0, tokens.length, 0.8)
}

/** The first mark behind a correction, the last one that is given ("pero yo 9", "póngale un 8"), or the first of all. */
function lastWord(scan: Scan, marks: readonly Num[]): Num | undefined {
  const corrected = [...hitsOf(scan, 'correction'), ...hitsOf(scan, 'instead')]
  const amended = marks.find((num) => corrected.some((hit) => hit.to <= num.from))
  const own = marks.findLast((num) => hitBefore(scan, 'score_own', num.from) !== null)
  if (amended !== undefined && own !== undefined) return own.from > amended.from ? own : amended
  return amended ?? own ?? marks.find((num) => isSettled(scan, num.to)) ?? marks[0]
}

/** "9.. 10 mejor", "un uno... ah no, cero entonces" */
function isSettled({ tokens }: Scan, at: number): boolean {
  return is(tokens[at], 'settles') && (tokens[at + 1]?.kind ?? 'mark') === 'mark'
}

/** "retiro el 7", "yo dije 8", "entre 8 y 9": not the mark where another stands. */
function isTakenBack(scan: Scan, { from, to }: Num): boolean {
  if (hitBefore(scan, 'score_lead', from) !== null) return false
  if (isWithdrawn(scan, from) || hitAt(scan, 'taken_back', to) !== null) return true
  return isWithin(scan, 'score_doubt', from)
}

/** "retiro el 7", "no un 7" */
function isWithdrawn(scan: Scan, from: number): boolean {
  const before = scan.tokens[from - 1]
  const lead = is(before, 'the') || is(before, 'article') ? from - 1 : from
  const withdrawn = [from, lead].some((at) => hitBefore(scan, 'score_withdrawn', at) !== null)
  return withdrawn || hitBefore(scan, 'not_value', lead) !== null
}

/** "8, perdón pero tardaron": what is said behind the only mark takes nothing back. */
function onlyMark(scan: Scan, marks: readonly Num[]): readonly Num[] {
  const [only] = marks
  if (marks.length > 1 || only === undefined) return []
  return hitAt(scan, 'taken_back', only.to) === null || isWithdrawn(scan, only.from) ? [] : [only]
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
  if (hitBefore(scan, 'score_lead', from) !== null) return false
  if (hitBefore(scan, 'score_own', from) !== null) return isCounted(scan, from, to)
  if (isWithin(scan, 'score_doubt', from)) return false
  if (is(next, 'point') && is(scan.tokens[from - 1], 'of')) return false
  if (is(scan.tokens[from - 1], 'score_prep') && !isEnglishArticle(scan, from, to)) return true
  if (isDay(scan, from, to)) return true
  if (isCounted(scan, from, to) || !(isVerdict(scan, from) || isAmended(scan, from))) return true
  if (hitBefore(scan, 'not_value', from) !== null) return true
  if (hitBefore(scan, 'date_before', from)?.value === 'past') return true
  if (hitAt(scan, 'time_unit', to) !== null || isMark(scan.tokens[to], '%')) return true
  if (hitBefore(scan, 'not_score', from) !== null && !is(scan.tokens[to], 'point')) return true
  if (is(scan.tokens[to], 'of') && hitAt(scan, 'score_of', to) === null) return true
  const noun = nounAfter(scan, to, true)
  return noun >= 0 && !is(scan.tokens[noun], 'point')
}

/** "nos vemos el 5", "el 5 cumple mi hija": a mark with its article stands by itself. */
function isDay(scan: Scan, from: number, to: number): boolean {
  const before = scan.tokens[from - 1]
  if (is(before, 'avenue_article') && scan.tokens[to]?.kind === 'word') return !isPassing(scan, to)
  if (!is(before, 'day_article')) return false
  const lead = scan.tokens[from - 2]
  const after = scan.tokens[to]
  if (lead?.kind === 'word' && !isPassing(scan, from - 2)) return true
  return after?.kind === 'word' && !isPassing(scan, to) && !is(after, 'clause_link')
}

/** "5 más", "1 pregunta", "cero quejas": so many of something that has no name in the lexicon. */
function isCounted(scan: Scan, from: number, to: number): boolean {
  const next = scan.tokens[to]
  if (next?.kind !== 'word' || is(next, 'point') || isPassing(scan, to)) return false
  if (hitAt(scan, 'score_more', to) !== null || isPair(scan, to)) return true
  const value = scan.numbers.find((num) => num.from === from)?.value
  if (value === 1) return !is(next, 'clause_link') && hitAt(scan, 'score_of', to) === null
  const plural = next.text.length > 4 && next.text.endsWith('s')
  // "son 10 apartamentos"
  if (plural && is(scan.tokens[from - 1], 'turn') && !is(next, 'verdict')) return true
  return value === 0 && plural && scan.tokens[from]?.kind === 'word'
}

function isPassing(scan: Scan, at: number): boolean {
  return PASSING.some((tag) => isWithin(scan, tag, at))
}

/** "2 o 3 veces": two numbers of one count. */
function isPair(scan: Scan, at: number): boolean {
  const second = numberAt(scan, at + 1)
  if (second === null || !is(scan.tokens[at], 'range_link')) return false
  return hitAt(scan, 'time_unit', second.to) !== null || nounAfter(scan, second.to, true) >= 0
}

/** "maybe a 7" where both languages are heard; not "a 7 cuadras". */
function isEnglishArticle(scan: Scan, from: number, to: number): boolean {
  // "de 8 a 5"
  if (!is(scan.tokens[from - 1], 'article') || scan.tokens[from - 2]?.kind === 'number')
    return false
  return scan.tokens[to]?.kind !== 'word' || isPassing(scan, to)
}

/** "iba a poner 9 pero por el olor 6": behind a mark that was withdrawn. */
function isAmended(scan: Scan, from: number): boolean {
  return hitsOf(scan, 'score_withdrawn').some((hit) => hit.to < from && numberAt(scan, hit.to))
}

/** A bare mark stands first in its clause, or behind words of judging: "todo muy bien 9", not "el canal 9". */
function isVerdict(scan: Scan, from: number): boolean {
  const { tokens } = scan
  // "un rotundo cero"
  if ([1, 2].some((back) => is(tokens[from - back], 'article'))) return true
  if (is(tokens[from - 1], 'day_article')) return true
  for (let i = from - 1; i >= 0; i -= 1) {
    const token = tokens[i]
    if (token?.kind !== 'word' || is(token, 'and') || is(token, 'clause_link')) return true
    if (!is(token, 'verdict') && !isPassing(scan, i)) return false
  }
  return true
}
