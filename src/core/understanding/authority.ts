import type { Authority } from '../types.js'
import { found, hitsOf, type Scan } from './scan.js'
import type { Hit } from './trie.js'
import type { Found } from './types.js'

const RANK: Readonly<Record<Authority, number>> = { unknown: 3, shared: 2, other: 1, self: 1 }

/** Who decides about the purchase. */
export function readAuthority(scan: Scan): Found<Authority> | null {
  const asked = scan.options.question === 'authority'
  const strong = hitsOf(scan, 'authority')
  const hits = asked ? [...strong, ...hitsOf(scan, 'authority_asked')] : strong
  const hit = hits.reduce<Hit | null>((best, next) => (isBetter(next, best) ? next : best), null)
  const value = hit === null ? null : authorityOf(hit.value)
  if (hit === null || value === null) return null
  return found(scan, value, hit.from, hit.to, strong.includes(hit) ? 0.9 : 0.8)
}

function isBetter(next: Hit, best: Hit | null): boolean {
  if (best === null) return true
  const inside =
    next.from <= best.from && best.to <= next.to && next.to - next.from > best.to - best.from
  const outside = best.from <= next.from && next.to <= best.to
  if (inside) return true
  if (outside) return false
  const [a, b] = [authorityOf(next.value), authorityOf(best.value)]
  if (a === null || b === null) return a !== null
  if (RANK[a] !== RANK[b]) return RANK[a] > RANK[b]
  return next.to - next.from > best.to - best.from
}

function authorityOf(value: string): Authority | null {
  if (value === 'self' || value === 'shared' || value === 'other' || value === 'unknown')
    return value
  return null
}
