import type { Hit } from './automaton.js'
import { hitAt, hitsOf, type Scan } from './scan.js'
import { isMark } from './token.js'

/** Whether a sum is somebody else's: earned, paid, lent or quoted elsewhere. */
export function isForeign(scan: Scan, from: number, head: number, to: number): boolean {
  if (hitAt(scan, 'not_budget_after', to) !== null) return true
  const per = hitAt(scan, 'per', to)
  if (per !== null && hitAt(scan, 'not_budget_after', per.to) !== null) return true
  if (leadsTo(scan, 'not_budget', from, head, 4)) return true
  return hitsOf(scan, 'not_budget_past').some(
    (hit) => isAccented(scan, hit) && isNear(scan, hit, from, head, 4),
  )
}

/** Whether such a phrase stands before the amount; it may share words with what leads to it ("en 750"). */
export function leadsTo(
  scan: Scan,
  tag: string,
  from: number,
  head: number,
  reach: number,
): boolean {
  return hitsOf(scan, tag).some((hit) => isNear(scan, hit, from, head, reach))
}

function isNear(scan: Scan, hit: Hit, from: number, head: number, reach: number): boolean {
  const far = hit.value === 'next' ? 0 : reach
  return hit.to <= head && (hit.to >= from || isClose(scan, hit.to, from, far))
}

function isClose(scan: Scan, from: number, to: number, reach: number): boolean {
  if (to - from > reach) return false
  for (let i = from; i < to; i += 1) {
    const token = scan.tokens[i]
    if (isMark(token, ',.;!?') || token?.kind === 'number') return false
  }
  return true
}

/** "pagó 500" is another's, "pago 500" the writer's: only the accent tells them apart. */
function isAccented(scan: Scan, hit: Hit): boolean {
  const end = scan.tokens[hit.to - 1]?.end ?? 0
  const last = scan.text.slice(Math.max(end - 2, 0), end).normalize('NFC')
  return last.endsWith('\u00f3') || last.endsWith('\u00d3')
}
