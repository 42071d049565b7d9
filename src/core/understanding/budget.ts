import type { Budget } from '../types.js'
import { type Amount, readAmounts } from './amounts.js'
import type { Hit } from './automaton.js'
import { nearFigure } from './near-figure.js'
import { isRange, joinRange } from './range.js'
import { rankOf } from './rank.js'
import { found, hitBefore, hitsOf, type Scan, spend } from './scan.js'
import { is } from './token.js'
import type { Found } from './types.js'

type Sum = {
  readonly min: number | null
  readonly max: number | null
  readonly currency: string | null
  readonly from: number
  readonly to: number
  readonly rank: number
}

/** The sum somebody is ready to spend, or that they would rather not say. */
export function readBudget(scan: Scan): Found<Budget> | null {
  const amounts = readAmounts(scan)
  const sums = pairUp(scan, amounts).filter((sum) => sum.rank > 0)
  const sum = choose(scan, sums)
  if (sum !== null) {
    spend(scan, sum.from, sum.to, 'money')
    const { min, max, currency } = sum
    const confidence = sum.rank > 2 ? 0.95 : sum.rank > 1 ? 0.85 : 0.7
    return found(scan, { min, max, currency, none: false }, sum.from, sum.to, confidence)
  }
  if (scan.options.question === 'nps') return null
  const tag = scan.options.question === 'budget' ? 'no_figure' : 'no_budget'
  const told = amounts.some(({ foreign }) => foreign)
  const hit =
    hitsOf(scan, 'no_budget')[0] ?? hitsOf(scan, tag).find((one) => !isByTheWay(scan, one))
  if (hit === undefined) return null
  // "gano el mínimo", "yo cobro 18 mil, pa que tú sepa"
  if (hitsOf(scan, 'earned').some(({ from, to }) => from <= hit.from && hit.from <= to)) return null
  // "gano 1,130 soles, el básico"
  const article = hit.to - hit.from === 2 && is(scan.tokens[hit.from], 'the')
  const goesOn = is(scan.tokens[hit.to], 'that')
  if (told && (hit.to - hit.from < 2 || article || goesOn)) return null
  return found(scan, { min: null, max: null, currency: null, none: true }, hit.from, hit.to, 0.85)
}

/** "lo vi a 2.990, no sé si es el mismo modelo": a doubt about something else, behind what was said first. */
function isByTheWay({ tokens }: Scan, { from, to }: Hit): boolean {
  return from > 2 && is(tokens[to - 1], 'doubt') && is(tokens[to], 'doubtful')
}

function choose(scan: Scan, sums: readonly Sum[]): Sum | null {
  const corrections = [...hitsOf(scan, 'correction'), ...hitsOf(scan, 'instead')]
  const after = sums.filter((sum) =>
    corrections.some((hit) => hit.from < sum.from && hit.to <= sum.to),
  )
  const pool = after.length > 0 ? after : sums
  let best: Sum | null = null
  for (const sum of pool) if (best === null || sum.rank > best.rank) best = sum
  return best
}

/** Joins the ends of ranges ("entre 300 y 400 mil", "500, pero puedo llegar a 700"). */
function pairUp(scan: Scan, amounts: readonly Amount[]): Sum[] {
  const out: Sum[] = []
  let elsewhere: Amount | null = null
  let denied: Amount | null = null
  for (let i = 0; i < amounts.length; i += 1) {
    const a = amounts[i]
    const b = amounts[i + 1]
    if (a === undefined) continue
    if (a.foreign && !a.counted && !isCount(scan, a)) spend(scan, a.num.from, a.num.to, 'masked')
    if (a.foreign) elsewhere = a
    if (a.negated && !a.counted && a.num.scale > 1) denied = a
    if (a.negated || a.foreign) continue
    // "42 o 44, según cómo calce": what is said of one end holds for both.
    if (b?.foreign && isRange(scan, a, b)) continue
    if (b !== undefined && isMadeExact(a, b)) continue
    const other = elsewhere ?? denied ?? correctedBefore(scan, amounts[i - 1], a)
    const own = other === null ? a : likeElsewhere(scan, a, other)
    const near = b === undefined || elsewhere === null ? b : likeElsewhere(scan, b, elsewhere)
    const pair =
      near === undefined || near.negated || near.foreign ? null : joinRange(scan, own, near)
    if (pair === null) out.push(single(scan, own))
    else {
      const rank = Math.max(rankOf(scan, own), rankOf(scan, pair.upper))
      const { min, max, currency } = pair
      out.push({ min, max, currency, from: a.from, to: pair.upper.to, rank })
      i += 1
    }
  }
  return out
}

/** "las camisas son 15": not what they cost, but how many. */
function isCount(scan: Scan, { explicit, num }: Amount): boolean {
  return !explicit && hitsOf(scan, 'count_cue').some((hit) => hit.to === num.from)
}

/** "mil y pico, 1.200 para ser exactos" */
function isMadeExact(a: Amount, b: Amount): boolean {
  const near = b.value > a.value && b.value < a.value * 2
  // "un palo, o sea un millón de bolívares"
  const named = a.num.currency !== null && b.value === a.value && b.currency !== null
  return (
    named || (a.num.rough && near && b.limit === null && !b.num.rough && !b.counted && !b.negated)
  )
}

/** "80 lucas, uh perdón, 180 quise poner": what was said first, and in what. */
function correctedBefore(scan: Scan, before: Amount | undefined, a: Amount): Amount | null {
  if (before === undefined || before.num.scale === 1 || before.counted) return null
  const corrected = hitsOf(scan, 'correction').some(
    ({ from, to }) => from >= before.to && (to <= a.from || from <= a.to + 2),
  )
  return corrected ? before : null
}

/** "me pidieron 800 lucas, yo puedo poner 500": said in the same thousands. */
function likeElsewhere(scan: Scan, a: Amount, elsewhere: Amount): Amount {
  const value = a.value * elsewhere.num.scale
  const bare = !a.explicit && !a.counted && !a.num.large && !a.num.decimal
  if (!bare || value < elsewhere.value / 20 || value > elsewhere.value * 3) return a
  // "le había dicho 500 pesos pero son 550"
  const explicit = hitBefore(scan, 'instead', a.head) !== null
  return { ...a, value, currency: a.currency ?? elsewhere.currency, explicit }
}

function single(scan: Scan, a: Amount): Sum {
  const value = nearFigure(scan, a, a.value)
  const min = a.limit === 'max' ? null : value
  const max = a.limit === 'min' ? null : value
  return { min, max, currency: a.currency, from: a.from, to: a.to, rank: rankOf(scan, a) }
}
