import type { Hit } from './automaton.js'
import { endsAsPast, isPastVerb } from './past-event.js'
import { isPrice } from './price-tag.js'
import { hitAt, hitBefore, hitsOf, isWithin, type Scan } from './scan.js'
import { is, isMark } from './token.js'

/** Where a sum stands: its words, the number, and whether a limit makes it what may be paid. */
type Place = {
  readonly from: number
  readonly head: number
  readonly to: number
  readonly bound: boolean
  /** A word such as "tengo" leads to it. */
  readonly cued: boolean
}

/** Whether a sum is somebody else's: earned, paid, lent or quoted elsewhere. */
export function isForeign(scan: Scan, { from, head, to, bound, cued }: Place): boolean {
  if (hitBefore(scan, 'offer', from) !== null || hitBefore(scan, 'offer', head) !== null)
    return false
  if (hitAt(scan, 'not_budget_after', to) !== null) return true
  if (!bound && hitAt(scan, 'bill_after', to) !== null) return true
  const per = hitAt(scan, 'per', to)
  if (per !== null && hitAt(scan, 'not_budget_after', per.to) !== null) return true
  if (leadsTo(scan, 'not_budget', from, head, 4)) return true
  if (!bound && isPrice(scan, { from, head, to, cued })) return true
  const past = hitsOf(scan, 'not_budget_past').some(
    (hit) => isAccented(scan, hit) && isNear(scan, hit, from, head, 4),
  )
  if (!bound && isGot(scan, from)) return true
  // "mi esposo me dejó 2 mil para eso"
  if (hitAt(scan, 'money_cue_after', to) !== null && per === null) return past
  if (past || isTold(scan, from, head) || isTheirs(scan, from) || isEarned(scan, head)) return true
  return !bound && isCalledDear(scan, from, to)
}

/** Tokens from a sum to the word that calls it dear. */
const DEAR_WITHIN = 8

/** "80 soles por cortar el pelo, qué abuso", "carísimo, 5 mil por una puerta": what somebody asks, and no offer. */
function isCalledDear(scan: Scan, from: number, to: number): boolean {
  const { tokens } = scan
  if (is(tokens[to], 'by') && (is(tokens[to + 1], 'article') || is(tokens[to + 1], 'pointing'))) {
    const at = isMark(tokens[from - 1], ',!') ? from - 1 : from
    if (hitBefore(scan, 'dear', at) !== null) return true
  }
  for (let i = to; i < to + DEAR_WITHIN; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'number' || isMark(token, '.;?')) return false
    if (is(token, 'but') || is(token, 'spend_i')) return false
    const hit = i > to ? hitAt(scan, 'dear', i) : null
    if (hit !== null && (hit.value !== 'weak' || !hasComma(scan, to, i))) return true
  }
  return false
}

/** "el vecino les pago 300", "un mesero gana 900": somebody else at the head of the clause, and what they do with money. */
function isTheirs(scan: Scan, from: number): boolean {
  const { tokens } = scan
  let verb = -1
  for (let i = from - 1; i >= Math.max(from - BACK, 0); i -= 1) {
    const token = tokens[i]
    // "el vecino del 402 les pagó"
    if (token?.kind === 'number' && tokens[i + 1]?.kind === 'word') continue
    if (token?.kind !== 'word' || is(token, 'clause_link') || is(token, 'wish')) return false
    if (is(token, 'spend_i') || is(token, 'set_aside')) return false
    if (verb < 0 && is(token, 'their_verb')) verb = i
    const opens = is(token, 'the') || is(token, 'article') || is(token, 'my')
    if (verb < 0 || i + 1 >= verb || !opens || !isHead(scan, i)) continue
    return !is(tokens[i + 1], 'person') && !is(tokens[i + 1], 'kin') && !isOffice(scan, i)
  }
  return false
}

function isHead({ tokens }: Scan, at: number): boolean {
  const before = tokens[at - 1]
  return before?.kind !== 'word' || is(before, 'clause_link') || is(before, 'and')
}

/** "la empresa paga hasta 500" says who pays. */
function isOffice(scan: Scan, at: number): boolean {
  return isWithin(scan, 'authority_bare', at) || is(scan.tokens[at + 1], 'organization')
}

/** "gano el mínimo, 539 lucas": the only sum of a message that tells what somebody earns. */
function isEarned(scan: Scan, head: number): boolean {
  const earned = hitsOf(scan, 'earned')[0]
  if (earned === undefined || earned.to > head) return false
  const own = ['reach', 'money_cue', 'money_cue_after'].some((tag) =>
    hitsOf(scan, tag).some(({ from }) => from >= earned.to),
  )
  if (own) return false
  return scan.numbers.filter(({ article }) => !article).length === 1
}

/** Words before a sum in which what is told of it may stand. */
const BACK = 7

