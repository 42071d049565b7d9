import type { Hit } from './automaton.js'
import { nounAfter } from './noun.js'
import type { Num } from './numbers.js'
import { found, hitAt, hitBefore, hitsOf, isFree, isWithin, type Scan, spend } from './scan.js'
import { is, isMark } from './token.js'
import type { Found, Quantity, Question } from './types.js'

const MOST = 1_000_000

/** How many of what, in order of appearance. */
export function readQuantities(scan: Scan): Found<Quantity>[] {
  const out: Found<Quantity>[] = []
  for (const num of scan.numbers) {
    if (!isFree(scan, num.from, num.to) || !isCount(num)) continue
    // "somos tres los que decidimos" counts no pieces.
    if (isWithin(scan, 'authority', num.from)) continue
    const dozen = is(scan.tokens[num.to], 'dozen')
    const at = dozen ? num.to + 1 : num.to
    const noun = nounAfter(scan, at, false)
    if (!isMeant(scan, num, noun, dozen)) continue
    if (is(scan.tokens[noun], 'measure')) continue
    const negated = hitBefore(scan, 'not_value', num.from) !== null
    if (negated && scan.numbers.length > 1) continue
    const to = noun < 0 ? at : noun + 1
    const token = scan.tokens[noun]
    const unit = token === undefined ? null : scan.text.slice(token.start, token.end).toLowerCase()
    const count = dozen ? num.value * 12 : num.value
    out.push(found(scan, { count, unit }, num.from, to, noun < 0 ? 0.7 : 0.9))
    spend(scan, num.from, to, 'count')
  }
  return out
}

function isCount(num: Num): boolean {
  return (
    Number.isInteger(num.value * 2) && num.value > 0 && num.value <= MOST && num.currency === null
  )
}

/** "una docena" counts; "una pregunta" does not; a bare number counts unless something else was asked. */
function isMeant(scan: Scan, num: Num, noun: number, dozen: boolean): boolean {
  if (dozen) return true
  if (!Number.isInteger(num.value)) return false
  const { question } = scan.options
  if (num.article) {
    const alone = scan.tokens.length < 4 || hitAt(scan, 'one_only', num.from) !== null
    if (noun >= 0) return is(scan.tokens[noun], 'piece')
    return (question === 'quantity' && alone) || isOnlyOne(scan, num)
  }
  if (noun >= 0) return true
  if (question === 'quantity' || question === 'need') return true
  if (hitsOf(scan, 'count_cue').some((hit) => hit.to === num.from)) return true
  if (question !== 'open' || isMark(scan.tokens[num.from - 1], '$')) return false
  return !num.decimal && num.value <= 10_000
}

/** "solo uno", "uno nomás": all that was said is how many. */
function isOnlyOne(scan: Scan, num: Num): boolean {
  if (!NO_FIGURE.includes(scan.options.question)) return false
  const hit = hitAt(scan, 'one_only', num.from) ?? hitBefore(scan, 'only', num.from)
  return (
    hit !== null && scan.tokens.every(({ kind }, at) => kind === 'mark' || isPartOf(at, hit, num))
  )
}

function isPartOf(at: number, hit: Hit, num: Num): boolean {
  return at >= Math.min(hit.from, num.from) && at < Math.max(hit.to, num.to)
}

/** What else is asked may be answered with a one. */
const NO_FIGURE: readonly Question[] = ['open', 'need', 'urgency', 'yesno']
