import type { Hit } from './automaton.js'
import { isPastVerb } from './past-event.js'
import { hitsOf, isWithin, type Scan } from './scan.js'
import { readScore } from './score-answer.js'
import { is, isMark } from './token.js'
import type { Question } from './types.js'

/** How many words may lie between what was delivered and what is wrong with it. */
const NEAR = 6

/**
 * Complaints told without a word of complaint: what was delivered came damaged ("me entregaron la torta
 * derretida"), or something was paid and nothing followed ("pagué hace un mes y nada"). What somebody has to
 * repair is no complaint where it was asked for.
 */
export function isLetDown(scan: Scan): boolean {
  if (isDear(scan) || follows(scan, 'complaint_paid', 'complaint_lack')) return true
  if (isBadMark(scan)) return true
  if (scan.options.question === 'need') return false
  return (
    cameDamaged(scan) || follows(scan, 'complaint_bought', 'complaint_fault') || wentWrong(scan)
  )
}

/** Whether a mark was given that speaks for them. */
export function isPleased(scan: Scan): boolean {
  return (readScore(scan)?.value ?? 0) >= LEAST_OF_PLEASED
}

/** "un 9, pero qué mal servicio": how they treat people is called bad, whatever the mark. */
export function isJudged(scan: Scan): boolean {
  return troubles(scan, 'complaint').some(({ from, to }) =>
    scan.tokens.slice(from, to).some((token) => is(token, 'judged')),
  )
}

/** What went wrong is told beside a low mark, or in place of one: "3, el perno quedó suelto", "me cobraron dos veces". */
function isBadMark(scan: Scan): boolean {
  if (scan.options.question !== 'nps') return false
  const mark = readScore(scan)
  if (mark !== null && mark.value <= MOST_FOR_EVENT && tellsEvent(scan)) return true
  if (TROUBLES.every((tag) => troubles(scan, tag).length === 0)) return false
  return mark === null || mark.value <= MOST_FOR_TROUBLE
}

/** Beside a very low mark whatever is told is what was wrong: "2, el señor me habló golpeado". */
function tellsEvent(scan: Scan): boolean {
  const told = scan.tokens.filter((token, i) => isTold(scan, i) && !is(token, 'verdict'))
  return told.length >= LEAST_OF_EVENT || scan.tokens.some((_, i) => isEvent(scan, i))
}

function isTold(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (token?.kind !== 'word' || token.text.length < 3 || token.number !== null) return false
  return !['filler', 'thanks', 'greeting', 'correction'].some((tag) => isWithin(scan, tag, at))
}

function isEvent(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  const next = scan.tokens[at + 1]
  if (is(token, 'event_lack') && next?.kind === 'word') return true
  // "no devuelven las llamadas", but "no más"
  if (is(token, 'not_word') && next?.kind === 'word' && !is(next, 'verdict')) return true
  // "me fue maluco"
  if (is(scan.tokens[at - 1], 'me_us') && token?.text === 'fue') return false
  return isPastVerb(scan, at) && !is(token, 'own_past') && !isWithin(scan, 'correction', at)
}

/** "ni bien ni mal" */
function troubles(scan: Scan, tag: string): readonly Hit[] {
  const not = hitsOf(scan, 'not_complaint')
  return hitsOf(scan, tag).filter((hit) => !not.some((h) => h.from <= hit.from && hit.to <= h.to))
}

const TROUBLES = ['complaint_fault', 'complaint_damaged', 'complaint_marked']
const MOST_FOR_TROUBLE = 6
const MOST_FOR_EVENT = 4
const LEAST_OF_EVENT = 3
const LEAST_OF_PLEASED = 8

/** "un robo": of a price it only says that it is dear. */
function isDear(scan: Scan): boolean {
  const hits = hitsOf(scan, 'complaint_dear').filter(
    ({ from }) => !isWithin(scan, 'not_dear', from),
  )
  if (hits.length === 0 || hitsOf(scan, 'complaint_cost').length > 0) return false
  return !scan.numbers.some((num) => num.value >= NEAR && !num.article)
}

/** A phrase of one tag, and one of the other after it. */
function follows(scan: Scan, tag: string, after: string): boolean {
  const first = hitsOf(scan, tag)[0]
  return first !== undefined && hitsOf(scan, after).some((hit) => hit.from > first.from)
}

/** What they did or were paid for, and behind it something bad: "el sofá que me trajeron … se está despegando". */
function wentWrong(scan: Scan): boolean {
  if (!OF_THEM.includes(scan.options.question)) return false
  if ((readScore(scan)?.value ?? 0) > MOST_FOR_TROUBLE) return false
  const bad = BAD.flatMap((tag) => troubles(scan, tag))
  if (bad.length === 0) return false
  return hitsOf(scan, 'complaint_dealing').some((deal) =>
    bad.some((hit) => hit.from > deal.from && hit.to > deal.to && hit.from - deal.to <= FAR),
  )
}

const BAD = ['complaint_trouble', 'complaint_fault', 'complaint_damaged', 'complaint_lack']
/** Questions beside which what went wrong is told of them, and not of others before. */
const OF_THEM: readonly Question[] = ['open', 'nps', 'yesno']
/** How many words may lie between what they did and what is bad. */
const FAR = 12

/** "me entregaron la torta derretida" */
export function cameDamaged(scan: Scan): boolean {
  const damaged = troubles(scan, 'complaint_damaged')
  if (damaged.length === 0) return false
  return hitsOf(scan, 'complaint_delivered').some((came) =>
    damaged.some((hit) => {
      if (hit.from < came.to || hit.from - came.to > NEAR) return false
      for (let i = came.to; i < hit.from; i += 1) if (isMark(scan.tokens[i], '.;?!')) return false
      return true
    }),
  )
}
