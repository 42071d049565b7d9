import type { Hit } from './automaton.js'
import { isAlike, isCountedWith, isRestOf } from './beside.js'
import { isForeign, leadsTo } from './foreign.js'
import { nounAfter } from './noun.js'
import type { Num } from './numbers.js'
import { hitAt, hitBefore, hitsOf, isFree, isWithin, numberAt, type Scan } from './scan.js'
import { is, isMark } from './token.js'

/** A number that could be a sum, with the marks of a currency and the limits around it. */
export type Amount = {
  readonly num: Num
  readonly value: number
  readonly currency: string | null
  /** Tokens with currency and operators included. */
  readonly from: number
  readonly to: number
  /** Where the number itself begins, its sign included. */
  readonly head: number
  readonly limit: 'min' | 'max' | null
  /** Money for sure: a sign, a currency or a scale word, and nothing counted after it. */
  readonly explicit: boolean
  /** A word such as "tengo" or "presupuesto" leads to it. */
  readonly cued: boolean
  readonly counted: boolean
  /** "no 50", "en vez de 20", "50 no, 60". */
  readonly negated: boolean
  /** Earned, paid or quoted elsewhere. */
  readonly foreign: boolean
}

/** Tokens between a sum and the limit that closes its clause. */
const FARTHEST_LIMIT = 7

/** Reads each free number of the message as a possible sum. */
export function readAmounts(scan: Scan): Amount[] {
  const strict = scan.options.question === 'budget' || scan.options.figure !== undefined
  const amounts = scan.numbers
    .filter((num) => isFree(scan, num.from, num.to) && !isSaying(scan, num))
    .map((num) => readAmount(scan, num, strict))
  const all = amounts.some(({ currency }) => currency === null) ? marked(scan, amounts) : amounts
  return all.map((a, i) => {
    const before = all[i - 1]
    if (before?.foreign && !a.foreign && isAlike(scan, before, a)) return { ...a, foreign: true }
    if (isCountedWith(scan, a, all[i + 1]) || isRestOf(scan, a, before))
      return { ...a, counted: true }
    // "200 no, dije 2000"
    const turned = before !== undefined && isTakenBack(scan, before.to) && !isTakenBack(scan, a.to)
    return a.negated && turned && isSaid(scan, a) ? { ...a, negated: false } : a
  })
}

/** "dije 2000" */
function isSaid(scan: Scan, { from }: Amount): boolean {
  return hitBefore(scan, 'not_value', from) !== null && !is(scan.tokens[from - 1], 'not_word')
}

/** "no tengo ni un cinco", "estoy a dos velas" */
function isSaying(scan: Scan, num: Num): boolean {
  return !num.plain && ['no_figure', 'no_budget'].some((tag) => isWithin(scan, tag, num.from))
}

/** "pago en dólares, unos 120": a currency said apart holds for the sums that name none. */
function marked(scan: Scan, amounts: Amount[]): Amount[] {
  const apart = hitsOf(scan, 'currency_apart').filter(
    (hit) => numberAt(scan, hit.to) === null && hitBefore(scan, 'not_value', hit.from) === null,
  )
  const said = new Set(apart.map((hit) => settled(scan, hit)))
  const [currency = null] = said.size === 1 ? said : []
  if (currency === null) return amounts
  return amounts.map((a) => (a.currency === null && !a.counted ? { ...a, currency } : a))
}

function readAmount(scan: Scan, num: Num, strict: boolean): Amount {
  const before = hitBefore(scan, 'currency', num.from)
  const more = hitAt(scan, 'limit_after', num.to)
  const after =
    currencyAfter(scan, num) ?? (more === null ? null : hitAt(scan, 'currency', more.to))
  const noun =
    after === null && before === null ? nounAfter(scan, num.to, strict || num.scale > 1) : -1
  const head = before?.from ?? num.from
  const lead = readLead(scan, head)
  const end = after?.to ?? num.to
  const tail = more !== null && more.to <= end ? more : limitAfter(scan, end)
  const refused = isRefused(scan, lead, end) || isTooFar(scan, tail)
  const cued =
    refused ||
    leadsTo(scan, 'money_cue', lead.from, head, 2) ||
    hitAt(scan, 'money_cue_after', end) !== null
  const large = num.large && num.value >= 100 && noun < 0 && (strict || !isLikeId(num))
  const explicit = before !== null || after !== null || large
  return {
    num,
    value: num.value,
    currency: settled(scan, after) ?? num.currency ?? settled(scan, before),
    from: lead.from,
    to: Math.max(tail?.to ?? end, end),
    head,
    limit: refused ? 'max' : isLeast(scan, lead, end) ? 'min' : bothEnds(lead.limit, tail),
    explicit: explicit || (num.currency !== null && noun < 0),
    cued,
    counted: noun >= 0,
    negated: hitBefore(scan, 'not_value', lead.from) !== null || isTakenBack(scan, end),
    foreign: isForeign(scan, {
      from: lead.from,
      head,
      to: end,
      bound: refused || bounds(scan, lead, tail),
      cued,
    }),
  }
}

/** "1.032.456.781", where nobody asked for a sum: digits in groups, of an identity card. */
function isLikeId({ scale, value }: Num): boolean {
  return scale === 1 && value >= 1e8
}

/** "500 máximo", "40 lucas por mes no puedo"; not what belongs to the next number ("500 hasta 700"). */
function limitAfter(scan: Scan, end: number): Hit | null {
  const per = hitAt(scan, 'per', end)
  const hit =
    hitAt(scan, 'limit_after', end) ?? (per === null ? null : hitAt(scan, 'limit_after', per.to))
  if (hit === null) return lastWords(scan, end)
  return numberAt(scan, hit.to) !== null ? null : hit
}

