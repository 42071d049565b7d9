import type { Hit } from './automaton.js'
import { found, hitBefore, hitsOf, isWithin, type Scan } from './scan.js'
import { is, isMark } from './token.js'
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
  const hit = asked ? (takenBack(scan) ?? choose(scan, pool)) : best(pool)
  if (hit === null || (asked && isCounterQuestion(scan, hit))) return null
  const value = hit.value === 'maybe' ? null : hit.value === 'yes' && !isNegated(scan, hit)
  return found(scan, value, hit.from, hit.to, strong.includes(hit) ? 0.95 : 0.85)
}

/** "no me late", "no está bien" */
function isNegated(scan: Scan, hit: Hit): boolean {
  let at = hit.from
  while (is(scan.tokens[at - 1], 'clitic')) at -= 1
  return hitBefore(scan, 'negation', at) !== null
}

function answers(scan: Scan, tag: string, owners: readonly string[] = OWNERS): Hit[] {
  const hits = hitsOf(scan, tag)
  return hits.filter(
    (hit) =>
      !hits.some((h) => contains(h, hit) || cuts(h, hit)) &&
      !owners.some((owner) => isOwned(scan, hit, owner)) &&
      !isInterjection(scan, hit) &&
      !isAskedBack(scan, hit) &&
      !isWithinClause(scan, hit),
  )
}

/** "¿sí?", "está caro, ¿no?", "ya?": said to be confirmed. "¿Por qué no?" assents. */
function isAskedBack(scan: Scan, hit: Hit): boolean {
  if (!isMark(scan.tokens[hit.to], '?')) return false
  return hit.to === hit.from + 1 || isBare(scan, hit)
}

/**
 * "yo no vivo ahí", "dicen que sí llueve": a bare word with more before and behind it in its clause says that of
 * something. What is mostly another word ("eso", "a", "padre") has to be all of its clause.
 */
function isWithinClause(scan: Scan, hit: Hit): boolean {
  if (hit.to > hit.from + 1 && !isBare(scan, hit)) return false
  if (isPraise(scan, hit)) return true
  const [first, last] = [begins(scan, hit.from), ends(scan, hit.to)]
  if (!is(scan.tokens[hit.from], 'slight')) return !first && !last
  // "y eso qué incluye"
  return !first || !last || is(scan.tokens[hit.to], 'clause_link')
}

/** "perfecto el partido", but "perfecto el lunes". */
function isPraise(scan: Scan, { from, to }: Hit): boolean {
  const { tokens } = scan
  if (!is(tokens[from], 'praise')) return false
  // "vale 30 euros"
  if (tokens[to]?.kind === 'number') return true
  if (!is(tokens[to], 'the') && !is(tokens[to], 'article')) return false
  const named = tokens[to + 1]
  return named?.kind === 'word' && named.weekday === null && !is(named, 'praised_time')
}

function isBare({ tokens }: Scan, hit: Hit): boolean {
  for (let i = hit.from; i < hit.to; i += 1) {
    if (!is(tokens[i], 'not_word') && !is(tokens[i], 'yes_word') && !is(tokens[i], 'that'))
      return false
  }
  return true
}

function begins(scan: Scan, at: number): boolean {
  for (let i = at - 1; i >= 0; i -= 1) {
    if (scan.tokens[i]?.kind === 'mark') return true
    if (!isPassing(scan, i) && !isWithin(scan, 'answer', i)) return false
  }
  return true
}

function ends(scan: Scan, at: number): boolean {
  const next = scan.tokens[at]
  if (next === undefined || next.kind === 'mark' || is(next, 'clause_link')) return true
  return isPassing(scan, at) || isWithin(scan, 'thanks', at) || isWithin(scan, 'answer', at)
}

function isOwned(scan: Scan, hit: Hit, owner: string): boolean {
  // "depende" answers a yes-or-no question as well as one for a sum.
  if (hit.value === 'maybe' && owner === 'no_figure') return false
  return hitsOf(scan, owner).some((h) => {
    if (isSure(scan, h) || isOutright(scan, hit, h)) return false
    // "ahora no hay luz": the "no" belongs to what follows.
    const begun = owner === 'not_answer' && h.from === hit.to - 1 && h.to > hit.to
    return contains(h, hit) || (begun && is(scan.tokens[h.from], 'not_word'))
  })
}

/** "no, somos tres": where a yes or no was asked it answers first, and corrects nothing. */
function isOutright({ tokens }: Scan, hit: Hit, owner: Hit): boolean {
  if (owner.tag !== 'correction' || hit.to !== hit.from + 1 || hit.from > owner.from + 1)
    return false
  return is(tokens[hit.from], 'not_word') && isMark(tokens[hit.to], ',.')
}

/** "sí me dice el precio": with its accent it is no condition. */
function isSure({ text, tokens }: Scan, hit: Hit): boolean {
  const first = tokens[hit.from]
  return is(first, 'yes_word') && text[(first?.start ?? 0) + 1]?.toLowerCase() === '\u00ed'
}

function contains(outer: Hit, inner: Hit): boolean {
  if (outer.to - outer.from <= inner.to - inner.from) return false
  return outer.from <= inner.from && inner.to <= outer.to
}

