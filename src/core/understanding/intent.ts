import { hitsOf, type Scan } from './scan.js'
import type { Intent } from './types.js'

const PHRASED = ['opt_out', 'handoff', 'complaint', 'correction', 'price', 'meeting'] as const

/** What the person wants besides answering, strongest first. */
export function readIntents(scan: Scan): Intent[] {
  const out: Intent[] = PHRASED.filter((tag) => stands(scan, tag))
  if (out.length > 0) return out
  if (
    hitsOf(scan, 'thanks').length > 0 &&
    covers(scan, ['thanks', 'filler', 'answer', 'closes_alone', 'greeting'])
  ) {
    return ['thanks']
  }
  if (hitsOf(scan, 'greeting').length > 0 && covers(scan, ['greeting', 'filler']))
    return ['greeting']
  return out
}

function stands(scan: Scan, tag: (typeof PHRASED)[number]): boolean {
  const hits = hitsOf(scan, tag)
  const excluded = hitsOf(scan, `not_${tag}`)
  const kept = hits.filter((hit) => !excluded.some((no) => no.from <= hit.from && hit.to <= no.to))
  if (kept.length > 0) return true
  const alone = hitsOf(scan, `${tag}_alone`)
  return alone.length > 0 && covers(scan, [`${tag}_alone`, 'filler', 'greeting', 'thanks'])
}

/** Whether the message is nothing but phrases of these tags and marks. */
export function covers(scan: Scan, tags: readonly string[]): boolean {
  const seen = new Array<boolean>(scan.tokens.length).fill(false)
  for (const tag of tags) {
    for (const hit of hitsOf(scan, tag)) for (let i = hit.from; i < hit.to; i += 1) seen[i] = true
  }
  return scan.tokens.every((token, i) => seen[i] || token.kind === 'mark')
}
