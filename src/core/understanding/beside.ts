import type { Amount } from './amounts.js'
import { hitAt, type Scan } from './scan.js'
import { is } from './token.js'

/** Tokens from a sum to another of which the same is told. */
const FARTHEST_ALIKE = 6

/** "el alquiler son 3,000 y la luz 400": told of in the same breath, where the writer does nothing in between. */
export function isAlike(scan: Scan, { to }: Amount, next: Amount): boolean {
  const { tokens } = scan
  if (next.limit !== null || next.from - to > FARTHEST_ALIKE) return false
  let and = false
  for (let i = to; i < next.head; i += 1) {
    const token = tokens[i]
    if (token?.kind !== 'word' || is(token, 'but') || is(token, 'spend_i')) return false
    if (is(token, 'set_aside') || is(token, 'wish') || hitAt(scan, 'reach', i) !== null)
      return false
    if (is(token, 'and')) and = true
    else if (and && is(tokens[i - 1], 'and'))
      return is(token, 'owner') || is(token, 'of') || is(token, 'the')
  }
  return false
}

/** "dos metros con cuarenta" */
export function isRestOf(
  { tokens }: Scan,
  { head, value, explicit }: Amount,
  before?: Amount,
): boolean {
  if (before === undefined || !before.counted || explicit) return false
  // "200 metros sur y 50 este"
  const measured = is(tokens[before.num.to], 'measure') && is(tokens[head - 1], 'and')
  if (measured && head - before.num.to <= 3 && head - before.num.to > 1) return true
  if (value >= 100) return false
  const joined = is(tokens[head - 1], 'with') || is(tokens[head - 1], 'and')
  return joined && is(tokens[head - 2], 'measure') && before.num.to === head - 2
}

/** "6 u 8 personas": what is counted by the second is counted by the first. */
export function isCountedWith({ tokens }: Scan, a: Amount, next: Amount | undefined): boolean {
  if (next === undefined || !next.counted || a.explicit || a.to + 1 !== next.from) return false
  return is(tokens[a.to], 'range_link')
}
