import type { Urgency, UrgencyBucket } from '../types.js'
import { type Atom, readAtoms } from './date-atoms.js'
import { covers } from './intent.js'
import { found, hitAt, hitBefore, hitsOf, isWithin, type Scan, spend } from './scan.js'
import { is, isMark } from './token.js'
import type { Hit } from './trie.js'
import type { Found } from './types.js'

type Dated = Atom & { readonly rank: number; readonly negated: boolean }

/** When it is needed: days where the words give them, else the bucket that they suggest. */
export function readUrgency(scan: Scan): Found<Urgency> | null {
  const dated = readDeadlines(scan)
  const best = choose(scan, dated)
  if (best !== null) {
    const days = [best.low, best.high] as const
    const bucket = bucketOf(best.high ?? best.low)
    return found(scan, { bucket, days }, best.from, best.to, best.rank > 1 ? 0.95 : 0.85)
  }
  return readVague(scan)
}

/** The deadline's place on the scale from now to much later. */
export function bucketOf(days: number): UrgencyBucket {
  if (days <= 2) return 'now'
  if (days <= 13) return 'week'
  if (days <= 59) return 'month'
  return days <= 125 ? 'quarter' : 'later'
}

/** Reads every stretch of days that may be a deadline and takes its words out of play. */
export function readDeadlines(scan: Scan): Dated[] {
  const out: Dated[] = []
  const atoms = readAtoms(scan)
  for (let i = 0; i < atoms.length; i += 1) {
    let atom = atoms[i]
    if (atom === undefined) continue
    const next = atoms[i + 1]
    if (next !== undefined && linked(scan, atom, next)) {
      const high = Math.max(atom.high ?? atom.low, next.high ?? next.low)
      atom = { ...atom, low: Math.min(atom.low, next.low), high, to: next.to }
      i += 1
    }
    const deadline = applyOperators(scan, atom)
    if (deadline === null) continue
    if (isPutOff(scan, deadline)) {
      spend(scan, deadline.from, deadline.to, 'masked')
      continue
    }
    spend(scan, deadline.from, deadline.to, 'date')
    out.push(deadline)
  }
  return out
}

/** "mañana le confirmo", "les aviso el lunes": when they will answer, not when it is needed. */
function isPutOff(scan: Scan, { from, to }: Dated): boolean {
  return hitsOf(scan, 'cue').some(
    (hit) => PUTTING_OFF.includes(hit.value) && hit.from <= to && from <= hit.to,
  )
}

const PUTTING_OFF = ['later', 'waits']

function linked(scan: Scan, a: Atom, b: Atom): boolean {
  const gap = scan.tokens.slice(a.to, b.from).filter((token) => !is(token, 'date_filler'))
  const [link] = gap
  if (gap.length !== 1 || link === undefined) return false
  const between = is(scan.tokens[a.from - 1], 'between') || is(scan.tokens[a.from - 2], 'between')
  return is(link, 'range_link') || isMark(link, '-/') || (is(link, 'and') && between)
}

function applyOperators(scan: Scan, atom: Atom): Dated | null {
  let { from, to, low, high } = atom
  let rank = 1
  let led = false
  for (let round = 0; round < 5; round += 1) {
    const before = hitBefore(scan, 'date_before', from)
    if (before === null) break
    if (before.value === 'elapsed' && !atom.length) break
    from = before.from
    led ||= before.value !== 'soft' && before.value !== 'article'
    if (before.value === 'past' || before.value === 'elapsed') return dropPast(scan, from, to)
    if (before.value === 'before') [low, high] = [0, untilOf(atom)]
    if (before.value === 'by') low = 0
    if (before.value === 'until') [low, high] = [0, high]
    if (before.value === 'after') [low, high] = [afterOf(atom), null]
    if (before.value === 'from') high = null
    if (before.value === 'for') rank = 2
  }
  const after = hitAt(scan, 'date_after', to)
  if (after !== null) {
    to = after.to
    led = true
    if (after.value === 'past') return dropPast(scan, from, to)
    if (after.value === 'by') low = 0
    if (after.value === 'after') [low, high] = [afterOf(atom), null]
  }
  if (isWithin(scan, 'past', atom.from)) return null
  const asked = scan.options.question === 'urgency'
  if (atom.weak && !led && !asked) return null
  if (low < 0) return null
  return {
    ...atom,
    from,
    to,
    low,
    high,
    rank,
    negated: hitBefore(scan, 'not_value', from) !== null || isRefused(scan, to),
  }
}

