import { hitBefore, hitsOf, type Scan } from './scan.js'
import { is, isMark } from './token.js'

/** Where a sum stands: its words, the number, and whether a word leads to it or closes it as what may be paid. */
type Place = {
  readonly from: number
  readonly head: number
  readonly to: number
  readonly cued: boolean
}

/** Whether a sum is what something costs, and not what somebody would pay for it. */
export function isPrice(scan: Scan, place: Place): boolean {
  return isNamedByPrice(scan, place) || isSaidToCost(scan, place) || isAskedAbout(scan, place)
}

/** Tokens from the article of a thing to the price that names it. */
const TAG_WITHIN = 4

/** "¿el de 80 todavía hay?", "quiero el combo de Q99": a thing by its price, where no sum was asked for. */
function isNamedByPrice({ tokens, options }: Scan, { from, head, to }: Place): boolean {
  if (options.question === 'budget') return false
  // "the 25 dollar plan"
  const lead = tokens[from - 1]
  if (is(lead, 'the') && is(lead, 'tells_en')) return tokens[to]?.kind === 'word'
  const of = is(tokens[from], 'of') && from < head ? from : from - 1
  if (!is(tokens[of], 'of')) return false
  if (is(tokens[of - 1], 'stocks')) return tokens.some((token) => isMark(token, '?'))
  for (let i = of - 1; i >= Math.max(of - TAG_WITHIN, 0); i -= 1) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'mark') return false
    if (is(token, 'cash') || is(token, 'wish')) return false
    if (i === of - 1 && is(token, 'budget_noun')) return false
    if (is(token, 'the') || (i === of - 1 && is(token, 'day_article'))) return true
  }
  return false
}

/** Tokens from the thing to the verb that says what it costs. */
const THING_WITHIN = 7

/** "en la feria está a mil", "la inicial del carro fue 100 mil", "el básico son 470". */
function isSaidToCost(scan: Scan, { from, head }: Place): boolean {
  const { tokens } = scan
  const at = verbBefore(scan, from, head)
  const verb = tokens[at]
  const costs = is(verb, 'costs')
  if (at < 0) return false
  if (costs && (is(verb, 'costs_sure') || tokens[head - 1]?.text === 'a')) return !isIf(scan, at)
  // "ahora me sale en 5,000"
  if (costs && is(tokens[at - 1], 'me_us') && from < head) return !isIf(scan, at)
  return isToldOfThing(scan, at)
}

/** The verb right before the words of a sum, or among them ("son 3,500"); -1 when there is none. */
function verbBefore({ tokens }: Scan, from: number, head: number): number {
  for (let i = head - 1; i >= Math.max(from - 1, 0); i -= 1) {
    if (is(tokens[i], 'costs') || is(tokens[i], 'copula')) return i
  }
  return -1
}

/** "si vale 500 lo compro": what one would pay for it. */
function isIf({ tokens }: Scan, verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(verb - 3, 0); i -= 1) if (is(tokens[i], 'if')) return true
  return false
}

const OPENS = ['the', 'owner', 'my', 'pointing']

/** Whether a thing that is no budget heads the clause of the verb, or for what it costs a place: "en Saga está 99". */
function isToldOfThing({ tokens }: Scan, verb: number): boolean {
  const placed = is(tokens[verb], 'costs') || is(tokens[verb], 'hovers')
  let thing = false
  for (let i = verb - 1; i >= Math.max(verb - THING_WITHIN, 0); i -= 1) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'mark' || is(token, 'clause_link')) break
    if (is(token, 'if') || is(token, 'that')) return false
    const noun = tokens[i + 1]
    if (i + 1 >= verb || noun?.kind !== 'word') continue
    // The one farthest from the verb is its subject: "el bono de la caja fue de 200".
    if ((placed && is(token, 'at_place')) || OPENS.some((group) => is(token, group)))
      thing = !is(noun, 'budget_noun') && !is(noun, 'cash')
  }
  return thing
}

/** "¿cuánto trae el rollo de 20 dólares?", "cuánto es el envío, 100 córdobas?": a sum inside of a question about prices. */
function isAskedAbout(scan: Scan, { from, to, cued }: Place): boolean {
  if (cued) return false
  const { tokens } = scan
  for (let i = from - 1; i >= 0; i -= 1) {
    if (isMark(tokens[i], '.;?!\n')) return false
    if (isMark(tokens[i], ',') && !isMark(tokens[to], '?')) return false
    if (hitsOf(scan, 'price').some((hit) => hit.from <= i && i < hit.to && hit.from < from))
      return hitBefore(scan, 'money_cue', from) === null
  }
  return false
}
