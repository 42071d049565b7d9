import type { Num } from './numbers.js'
import { hitAt, hitBefore, type Scan } from './scan.js'
import { is } from './token.js'

/** "un millón de gracias", "mil disculpas", "thank you mil": how many thanks or wishes, and no sum. */
export function isWish(scan: Scan, { from, to, large, plain, value }: Num): boolean {
  if (plain || !(large || value === 100)) return false
  if (hitBefore(scan, 'thanks', from) !== null) return to === from + 1
  const at = is(scan.tokens[to], 'of') ? to + 1 : to
  return is(scan.tokens[at], 'wishes') || hitAt(scan, 'thanks', at) !== null
}
