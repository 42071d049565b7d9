import { hitsOf, type Scan } from './scan.js'
import type { Intent } from './types.js'

const NAMES = ['opt_out', 'handoff', 'complaint', 'correction', 'price', 'meeting'] as const

/** With the tags of the phrases that speak against each, and of those that must be all there is. */
const PHRASED = NAMES.map((tag) => {
  const alone = `${tag}_alone`
  return { tag, not: `not_${tag}`, alone, beside: [alone, 'filler', 'greeting', 'thanks'] }
})

/** What the person wants besides answering, strongest first. */
export function readIntents(scan: Scan): Intent[] {
  const out: Intent[] = PHRASED.flatMap((each) => (stands(scan, each) ? [each.tag] : []))
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

function stands(scan: Scan, { tag, not, alone, beside }: (typeof PHRASED)[number]): boolean {
  const hits = hitsOf(scan, tag)
  const excluded = hits.length === 0 ? hits : hitsOf(scan, not)
  if (hits.some((hit) => !excluded.some((no) => no.from <= hit.from && hit.to <= no.to)))
    return true
  return hitsOf(scan, alone).length > 0 && covers(scan, beside)
}

/** Whether the message is nothing but phrases of these tags and marks. */
export function covers(scan: Scan, tags: readonly string[]): boolean {
  const seen = new Array<boolean>(scan.tokens.length).fill(false)
  for (const tag of tags) {
    for (const hit of hitsOf(scan, tag)) for (let i = hit.from; i < hit.to; i += 1) seen[i] = true
  }
  return scan.tokens.every((token, i) => seen[i] || token.kind === 'mark')
}