/**
 * "con eso arreglé la moto por 500", "mi vecino anda cobrando 300", "me descuentan 200": told in the past, of somebody
 * else, or as what others do with the writer. What was saved, granted or thought of ("junté 500") is a budget.
 */
function isTold(scan: Scan, from: number, head: number): boolean {
  const { tokens } = scan
  // "me he marcado un tope de 900"
  for (let i = from; i < head; i += 1) if (is(tokens[i], 'budget_noun')) return false
  for (let i = from - 1; i >= Math.max(from - BACK, 0); i -= 1) {
    const token = tokens[i]
    // "compré 2 camisas de 45 mil"
    if (token?.kind === 'number' && tokens[i + 1]?.kind === 'word') continue
    if (token?.kind !== 'word' || is(token, 'clause_link') || is(token, 'and')) return false
    if (is(token, 'gives') && is(tokens[i - 1], 'to_them')) return true
    if (is(token, 'spend_i') && (isPreterite(scan, i) || endsAsPast(scan, token))) return true
    if (is(token, 'set_aside') || is(token, 'wish') || is(token, 'spend_i')) return false
    if (isPastVerb(scan, i) || isDoneToMe(scan, i)) return true
    if (i < from - 1 && isSomebodyElse(scan, i)) return true
  }
  return false
}

/** "y saca 5 mil al mes", "mi hermana manda 200": what somebody else gets or sends. */
function isGot({ tokens }: Scan, from: number): boolean {
  return is(tokens[from - 1], 'earns') && !is(tokens[from - 2], 'me_us')
}

function hasComma({ tokens }: Scan, from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => isMark(token, ','))
}

/** "compramos el terreno en el 2016, ahí pagamos 90": the same word tells of now, where nothing past stands before. */
function isPreterite(scan: Scan, at: number): boolean {
  if (!scan.tokens[at]?.text.endsWith('amos')) return false
  for (let i = at - 1; i >= 0 && !isMark(scan.tokens[i], '.;?!\n'); i -= 1) {
    if (isPastVerb(scan, i) && !is(scan.tokens[i], 'set_aside')) return true
  }
  return false
}

/** "me pagan", "nos descuentan" */
function isDoneToMe({ tokens }: Scan, at: number): boolean {
  const verb = tokens[at]
  if (is(tokens[at - 2], 'if')) return false
  if (is(tokens[at - 1], 'me_us') && is(verb, 'takes')) return true
  const plural = (verb?.text.length ?? 0) > 3 && (verb?.text.endsWith('n') ?? false)
  return plural && is(tokens[at - 1], 'me_us')
}

/** "mi prima", "el otro taller": who does something in that clause, and not "con mi prima". */
function isSomebodyElse({ tokens }: Scan, at: number): boolean {
  if (!is(tokens[at], 'kin') && !is(tokens[at], 'seller')) return false
  if (!is(tokens[at - 1], 'owner') && !is(tokens[at - 1], 'my')) return false
  return !is(tokens[at - 2], 'of') && !is(tokens[at - 2], 'with')
}

/** Whether such a phrase stands before the amount; it may share words with what leads to it ("en 750"). */
export function leadsTo(
  scan: Scan,
  tag: string,
  from: number,
  head: number,
  reach: number,
): boolean {
  return hitsOf(scan, tag).some(
    (hit) =>
      isNear(scan, hit, from, head, reach) &&
      !isTurned(scan, hit, head) &&
      // "no me paso de 500" is a limit, and nobody who charged.
      !(tag === 'not_budget' && hit.from >= from && hit.from < head),
  )
}

/** "gano poco y puedo pagar 500", "si lo vale puedo subir a 650": what one can pay comes in between. */
function isTurned(scan: Scan, { to }: Hit, head: number): boolean {
  return hitsOf(scan, 'reach').some(
    (hit) => hit.from >= to && hit.to <= head && hit.to - hit.from > 1,
  )
}

function isNear(scan: Scan, hit: Hit, from: number, head: number, reach: number): boolean {
  const far = hit.value === 'next' ? 0 : reach
  return hit.to <= head && (hit.to >= from || isClose(scan, hit.to, from, far))
}

function isClose(scan: Scan, from: number, to: number, reach: number): boolean {
  if (to - from > reach) return false
  for (let i = from; i < to; i += 1) {
    const token = scan.tokens[i]
    if (isMark(token, ',.;!?')) return false
    // "me cobraron 2 veces los 800"
    if (token?.kind === 'number' && !is(scan.tokens[i + 1], 'measure')) return false
  }
  return true
}

/** "pagó 500" is another's, "pago 500" the writer's: only the accent tells them apart. */
function isAccented(scan: Scan, hit: Hit): boolean {
  const end = scan.tokens[hit.to - 1]?.end ?? 0
  const last = scan.text.slice(Math.max(end - 2, 0), end).normalize('NFC')
  return last.endsWith('\u00f3') || last.endsWith('\u00d3')
}
