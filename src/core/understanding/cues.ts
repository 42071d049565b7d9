import { covers } from './intent.js'
import { hitsOf, type Scan } from './scan.js'
import { is, isMark } from './token.js'
import type { Cue } from './types.js'

const PHRASED: readonly Cue[] = [
  'unsure',
  'declines',
  'later',
  'put_off',
  'write_me',
  'waits',
  'cancels',
  'moves',
  'at_door',
  'wrong_number',
  'restarts',
  'back',
  'angry',
  'same',
  'sells',
  'seeks_work',
  'resells',
  'bought_here',
  'opts_in',
  'my_data',
  'erase_me',
  'who_answers',
  'automatic',
]

/** Cues that some words give only where they are all of the message. */
const LONE: readonly Cue[] = [...PHRASED, 'ambiguous_exit', 'closes', 'opens']
const ALONE = LONE.map((cue) => {
  const tag = `${cue}_alone`
  return { cue, tag, beside: [tag, 'filler', 'thanks', 'greeting'] }
})

/** The small signals of a message. */
export function readCues(scan: Scan): Cue[] {
  const out = new Set<Cue>()
  for (const hit of hitsOf(scan, 'cue')) {
    const cue = PHRASED.find((name) => name === hit.value)
    if (cue !== undefined) out.add(cue)
  }
  for (const { cue, tag, beside } of ALONE) {
    if (hitsOf(scan, tag).length > 0 && covers(scan, beside)) out.add(cue)
  }
  if (has(scan, 'has_appointment') && has(scan, 'cannot_come')) out.add('moves')
  if (has(scan, 'greeting')) out.add('greets')
  // Who announces a question has not asked it yet.
  if (asks(scan) && !out.has('opens')) out.add('asks')
  if (scan.tokens.some((token) => is(token, 'laugh') || isLaugh(token.text))) out.add('laughs')
  if (has(scan, 'opt_out')) out.delete('opts_in')
  // No machine asks whether we are one.
  if (out.has('who_answers')) out.delete('automatic')
  return [...out]
}

function has(scan: Scan, tag: string): boolean {
  return hitsOf(scan, tag).length > 0
}

function asks(scan: Scan): boolean {
  if (scan.tokens.some((token) => isMark(token, '?\u00bf'))) return true
  if (has(scan, 'ask')) return true
  return hitsOf(scan, 'ask_first').some((hit) => isQuestion(scan, hit.from))
}

/** "cuánto" asks; "como en un mes" and "qué pena" do not. */
function isQuestion(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (hitsOf(scan, 'not_ask').some((hit) => hit.from === at)) return false
  if (
    is(token, 'weak_question') &&
    scan.text.slice(token?.start, token?.end).toLowerCase() === token?.text
  ) {
    return false
  }
  return startsClause(scan, at)
}

function startsClause(scan: Scan, at: number): boolean {
  for (let i = at - 1; i >= 0; i -= 1) {
    const passing = hitsOf(scan, 'greeting').some((h) => h.from <= i && i < h.to)
    const filler = hitsOf(scan, 'filler').some((h) => h.from <= i && i < h.to)
    if (scan.tokens[i]?.kind === 'mark') return true
    if (!passing && !filler && !is(scan.tokens[i], 'and')) return false
  }
  return true
}

/** "jajaja", "jeje", "hahaha": j or h and one vowel, over and over. */
function isLaugh(word: string): boolean {
  if (word.length < 4 || word.length > 40) return false
  const breath = word.includes('j') ? 'j' : 'h'
  let breaths = 0
  for (const letter of word) {
    if (letter === breath) breaths += 1
    else if (letter !== 'a' && letter !== 'e' && letter !== 'i') return false
  }
  return breaths > 1 && breaths < word.length
}
