import { found, hitBefore, hitsOf, isWithin, type Scan } from './scan.js'
import { is } from './token.js'
import type { Hit } from './trie.js'
import type { Found } from './types.js'

/** Phrases that may hold a "sí" or a "no" without being an answer ("no tengo afán", "no más de 3"). */
const OWNERS = [
  'opt_out',
  'urgency',
  'no_figure',
  'no_budget',
  'limit_before',
  'not_answer',
  'complaint',
  'idiom',
  'correction',
  'authority',
]

/** Yes, no, or (null) an answer that commits to neither. */
export function readYesNo(scan: Scan): Found<boolean | null> | null {
  const asked = scan.options.question === 'yesno'
  const strong = answers(scan, 'answer')
  const pool = asked
    ? [...strong, ...answers(scan, 'answer_asked')]
    : strong.filter((h) => stands(scan, h))
  const hit = choose(pool, asked)
  if (hit === null) return null
  const value = hit.value === 'maybe' ? null : hit.value === 'yes' && !isNegated(scan, hit)
  return found(scan, value, hit.from, hit.to, strong.includes(hit) ? 0.95 : 0.85)
}

/** "no me late", "no está bien" */
function isNegated(scan: Scan, hit: Hit): boolean {
  let at = hit.from
  while (is(scan.tokens[at - 1], 'clitic')) at -= 1
  return hitBefore(scan, 'negation', at) !== null
}

function answers(scan: Scan, tag: string): Hit[] {
  const hits = hitsOf(scan, tag)
  return hits.filter((hit) => !hits.some((h) => contains(h, hit)) && !isOwned(scan, hit))
}

function isOwned(scan: Scan, hit: Hit): boolean {
  return OWNERS.some((tag) => hitsOf(scan, tag).some((owner) => contains(owner, hit)))
}

function contains(outer: Hit, inner: Hit): boolean {
  if (outer.to - outer.from <= inner.to - inner.from) return false
  return outer.from <= inner.from && inner.to <= outer.to
}

/** Strong words before weak ones ("bueno, no"), then the first; a doubt outweighs a bare yes before it. */
function choose(pool: readonly Hit[], asked: boolean): Hit | null {
  let best: Hit | null = null
  for (const hit of pool) {
    if (best === null || weight(hit) > weight(best)) best = hit
    else if (weight(hit) === weight(best) && hit.from < best.from) best = hit
  }
  if (!asked || best === null || best.value !== 'yes') return best
  const chosen = best
  return (
    pool.find((hit) => hit.tag === 'answer' && hit.value === 'maybe' && hit.from > chosen.from) ??
    best
  )
}

function weight(hit: Hit): number {
  return hit.tag === 'answer' ? 1 : 0
}

/** Outside a yes-or-no question the word must stand alone in its clause, at the beginning. */
function stands(scan: Scan, hit: Hit): boolean {
  const after = scan.tokens[hit.to]
  const ends = after === undefined || after.kind === 'mark' || isWithin(scan, 'filler', hit.to)
  if (!ends) return false
  for (let i = 0; i < hit.from; i += 1) {
    const token = scan.tokens[i]
    const passing =
      token?.kind === 'mark' || isWithin(scan, 'greeting', i) || isWithin(scan, 'filler', i)
    if (!passing && !isWithin(scan, 'answer', i)) return false
  }
  return true
}
