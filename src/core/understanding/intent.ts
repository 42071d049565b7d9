import type { Hit } from './automaton.js'
import { cameDamaged, isJudged, isLetDown, isPleased } from './complaint.js'
import { isContrast } from './contrast.js'
import { hitsOf, isWithin, type Scan } from './scan.js'
import { is, isMark } from './token.js'
import type { Intent } from './types.js'

const NAMES = ['opt_out', 'handoff', 'complaint', 'correction', 'price', 'meeting'] as const

/** With the tags of the phrases that speak against each, and of those that must be all there is. */
const PHRASED = NAMES.map((tag) => {
  const alone = `${tag}_alone`
  const beside = [alone, 'filler', 'greeting', 'thanks']
  return { tag, not: `not_${tag}`, elsewhere: `${tag}_elsewhere`, alone, beside }
})

/** Intents that also show in how things are said. */
const SHOWN: Partial<Record<Intent, (scan: Scan) => boolean>> = {
  complaint: isLetDown,
  correction: isContrast,
}

/** What the person wants besides answering, strongest first. */
export function readIntents(scan: Scan): Intent[] {
  const out: Intent[] = []
  for (const each of PHRASED) if (isMeant(scan, each)) out.push(each.tag)
  if (out.length > 0) return out
  // "no, gracias" answers.
  const answers = scan.options.question === 'yesno' && hitsOf(scan, 'answer').length > 0
  if (
    !answers &&
    thanks(scan) &&
    covers(scan, ['thanks', 'filler', 'answer', 'closes_alone', 'greeting', 'farewell'])
  ) {
    return ['thanks']
  }
  if (
    !answers &&
    hitsOf(scan, 'greeting').length > 0 &&
    covers(scan, ['greeting', 'filler', 'thanks_soft'])
  )
    return ['greeting']
  return out
}

/** "buenos días, bendiciones 🙏" greets: what may be either thanks only where nobody is greeted. */
function thanks(scan: Scan): boolean {
  const hits = hitsOf(scan, 'thanks')
  if (hits.length === 0 || hitsOf(scan, 'greeting').length === 0) return hits.length > 0
  return hits.some((hit) => !isWithin(scan, 'thanks_soft', hit.from))
}

/** What happened at another shop ("en otro taller me robaron") is said to no one here. */
function isMeant(scan: Scan, each: (typeof PHRASED)[number]): boolean {
  if (hitsOf(scan, each.elsewhere).length > 0) return false
  // "9, aunque llegaron tarde": whoever marks that high is pleased, unless something came damaged.
  if (each.tag === 'complaint' && isPleased(scan)) return cameDamaged(scan) || isJudged(scan)
  return stands(scan, each) || (SHOWN[each.tag]?.(scan) ?? false)
}

function stands(scan: Scan, { tag, not, alone, beside }: (typeof PHRASED)[number]): boolean {
  for (const hit of hitsOf(scan, tag)) {
    if (isOutright(scan, hit)) continue
    if (!hitsOf(scan, not).some((no) => no.from <= hit.from && hit.to <= no.to)) return true
  }
  // "El dueño" answers who decides.
  if (tag === 'handoff' && scan.options.question === 'authority') return false
  return hitsOf(scan, alone).length > 0 && hitsOf(scan, not).length === 0 && covers(scan, beside)
}

/** "no, somos tres", "ay no, qué pena": where a yes or no was asked it answers, and corrects nothing. */
function isOutright(scan: Scan, { tag, from, to }: Hit): boolean {
  const { tokens, options } = scan
  if (tag !== 'correction' || options.question !== 'yesno') return false
  let at = from
  while (at < to && !is(tokens[at], 'not_word') && isWithin(scan, 'filler', at)) at += 1
  if (!is(tokens[at], 'not_word') || !isMark(tokens[at + 1], ',.')) return false
  // "no, dije que sí" takes back what was answered.
  return !tokens.slice(at, to).some((token) => is(token, 'said'))
}

/** Whether the message is nothing but phrases of these tags and marks. */
export function covers(scan: Scan, tags: readonly string[]): boolean {
  const seen = new Array<boolean>(scan.tokens.length).fill(false)
  for (const tag of tags) {
    for (const hit of hitsOf(scan, tag)) for (let i = hit.from; i < hit.to; i += 1) seen[i] = true
  }
  return scan.tokens.every((token, i) => seen[i] || token.kind === 'mark' || is(token, 'laugh'))
}
