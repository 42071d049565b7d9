import { hitAt, isWithin, type Scan } from './scan.js'
import { is, isMark, type Token } from './token.js'

const BACK = 8
const AHEAD = 4

/**
 * "pagué 350 en diciembre", "el lunes se me dañó", "mi vuelo salió el 3": a day told with a verb of the
 * past in its own clause. A wish between the two ("compré la tela y la necesito el lunes") unties them.
 */
export function isPastEvent(scan: Scan, from: number, to: number): boolean {
  if (Number(hitAt(scan, 'day', from)?.value ?? 0) > 0) return false
  return isToldBefore(scan, from) || isToldAfter(scan, to)
}

function isToldBefore(scan: Scan, from: number): boolean {
  const { tokens } = scan
  for (let i = from - 1; i >= Math.max(from - BACK, 0); i -= 1) {
    const token = tokens[i]
    if (token === undefined || isMark(token, ENDS) || is(token, 'wish')) return false
    // "quise decir el viernes"
    if (isPastVerb(scan, i) && !isWithin(scan, 'correction', i)) return true
  }
  return false
}

function isToldAfter(scan: Scan, to: number): boolean {
  const { tokens } = scan
  // "el lunes que pasó"
  const verb = tokens[to + 1]
  if (is(tokens[to], 'that') && verb?.kind === 'word' && endsAsPast(scan, verb)) return true
  for (let i = to; i < Math.min(to + AHEAD, tokens.length); i += 1) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'mark' || is(token, 'wish')) return false
    if (is(token, 'clause_link')) return false
    if (isPastVerb(scan, i)) return true
  }
  return false
}

const ENDS = '.,;:!?\u00bf\u00a1\n'

/** "salió", "fue" in any spelling; "pago", "pague" with their accent, the latter also after "yo" or "ya". */
export function isPastVerb(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (is(token, 'past_verb')) return true
  if (is(token, 'past_helper')) return !is(scan.tokens[at + 1], 'of')
  if (is(token, 'past_verb_led') && is(scan.tokens[at - 1], 'past_lead')) return true
  if (is(token, 'past_verb_led')) return isAccented(scan, token)
  return token?.kind === 'word' && token.text.length > 3 && endsAsPast(scan, token)
}

/** Whether a word ends as verbs of the past do, with the accent where they need one. */
export function endsAsPast(scan: Scan, token: Token): boolean {
  const { any, accented } = scan.vocabulary.past
  if (any.some((ending) => token.text.endsWith(ending))) return true
  // "aquí", "allí"
  if (is(token, 'not_past') || !accented.some((ending) => token.text.endsWith(ending))) return false
  return scan.text[token.end - 1] !== token.text.at(-1)
}

function isAccented({ text }: Scan, token: Token | undefined): boolean {
  return token !== undefined && text.slice(token.start, token.end).toLowerCase() !== token.text
}
