import { hitsOf, isWithin, type Scan } from './scan.js'

/** Phrases that may stand around a pick ("la", "opción", "por favor") without making it anything else. */
const AROUND = ['choice_lead', 'filler', 'thanks', 'greeting', 'answer', 'correction']

/** Whether tokens `from` to `to` are all that is said: only articles and courtesy around, or a new clause after. */
export function isPick(scan: Scan, from: number, to: number): boolean {
  const around = (i: number) => AROUND.some((tag) => isWithin(scan, tag, i))
  for (let i = 0; i < from; i += 1) {
    if (scan.tokens[i]?.kind !== 'mark' && !around(i)) return false
  }
  for (let i = to; i < scan.tokens.length; i += 1) {
    const token = scan.tokens[i]
    if (token?.kind === 'mark') {
      if (',;!\n'.includes(token.text)) return true
    } else if (!around(i)) return false
  }
  return true
}

/** The place in a list that was picked: 1 the first, -1 the last; null when none was. */
export function placePicked(scan: Scan): number | null {
  for (const hit of hitsOf(scan, 'ordinal')) {
    if (isPick(scan, hit.from, hit.to)) return Number(hit.value)
  }
  const numbers = scan.numbers.filter((num) => Number.isInteger(num.value) && !num.large)
  const num = numbers[0]
  if (num === undefined || numbers.length > 1 || num.value < 1 || num.value > 99) return null
  return isPick(scan, num.from, num.to) ? num.value : null
}
