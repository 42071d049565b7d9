import type { Authority } from '../types.js'
import type { Hit } from './automaton.js'
import { decidersTold, isAsked } from './decider.js'
import { found, hitAt, hitsOf, isWithin, type Scan } from './scan.js'
import { is } from './token.js'
import type { Found } from './types.js'

const RANK: Readonly<Record<Authority, number>> = { unknown: 3, shared: 2, other: 1, self: 1 }

/** What may follow the person without telling anything of them. */
const PASSING = ['authority_asked', 'authority_bare', 'thanks', 'filler']

/** What may stand before the first answer. */
const OPENING = ['filler', 'greeting', 'answer']

/** Words after a preposition that may still tell which person is meant: "el gerente de la planta de Cali". */
const LONGEST_TAIL = 4

/** Who decides about the purchase. */
export function readAuthority(scan: Scan): Found<Authority> | null {
  const asked = scan.options.question === 'authority'
  const strong = [...hitsOf(scan, 'authority'), ...decidersTold(scan)].filter(
    (hit) => !isAskedFor(scan, hit),
  )
  const weak = asked
    ? [...hitsOf(scan, 'authority_asked'), ...barePeople(scan)].filter((h) => !isAskedFor(scan, h))
    : []
  weak.sort((a, b) => a.from - b.from)
  const hit = firstAnswer(scan, weak, strong) ?? best(strong) ?? best(weak)
  const value = hit === null ? null : authorityOf(hit.value)
  if (hit === null || value === null) return null
  return found(scan, value, hit.from, hit.to, strong.includes(hit) ? 0.9 : 0.8)
}

function best(hits: readonly Hit[]): Hit | null {
  return hits.reduce<Hit | null>((top, next) => (isBetter(next, top) ? next : top), null)
}

/**
 * Who is named first and alone answers, whoever else is spoken of behind it, unless that joins in or takes it back:
 * "yo, es mi plata y mi suegra opina", "el director, yo soy la secretaria".
 */
function firstAnswer(scan: Scan, weak: readonly Hit[], strong: readonly Hit[]): Hit | null {
  const first = weak.find((hit) => hit.tag === 'authority_bare')
  if (first === undefined || !isFirst(scan, first.from)) return null
  if ([...strong, ...weak].some(({ value }) => RANK[authorityOf(value) ?? 'self'] > 1)) return null
  if (first.value === 'other' ? strong.length > 0 : !isOwn(scan, first)) return null
  let end = first.to
  while (end < scan.tokens.length && scan.tokens[end]?.kind !== 'mark') end += 1
  const next = scan.tokens[end + 1]
  if (next === undefined || is(next, 'and') || is(next, 'with')) return null
  return scan.tokens.slice(end).some((token) => is(token, 'but')) ? null : first
}

function isFirst(scan: Scan, at: number): boolean {
  for (let i = 0; i < at; i += 1) {
    if (is(scan.tokens[i], 'not_word') || isWithin(scan, 'negation', i)) return false
    if (scan.tokens[i]?.kind !== 'mark' && !OPENING.some((tag) => isWithin(scan, tag, i)))
      return false
  }
  return true
}

/** "Quiero hablar con el administrador", "mi tía le manda saludos", "¿usted es quien manda?": nothing about who decides. */
function isAskedFor(scan: Scan, hit: Hit): boolean {
  if (is(scan.tokens[hit.from - 1], 'addressee') && isAsked(scan, hit.to)) return true
  return hitsOf(scan, 'not_authority').some((no) => no.from < hit.to && hit.to <= no.to)
}

/**
 * People who are named and of whom nothing else is told: "mi esposo", but not "mi esposo es alérgico" nor "le paso
 * el número de mi esposo". Oneself may stand anywhere: "la compra la hago yo".
 */
function barePeople(scan: Scan): Hit[] {
  return outermost(hitsOf(scan, 'authority_bare')).filter(
    (hit) => ends(scan, hit) && (isOwn(scan, hit) || leads(scan, hit)) && !isAsked(scan, hit.to),
  )
}

/** Of phrases in order of their beginnings those that lie in no other. */
function outermost(hits: readonly Hit[]): Hit[] {
  let reached = 0
  return hits.filter(({ to }) => {
    if (to <= reached) return false
    reached = to
    return true
  })
}

function holds(outer: Hit, inner: Hit): boolean {
  if (outer.to - outer.from <= inner.to - inner.from) return false
  return outer.from <= inner.from && inner.to <= outer.to
}

/** "yo solo", but not "yo solo con tres hijos": only whoever else decides is told more of. */
function ends(scan: Scan, { value, to }: Hit): boolean {
  if (value === 'self' && is(scan.tokens[to], 'tail') && !is(scan.tokens[to], 'own_tail'))
    return false
  return endsClause(scan, to)
}

function isOwn({ tokens }: Scan, { value, from, to }: Hit): boolean {
  return value === 'self' && tokens.slice(from, to).some((token) => is(token, 'first_person'))
}

function leads(scan: Scan, hit: Hit): boolean {
  const before = scan.tokens[hit.from - 1]
  // A lone word must lead: "gerencia", but not "mi hermano es contador".
  if (hit.to > hit.from + 1 && (is(before, 'turn') || is(before, 'people_lead'))) return true
  for (let i = hit.from - 1; i >= 0; i -= 1) {
    if (scan.tokens[i]?.kind === 'mark' || is(scan.tokens[i], 'and')) return true
    if (!isPassing(scan, i)) return false
  }
  return true
}

function isPassing(scan: Scan, at: number): boolean {
  return PASSING.some((tag) => isWithin(scan, tag, at)) || isWithin(scan, 'answer', at)
}

function endsClause(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (token === undefined || token.kind === 'mark' || is(token, 'and')) return true
  if (is(token, 'clause_link') || is(token, 'but')) return true
  for (const tag of PASSING) {
    const hit = hitAt(scan, tag, at)
    if (hit !== null) return endsClause(scan, hit.to)
  }
  if (!is(token, 'tail')) return false
  for (let i = at + 1; i <= at + LONGEST_TAIL + 1; i += 1) {
    const next = scan.tokens[i]
    if (next === undefined || next.kind === 'mark' || is(next, 'and')) return true
  }
  return false
}

function isBetter(next: Hit, best: Hit | null): boolean {
  if (best === null) return true
  if (holds(next, best)) return true
  if (best.from <= next.from && next.to <= best.to) return false
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
