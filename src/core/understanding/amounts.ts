import { nounAfter } from './noun.js'
import type { Num } from './numbers.js'
import { hitAt, hitBefore, hitsOf, isFree, numberAt, type Scan } from './scan.js'
import { is, isMark } from './token.js'
import type { Hit } from './trie.js'

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
  /** "no 50", "en vez de 20". */
  readonly negated: boolean
  /** Earned, paid or quoted elsewhere. */
  readonly foreign: boolean
}

/** Reads each free number of the message as a possible sum. */
export function readAmounts(scan: Scan): Amount[] {
  const strict = scan.options.question === 'budget' || scan.options.figure !== undefined
  return scan.numbers
    .filter((num) => isFree(scan, num.from, num.to))
    .map((num) => readAmount(scan, num, strict))
}

function readAmount(scan: Scan, num: Num, strict: boolean): Amount {
  const before = hitBefore(scan, 'currency', num.from)
  const more = hitAt(scan, 'limit_after', num.to)
  const after =
    currencyAfter(scan, num.to) ?? (more === null ? null : hitAt(scan, 'currency', more.to))
  const noun =
    after === null && before === null ? nounAfter(scan, num.to, strict || num.scale > 1) : -1
  const head = before?.from ?? num.from
  const lead = readLead(scan, head)
  const end = after?.to ?? num.to
  const behind = more !== null && more.to <= end ? more : hitAt(scan, 'limit_after', end)
  const tail = behind !== null && numberAt(scan, behind.to) !== null ? null : behind
  const explicit = before !== null || after !== null || (num.large && num.value >= 100 && noun < 0)
  return {
    num,
    value: num.value,
    currency: settled(scan, after) ?? num.currency ?? settled(scan, before),
    from: lead.from,
    to: Math.max(tail?.to ?? end, end),
    head,
    limit: limitOf(tail) === 'max' ? 'max' : (lead.limit ?? limitOf(tail)),
    explicit: explicit || (num.currency !== null && noun < 0),
    cued: leadsTo(scan, 'money_cue', lead.from, head, 2),
    counted: noun >= 0,
    negated: hitBefore(scan, 'not_value', lead.from) !== null,
    foreign: isForeign(scan, lead.from, head, end),
  }
}

function settled({ vocabulary }: Scan, hit: Hit | null): string | null {
  if (hit === null || hit.value === '' || hit.value === '?') return null
  return hit.value === 'home' ? vocabulary.currency : hit.value
}

function limitOf(hit: Hit | null): 'min' | 'max' | null {
  return hit?.value === 'min' || hit?.value === 'max' ? hit.value : null
}

/** "pesos", "de pesos", "usd", also after "y pico". */
function currencyAfter(scan: Scan, at: number): Hit | null {
  const vague = hitAt(scan, 'odd', at)
  const i = vague?.to ?? at
  const direct = hitAt(scan, 'currency', i)
  if (direct !== null) return direct
  return is(scan.tokens[i], 'of') ? hitAt(scan, 'currency', i + 1) : null
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

function isForeign(scan: Scan, from: number, head: number, to: number): boolean {
  return hitAt(scan, 'not_budget_after', to) !== null || leadsTo(scan, 'not_budget', from, head, 4)
}

/** Whether such a phrase stands before the amount; it may share words with what leads to it ("en 750"). */
function leadsTo(scan: Scan, tag: string, from: number, head: number, reach: number): boolean {
  return hitsOf(scan, tag).some(
    (hit) => hit.to <= head && (hit.to >= from || isClose(scan, hit.to, from, reach)),
  )
}

function isClose(scan: Scan, from: number, to: number, reach: number): boolean {
  if (to - from > reach) return false
  for (let i = from; i < to; i += 1) {
    const token = scan.tokens[i]
    if (isMark(token, ',.;!?') || token?.kind === 'number') return false
  }
  return true
}
