import type { Authority } from '../types.js'
import type { Hit } from './automaton.js'
import { hitsOf, type Scan } from './scan.js'
import { is, isMark } from './token.js'

/**
 * Who decides, told by the shape of a sentence and not by one phrase: "la que firma y paga es mi tía", "el dueño,
 * que vive fuera, lo tiene que aprobar", "ni idea, la verdad, de quién lo autoriza".
 */
export function decidersTold(scan: Scan): Hit[] {
  const out: Hit[] = []
  scan.tokens.forEach((token, at) => {
    if (is(token, 'relative')) keep(out, clefted(scan, at))
    if (is(token, 'must')) keep(out, obliged(scan, at))
    if (is(token, 'rules_sure')) keep(out, subjected(scan, at))
  })
  for (const doubt of hitsOf(scan, 'authority_doubt')) keep(out, doubted(scan, doubt))
  return out
}

/** Words between the verb and the copula of "el que pone la plata y decide todo es mi tío". */
const LONGEST_CLEFT = 8
/** Words between whoever decides and the verb. */
const LONGEST_SUBJECT = 6
/** Words between the doubt and "quién", and between "quién" and its verb. */
const LONGEST_DOUBT = 5

function keep(out: Hit[], hit: Hit | null): void {
  if (hit !== null) out.push(hit)
}

function told(value: Authority, from: number, to: number): Hit {
  return { tag: 'authority', value, from, to }
}

/** "el que paga y decide soy yo", "mi hermano es la que manda", "somos los que firmamos". */
function clefted(scan: Scan, at: number): Hit | null {
  const { tokens } = scan
  const to = afterVerb(scan, at + 1)
  if (to === null || isAsked(scan, to)) return null
  const lead = is(tokens[at - 1], 'cleft_article') ? at - 1 : at
  return behindCleft(scan, lead, to) ?? beforeCleft(scan, lead, to)
}

function behindCleft(scan: Scan, from: number, to: number): Hit | null {
  const { tokens } = scan
  for (let i = to; i < to + LONGEST_CLEFT; i += 1) {
    const token = tokens[i]
    if (token === undefined) return null
    if (token.kind === 'mark' && !(isMark(token, ',') && isCopula(scan, i + 1))) return null
    if (is(token, 'be_self')) return told('self', from, i + 1)
    if (!is(token, 'turn')) continue
    const who = is(tokens[i + 1], 'owner') ? i + 2 : i + 1
    if (is(tokens[who], 'first_person')) return told('self', from, who + 1)
    if (!isSomebody(scan, who) && !isNamed(scan, who)) continue
    return told(isJoined(scan, who + 1) ? 'shared' : 'other', from, who + 1)
  }
  return null
}

function isCopula({ tokens }: Scan, at: number): boolean {
  return is(tokens[at], 'turn') || is(tokens[at], 'be_self')
}

function beforeCleft(scan: Scan, lead: number, to: number): Hit | null {
  const { tokens } = scan
  const at = is(tokens[lead - 1], 'first_person') ? lead - 2 : lead - 1
  const copula = tokens[at]
  const own = is(copula, 'be_self')
  if (!own && !is(copula, 'turn')) return null
  const negated = is(tokens[at - 1], 'not_word')
  if (own) return told(negated ? 'other' : 'self', negated ? at - 1 : at, to)
  // "es que decide mañana" tells of no person.
  if (negated || (isThat(scan, lead) && !isSomebody(scan, at - 1) && !isPronoun(scan, at - 1)))
    return null
  if (is(tokens[at - 1], 'addressee')) return null
  const us = is(copula, 'be_us') || isJoined(scan, at - 2)
  return told(us ? 'shared' : 'other', isSomebody(scan, at - 1) ? at - 1 : at, to)
}

/** "que", which also only joins; "quien" always stands for a person. */
function isThat({ tokens }: Scan, at: number): boolean {
  return is(tokens[at], 'that') && tokens[at - 1]?.text !== 'e'
}

/** "él es que decide": before a verb of being no article stands. */
function isPronoun({ tokens }: Scan, at: number): boolean {
  return is(tokens[at], 'cleft_article')
}