/** "28 mil por mes con gastos incluidos, como mucho": a limit that closes the clause of the sum. */
function lastWords(scan: Scan, end: number): Hit | null {
  for (let at = end; at <= end + FARTHEST_LIMIT; at += 1) {
    const token = scan.tokens[at]
    if (token === undefined || token.kind === 'number' || isMark(token, '.;!?')) return null
    if (numberAt(scan, at)?.article === false) return null
    const hit = at === end || is(token, 'range_link') ? null : hitAt(scan, 'limit_after', at)
    if (hit === null || hit.value !== 'max' || hit.to - hit.from < 2) continue
    const next = scan.tokens[hit.to]
    return next === undefined || next.kind === 'mark' || is(next, 'clause_link') ? hit : null
  }
  return null
}

/** "más de 150 por bordado no le doy", "si sale más de 5 mil la tiro": what would be too much. */
function isRefused(
  scan: Scan,
  { from, limit }: { from: number; limit: 'min' | 'max' | null },
  end: number,
): boolean {
  if (limit === null || !(is(scan.tokens[from], 'more') || is(scan.tokens[from], 'if')))
    return false
  if (is(scan.tokens[from], 'if')) return true
  for (let i = from - 1; i >= Math.max(from - MOST_OF_IF, 0); i -= 1) {
    if (is(scan.tokens[i], 'if')) return true
  }
  for (let i = end; i < end + MOST_TO_NOT; i += 1) {
    const token = scan.tokens[i]
    if (token === undefined || token.kind === 'number' || isMark(token, ',.;?!')) return false
    if (is(token, 'not_word')) return hitAt(scan, 'no_figure', i) === null
  }
  return false
}

/** "menos de 300 no pienso gastar" */
function isLeast(scan: Scan, { from }: { from: number }, end: number): boolean {
  const first = is(scan.tokens[from], 'by') ? from + 1 : from
  if (!is(scan.tokens[first], 'less') || is(scan.tokens[first - 1], 'not_word')) return false
  for (let i = end; i < end + MOST_TO_NOT; i += 1) {
    const token = scan.tokens[i]
    if (token?.kind !== 'word') return false
    if (is(token, 'not_word')) return scan.tokens[i + 1]?.kind === 'word'
  }
  return false
}

/** "de 100 lucas para arriba no puedo" */
function isTooFar(scan: Scan, tail: Hit | null): boolean {
  if (tail?.value !== 'min') return false
  return (scan.starts[tail.to] ?? []).some(
    ({ tag, value, from, to }) => tag === 'limit_after' && value !== 'min' && to - from > 1,
  )
}

/** Tokens from "si" to the sum, and from the sum to its "no". */
const MOST_OF_IF = 4
const MOST_TO_NOT = 5

/** "más de 500 no puedo" turns a least into a most. */
function bothEnds(lead: 'min' | 'max' | null, tail: Hit | null): 'min' | 'max' | null {
  if (tail?.value === 'flip') return lead === 'min' ? 'max' : lead
  return limitOf(tail) === 'max' ? 'max' : (lead ?? limitOf(tail))
}

/** Whether it is the end of what may be paid, so that "de alquiler" behind it says for what. */
function bounds(
  scan: Scan,
  { from, limit }: { from: number; limit: 'min' | 'max' | null },
  tail: Hit | null,
): boolean {
  const before = scan.tokens[from - 1]
  const closed = tail !== null && tail.value !== 'about'
  return limit !== null || closed || is(before, 'between') || is(before, 'and')
}

/** "5 mil no, 3 mil": taken back where another number follows. */
function isTakenBack(scan: Scan, end: number): boolean {
  const hit = hitAt(scan, 'taken_back', end)
  return hit !== null && scan.numbers.some(({ from }) => from >= hit.to && from <= hit.to + 6)
}

function settled({ vocabulary }: Scan, hit: Hit | null): string | null {
  if (hit === null || hit.value === '' || hit.value === '?') return null
  return hit.value === 'home' ? vocabulary.currency : hit.value
}

function limitOf(hit: Hit | null): 'min' | 'max' | null {
  return hit?.value === 'min' || hit?.value === 'max' ? hit.value : null
}

/** "pesos", "de pesos", "usd", also after "y pico". */
function currencyAfter(scan: Scan, { to, scale }: Num): Hit | null {
  const i = hitAt(scan, 'odd', to)?.to ?? to
  // "un palo verde" are dollars, "20 verde" may be a colour.
  const direct =
    hitAt(scan, 'currency', i) ?? (scale > 1 ? hitAt(scan, 'currency_scaled', i) : null)
  if (direct !== null) return direct
  // "30 of us" counts people, whatever "us" is short for.
  const isPeople = is(scan.tokens[i + 1], 'of_us')
  return is(scan.tokens[i], 'of') && !isPeople ? hitAt(scan, 'currency', i + 1) : null
}

/** Walks back over "unos", "como", "hasta": where the words of the amount begin, and its limit. */
function readLead(scan: Scan, head: number): { from: number; limit: 'min' | 'max' | null } {
  let from = head
  let limit: 'min' | 'max' | null = null
  for (let round = 0; round < 4; round += 1) {
    const bound = hitBefore(scan, 'limit_before', from)
    const hit = bound ?? hitBefore(scan, 'about', from)
    if (hit === null) break
    limit = limitOf(bound) ?? limit
    from = hit.from
  }
  return { from, limit }
}
