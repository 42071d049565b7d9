import { hitAt, hitBefore, isWithin, type Scan } from './scan.js'
import { is, isMark, type Token } from './token.js'

/** Words between the "no" and the value it takes back: articles, verbs of being, a sign. */
const MOST_BETWEEN = 4

type Kind = 'number' | 'weekday' | 'month' | 'hour' | 'name'
type Value = { readonly kind: Kind; readonly from: number; readonly to: number }

/**
 * Whether one value is taken back for another of its kind: "2,500 y no 250", "no el jueves, el viernes",
 * "5 mil no, 3 mil"; names only where one was asked: "Heidy, no Judith".
 */
export function isContrast(scan: Scan): boolean {
  if (isBareTurn(scan) || isStarred(scan)) return true
  return scan.tokens.some(
    (token, i) => is(token, 'not_word') && (takesBack(scan, i) || isTakenBack(scan, i)),
  )
}

/** Words of surprise that may stand before the "no": "ah no, 50". */
const MOST_SIGHS = 2

/** "no, 50", "uh no, marzo": nothing but a "no" and another value, where no yes or no was asked. */
function isBareTurn(scan: Scan): boolean {
  const { tokens, options } = scan
  if (options.question === 'yesno' || options.question === 'nps') return false
  let at = tokens.findIndex((token) => is(token, 'not_word'))
  while (is(tokens[at + 1], 'not_word')) at += 1
  if (at < 0 || at > MOST_SIGHS || !isMark(tokens[at + 1], ',.')) return false
  for (let i = 0; i < at; i += 1) if (!isWithin(scan, 'filler', i)) return false
  const right = valueFrom(scan, at + 2)
  if (right === null) return false
  // "no, Brenda con n"
  if (right.kind === 'name') return is(tokens[right.from], 'first_name')
  // "no no, 3 mesas"
  const next = tokens[right.to]
  const counted = right.kind === 'number' && next?.kind === 'word' && !is(next, 'range_link')
  return [0, 1, 2].some((more) => (more === 0 || counted) && endsWith(scan, right.to + more))
}

/** "*50 mil", "50 mil*": how a word that came out wrong is written once more. */
function isStarred(scan: Scan): boolean {
  const { tokens } = scan
  const [first, last] = [isMark(tokens[0], '*'), isMark(tokens.at(-1), '*')]
  if (first === last) return false
  const value = valueAt(scan, first ? 1 : 0)
  return value !== null && endsWith(scan, value.to)
}

function endsWith(scan: Scan, from: number): boolean {
  for (let i = from; i < scan.tokens.length; i += 1) {
    const passing = scan.tokens[i]?.kind === 'mark' || isPassing(scan, i)
    if (!passing && !isUnit(scan.tokens[i])) return false
  }
  return true
}

/** "no" stands before the wrong value; the right one comes before or after. */
function takesBack(scan: Scan, at: number): boolean {
  // "no más de 700" is a limit.
  if (isWithin(scan, 'limit_before', at)) return false
  const wrong = isMark(scan.tokens[at + 1], ',') ? null : valueFrom(scan, at + 1)
  if (wrong === null) return false
  const before = valueBefore(scan, at)
  if (before !== null && before.kind === wrong.kind) return true
  const link = linkAfter(scan, wrong.to)
  if (link === null) return false
  const right = valueFrom(scan, link)
  return right !== null && right.kind === wrong.kind && !is(scan.tokens[right.to], 'yes_word')
}

/** "5 mil no, 3 mil": it stands after the wrong one. */
function isTakenBack(scan: Scan, at: number): boolean {
  if (!isMark(scan.tokens[at + 1], ',.;') && !is(scan.tokens[at + 1], 'turn')) return false
  const wrong = valueBefore(scan, at)
  const right = valueFrom(scan, at + 2)
  if (wrong === null || right === null || is(scan.tokens[right.to], 'yes_word')) return false
  return wrong.kind === right.kind
}

/** Where the other value may start: after a mark, "sino" or "es". */
function linkAfter(scan: Scan, at: number): number | null {
  for (let i = at; i < at + MOST_BETWEEN; i += 1) {
    const token = scan.tokens[i]
    if (isMark(token, ',.;') || is(token, 'turn') || is(token, 'but')) return i + 1
    if (!isPassing(scan, i) && !isUnit(token)) return null
  }
  return null
}

function valueFrom(scan: Scan, at: number): Value | null {
  for (let i = at; i <= at + MOST_BETWEEN; i += 1) {
    const value = valueAt(scan, i)
    if (value !== null) return value
    if (!isPassing(scan, i)) return null
  }
  return null
}

function valueBefore(scan: Scan, at: number): Value | null {
  for (let i = at - 1; i >= Math.max(0, at - MOST_BETWEEN); i -= 1) {
    const value = valueAt(scan, i)
    if (value !== null) return value
    if (!isPassing(scan, i) && !isUnit(scan.tokens[i]) && !is(scan.tokens[i], 'and')) return null
  }
  return null
}

function valueAt(scan: Scan, at: number): Value | null {
  const token = scan.tokens[at]
  if (token === undefined || scan.uses[at] === 'masked') return null
  if (token.weekday !== null) return { kind: 'weekday', from: at, to: at + 1 }
  if (token.month !== null) return { kind: 'month', from: at, to: at + 1 }
  if (is(token, 'day_hour')) return { kind: 'hour', from: at, to: at + 1 }
  const num = scan.numbers.find((n) => n.from <= at && at < n.to)
  if (num !== undefined && !num.article) return { kind: 'number', from: num.from, to: num.to }
  return isWrongName(scan, at, token) ? { kind: 'name', from: at, to: at + 1 } : null
}

/** A name said in full ("me llamo Luis, no Juan") answers the question first. */
function isWrongName(scan: Scan, at: number, token: Token): boolean {
  return (
    scan.options.question === 'name' &&
    isNameLike(token) &&
    hitBefore(scan, 'name_cue', at) === null
  )
}

function isNameLike(token: Token): boolean {
  if (token.kind !== 'word' || token.text.length < 3) return false
  return is(token, 'first_name') || !token.known || token.word !== token.text
}

/** Articles, "es", "para", signs and courtesy say nothing of their own. */
function isPassing(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (isMark(token, ',:$\u20ac')) return true
  if (
    is(token, 'turn') ||
    is(token, 'the') ||
    is(token, 'article') ||
    is(token, 'date_filler') ||
    is(token, 'day_article')
  )
    return true
  return (
    hitAt(scan, 'filler', at) !== null ||
    hitAt(scan, 'currency', at) !== null ||
    isWithin(scan, 'filler', at)
  )
}

function isUnit(token: Token | undefined): boolean {
  return is(token, 'unit') || is(token, 'sign') || token?.scale != null
}
