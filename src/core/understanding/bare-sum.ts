import type { Amount } from './amounts.js'
import { hitAt, isFree, isWithin, type Scan } from './scan.js'
import { is, isMark } from './token.js'

/** Phrases that may stand before a sum without saying what it counts. */
const BEFORE = ['filler', 'answer', 'greeting', 'correction', 'instead', 'reach', 'stretch']

/**
 * Whether a number without any mark of money stands where an answer stands: first in its clause or behind
 * words that lead to sums. "Uso el excel 2016", "14 y la niña 9" and "3 del modelo negro" name what they count.
 */
export function isBareSum(scan: Scan, amount: Amount): boolean {
  const { from, to, head, num, limit, value } = amount
  if (limit !== null || hitAt(scan, 'money_cue_after', to) !== null) return true
  if (isPartOf(scan, amount) || (value < FEW && isOfPeople(scan, num.to))) return false
  const lead = scan.tokens[head - 1]
  // "es del 98 el auto"
  if (is(lead, 'of') && is(lead, 'day_article')) return false
  if (num.plain && value >= LEAST_OF_IDS && value % 500 !== 0) return false
  const before = scan.tokens[from - 1]
  if (before === undefined) return true
  // "en la 72 con 11"
  const masked = before.kind === 'number' && !isFree(scan, from - 1, from)
  // "le caigo con 3000", but "está a 45"
  if (from < head && !masked && !is(scan.tokens[from], 'weak_lead')) return true
  if (before.kind === 'mark') return !(before.glued && isMark(before, '/#_-'))
  // "un redmi de 128", "200 metros y 50"
  if (before.kind === 'number') return !is(scan.tokens[from], 'of') && !masked
  if (is(before, 'sum_before') || is(before, 'spend_i')) return true
  return BEFORE.some((tag) => isWithin(scan, tag, from - 1))
}

/** So many people may be told of; behind more, "200 amigo" is to whom it is said. */
const FEW = 20

/** "3 muchacho y una vieja" */
function isOfPeople({ tokens }: Scan, to: number): boolean {
  return is(tokens[to], 'kin') || is(tokens[to], 'person')
}

/** Fewer than this many of something are no sum: "38 de fiebre", but "500 de una". */
const FEW_OF = 100

/** A sum of so many digits is a round one: "14582369" is an account. */
const LEAST_OF_IDS = 1e6

/** "3 del modelo negro", "2 de la blanca", "30 de vender": so many of them, or of doing it. */
function isPartOf({ tokens }: Scan, { value, num: { to } }: Amount): boolean {
  if (!is(tokens[to], 'of')) return false
  const next = tokens[to + 1]
  if (is(next, 'the') || tokens[to]?.text === 'del') return true
  if (value < FEW_OF && next?.kind === 'word' && !is(next, 'budget_noun') && !is(next, 'cash'))
    return !['my', 'pointing', 'article', 'me_us'].some((group) => is(next, group))
  return next?.kind === 'word' && ['ar', 'er', 'ir'].some((ending) => next.text.endsWith(ending))
}