/** "lo tiene que aprobar la junta", "la alcaldía debe autorizarlo". */
function obliged(scan: Scan, at: number): Hit | null {
  const { tokens } = scan
  let verb = at + 1
  while (is(tokens[verb], 'must_link') || is(tokens[verb], 'clitic')) verb += 1
  if (!is(tokens[verb], 'ready') || isAsked(scan, verb)) return null
  const behind = is(tokens[verb + 1], 'owner') ? verb + 2 : verb + 1
  if (isSomebody(scan, behind)) return told('other', at, behind + 1)
  const before = somebodyBefore(scan, at)
  return before === null ? null : told('other', before, verb + 1)
}

/** "el gerente que está en Cali aprueba", "mi suegro siempre termina decidiendo". */
function subjected(scan: Scan, at: number): Hit | null {
  if (isAsked(scan, at)) return null
  const from = somebodyBefore(scan, at)
  return from === null ? null : told('other', from, at + 1)
}

/** Where whoever is spoken of before a verb begins; null where it is not somebody else alone. */
function somebodyBefore(scan: Scan, verb: number): number | null {
  const { tokens } = scan
  for (let i = verb - 1; i >= Math.max(0, verb - LONGEST_SUBJECT); i -= 1) {
    const token = tokens[i]
    if (isMark(token, '.;?!:')) return null
    if (is(token, 'not_word') || is(token, 'first_person') || is(token, 'addressee')) return null
    if (is(token, 'with') || is(token, 'between')) return null
    if (!isSomebody(scan, i)) continue
    // "my property manager", "mi señor padre"
    const back = [1, 2].find((n) => is(tokens[i - n], 'owner'))
    const start = i - (back ?? 0)
    if (back === undefined && !is(token, 'office')) return null
    if (is(tokens[start - 1], 'and') || is(tokens[start - 1], 'with')) return null
    return start
  }
  return null
}

/** "ni idea, la verdad, de quién aprueba": where who decides was asked, "quién" is enough. */
function doubted(scan: Scan, doubt: Hit): Hit | null {
  const { tokens } = scan
  for (let i = doubt.to - 1; i <= doubt.to + LONGEST_DOUBT; i += 1) {
    const token = tokens[i]
    if (token === undefined || isMark(token, '.;')) return null
    if (!is(token, 'asked_person')) continue
    const to = afterVerbFar(scan, i + 1)
    if (to !== null) return told('unknown', doubt.from, to)
    const bare = tokens[i + 1] === undefined || tokens[i + 1]?.kind === 'mark'
    return bare && scan.options.question === 'authority' ? told('unknown', doubt.from, i + 1) : null
  }
  return null
}

function afterVerbFar(scan: Scan, from: number): number | null {
  for (let i = from; i < from + LONGEST_DOUBT; i += 1) {
    const token = scan.tokens[i]
    if (token === undefined || token.kind === 'mark') return null
    if (is(token, 'ready') || is(token, 'may')) return i + 1
    const to = afterVerb(scan, i)
    if (to !== null) return to
  }
  return null
}

/** Where a verb of deciding ends that starts here, its small words skipped; null where none does. */
function afterVerb({ tokens }: Scan, from: number): number | null {
  let i = from
  while (is(tokens[i], 'clitic') || is(tokens[i], 'whole')) i += 1
  if (DECIDING.some((group) => is(tokens[i], group))) return i + 1
  if (!is(tokens[i], 'holds')) return null
  const what = is(tokens[i + 1], 'owner') ? i + 2 : i + 1
  return is(tokens[what], 'sway') || is(tokens[what], 'cash') ? what + 1 : null
}

const DECIDING = ['rules', 'rule_they', 'rule_i', 'decide_we']

function isSomebody({ tokens }: Scan, at: number): boolean {
  const token = tokens[at]
  return is(token, 'decider') || is(token, 'third_person')
}

/** "la que decide es Marcela" */
function isNamed(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (token?.kind !== 'word') return false
  const letter = scan.text[token.start] ?? ''
  return is(token, 'first_name') || letter !== letter.toLowerCase()
}

/** "mi papá y yo" */
function isJoined({ tokens }: Scan, at: number): boolean {
  return [at, at + 1].some((i) => is(tokens[i], 'and') && is(tokens[i + 1], 'first_person'))
}

/** Whether the clause from a token on ends in a question: "¿usted es el que decide?" */
export function isAsked({ tokens }: Scan, from: number): boolean {
  for (let i = from; i < tokens.length; i += 1) {
    if (tokens[i]?.kind === 'mark') return isMark(tokens[i], '?')
  }
  return false
}