/** "en enero no, en febrero": a no that closes what it stands behind. */
function isRefused({ tokens }: Scan, to: number): boolean {
  const after = tokens[to + 1]
  return tokens[to]?.text === 'no' && (after === undefined || isMark(after, ',.;'))
}

/** "antes de junio" ends on the last of May; "antes de fin de mes" with the month. */
function untilOf(atom: Atom): number {
  if (atom.length || atom.ends) return atom.high ?? atom.low
  return atom.high !== null && atom.high > atom.low ? Math.max(atom.low - 1, 0) : atom.low
}

function afterOf(atom: Atom): number {
  return atom.length ? (atom.high ?? atom.low) : (atom.high ?? atom.low) + 1
}

function dropPast(scan: Scan, from: number, to: number): null {
  spend(scan, from, to, 'masked')
  return null
}

function choose(scan: Scan, dated: readonly Dated[]): Dated | null {
  const kept = dated.filter((d) => !d.negated)
  const corrections = hitsOf(scan, 'correction')
  const after = kept.filter((d) => corrections.some((hit) => hit.from <= d.from))
  const pool = after.length > 0 ? after : kept
  let best: Dated | null = null
  for (const d of pool) if (best === null || d.rank > best.rank) best = d
  return best
}

/** "urgente", "sin apuro", "más adelante". The longest phrase of them wins. */
function readVague(scan: Scan): Found<Urgency> | null {
  const asked = scan.options.question === 'urgency'
  const strong = hitsOf(scan, 'urgency').filter((hit) => !isHedged(scan, hit))
  const weak = asked ? hitsOf(scan, 'urgency_asked').filter((hit) => stands(scan, hit)) : []
  const hits = [...strong, ...weak.filter((hit) => !isOwned(scan, hit, OWNERS)), ...alone(scan)]
  let best = hits[0]
  for (const hit of hits) {
    if (best !== undefined && hit.to - hit.from > best.to - best.from) best = hit
  }
  if (best === undefined) return null
  const bucket = BUCKETS.find((name) => name === best?.value)
  if (bucket === undefined) return null
  return found(scan, { bucket, days: null }, best.from, best.to, asked ? 0.9 : 0.8)
}

/** "ya" alone is an answer; "ya les pagué" is not. */
function stands(scan: Scan, { from, to, value }: Hit): boolean {
  if (value !== 'now' || to - from > 1) return true
  const next = scan.tokens[to]
  return next === undefined || next.kind === 'mark' || isWithin(scan, 'filler', to)
}

/** Phrases whose own words say nothing about when ("ya no lo necesito", "no sé", "ahorita le digo"). */
const OWNERS = ['cue', 'answer', 'not_answer', 'authority', 'complaint', 'opt_out', 'handoff']

function isOwned(scan: Scan, hit: Hit, tags: readonly string[]): boolean {
  return tags.some((tag) => hitsOf(scan, tag).some((owner) => isLonger(owner, hit)))
}

/** "de pronto" is a perhaps, and so is "tal vez más adelante" where a yes or no was asked. */
function isHedged(scan: Scan, hit: Hit): boolean {
  const asked = scan.options.question === 'yesno'
  return hitsOf(scan, 'answer').some(
    (owner) => (asked || hit.value === 'now') && owner.value === 'maybe' && isLonger(owner, hit),
  )
}

function isLonger(outer: Hit, inner: Hit): boolean {
  const longer = outer.to - outer.from > inner.to - inner.from
  return longer && outer.from <= inner.from && inner.to <= outer.to
}

/** A bare "no" to the question when. */
function alone(scan: Scan): readonly Hit[] {
  if (scan.options.question !== 'urgency') return []
  return covers(scan, ['urgency_alone', 'filler', 'thanks', 'greeting'])
    ? hitsOf(scan, 'urgency_alone')
    : []
}

const BUCKETS: readonly UrgencyBucket[] = ['now', 'week', 'month', 'quarter', 'later', 'none']