/** "claro que no hay problema": the phrase that begins inside another and ends after it is the one meant. */
function cuts(later: Hit, hit: Hit): boolean {
  return hit.from < later.from && later.from < hit.to && hit.to < later.to
}

/** Cuba's "ñooo" is no "no". */
function isInterjection(scan: Scan, hit: Hit): boolean {
  const first = scan.text[scan.tokens[hit.from]?.start ?? 0]
  return hit.to === hit.from + 1 && (first === '\u00f1' || first === '\u00d1')
}

/** Who takes back an answer ("dije que sí pero siempre no") gives the right one last. */
function takenBack(scan: Scan): Hit | null {
  if (hitsOf(scan, 'correction').length === 0) return null
  const strong = answers(scan, 'answer', ['not_answer'])
  if (strong.length < 2) return null
  return strong.reduce((last, hit) => (hit.from > last.from ? hit : last))
}

/**
 * A doubt outweighs a bare yes before it, a refusal what only took note ("ya, no gracias"), and hearty assent a "no"
 * before it ("no, dale", "no no, perfecto").
 */
function choose(scan: Scan, pool: readonly Hit[]): Hit | null {
  const chosen = best(pool)
  if (chosen === null || chosen.value === 'maybe') return chosen
  const later = pool.filter((hit) => hit.tag === 'answer' && hit.from >= chosen.to)
  if (chosen.value === 'yes') {
    const refusal = later.find((hit) => hit.value === 'no' && isRefusal(scan, hit, chosen))
    return refusal ?? later.find((hit) => hit.value === 'maybe') ?? chosen
  }
  // "no creo, pero tal vez"
  if (!isBareNo(scan, chosen)) {
    const but = (hit: Hit) => is(scan.tokens[hit.from - 1], 'but')
    return later.find((hit) => hit.value === 'maybe' && but(hit)) ?? chosen
  }
  return later.find((hit) => hit.value === 'yes' && isAssent(scan, hit)) ?? chosen
}

function isBareNo(scan: Scan, hit: Hit): boolean {
  for (let i = hit.from; i < hit.to; i += 1) {
    const passing = is(scan.tokens[i], 'not_word') || isWithin(scan, 'filler', i)
    if (!passing && !isWithin(scan, 'resigned', i)) return false
  }
  return true
}

/** "perfecto, pero no": clear behind whatever stands before it, a bare "no" only behind what takes note. */
function isRefusal(scan: Scan, hit: Hit, chosen: Hit): boolean {
  // "sí, ya no tengo dudas"
  if (is(scan.tokens[hit.to - 1], 'not_word') && !ends(scan, hit.to)) return false
  if (hitsOf(scan, 'refusal').some((r) => r.from <= hit.from && hit.from < r.to)) return true
  return chosen.to === chosen.from + 1 && is(scan.tokens[chosen.from], 'taken_note')
}

/** Said right after the "no" and a comma, and not taken down again by what follows. */
function isAssent(scan: Scan, hit: Hit): boolean {
  const assent = hitsOf(scan, 'assent').find((a) => a.from <= hit.from && hit.from < a.to)
  if (assent === undefined) return false
  let at = assent.from - 1
  while (at > 0 && isWithin(scan, 'filler', at)) at -= 1
  return isMark(scan.tokens[at], ',.!;')
}

/** Strong words before weak ones ("bueno, no"), then the first. */
function best(pool: readonly Hit[]): Hit | null {
  let top: Hit | null = null
  for (const hit of pool) {
    if (top === null || weight(hit) > weight(top)) top = hit
    else if (weight(hit) === weight(top) && hit.from < top.from) top = hit
  }
  return top
}

function weight(hit: Hit): number {
  return hit.tag === 'answer' ? 1 : 0
}

/** "¿y si no consigo?", "¿te acordás si ya firmé?": a question whose "sí" or "no" stands inside asks, it does not answer. */
function isCounterQuestion(scan: Scan, hit: Hit): boolean {
  const end = scan.tokens.findIndex((token, i) => i >= hit.to && isMark(token, '?'))
  if (end < 0) return false
  if (isCondition(scan, hit)) return true
  for (let i = hit.from - 1; i >= 0; i -= 1) {
    if (scan.tokens[i]?.kind === 'mark') return false
    if (!isPassing(scan, i)) return true
  }
  return false
}

/** "si es de melamina aguanta?": without its accent and with a clause behind it. */
function isCondition(scan: Scan, hit: Hit): boolean {
  const bare = hit.to === hit.from + 1 && is(scan.tokens[hit.from], 'yes_word')
  return bare && !isSure(scan, hit) && !ends(scan, hit.to)
}

/** Outside a yes-or-no question the word must stand alone in its clause, at the beginning. */
function stands(scan: Scan, hit: Hit): boolean {
  const after = scan.tokens[hit.to]
  const ends = after === undefined || after.kind === 'mark' || isWithin(scan, 'filler', hit.to)
  if (!ends) return false
  for (let i = 0; i < hit.from; i += 1) {
    const passing = scan.tokens[i]?.kind === 'mark' || isPassing(scan, i)
    if (!passing && !isWithin(scan, 'answer', i)) return false
  }
  return true
}

function isPassing(scan: Scan, at: number): boolean {
  return isWithin(scan, 'greeting', at) || isWithin(scan, 'filler', at)
}
