import type { Hit } from './automaton.js'
import { readDigits } from './digits.js'
import { is, isMark, type Scale, type Token } from './token.js'

/** A number half read: `total` is what scale words have closed, `chunk` what is still open (-1: nothing). */
export type State = {
  readonly tokens: readonly Token[]
  readonly odd: readonly Hit[]
  at: number
  total: number
  chunk: number
  worded: boolean
  lastScale: number
  currency: string | null
  grouped: boolean
  decimal: boolean
  /** "dos cincuenta": 250 without its hundreds. */
  short: boolean
}

/** Takes the next token of the number; false where the number ends. */
export function step(s: State): boolean {
  const token = s.tokens[s.at]
  if (token === undefined) return false
  if (token.kind === 'number') return takeDigits(s, token)
  if (token.scale !== null && takeScale(s, token)) return true
  if (token.number !== null) return takeWord(s, token.number)
  if (is(token, 'and')) return takeAnd(s) || skipOdd(s)
  return false
}

/** "200 y pico de lucas": the scale word comes behind. */
function skipOdd(s: State): boolean {
  const hit = s.odd.find(({ from }) => from === s.at)
  if (hit === undefined || s.chunk < 0) return false
  const at = is(s.tokens[hit.to], 'of') ? hit.to + 1 : hit.to
  const factor = s.tokens[at]?.scale?.factor ?? 1
  if (factor === 1 || factor >= s.lastScale) return false
  s.at = at
  return true
}

function takeDigits(s: State, token: Token): boolean {
  if (s.chunk >= 0) return takeSpacedThousands(s, token)
  const large = (s.tokens[s.at + 1]?.scale?.factor ?? 0) >= 1e6
  const digits = readDigits(token.text, large)
  if (digits === null) return false
  if (s.total > 0) {
    if (digits.value >= 1000 || digits.decimal || isCounted(s.tokens, s.at + 1)) return false
    if (!isTenth(s, digits.value) && (s.lastScale < 1000 || token.text.length !== 3)) return false
  }
  s.chunk = digits.value
  s.worded = false
  s.grouped ||= digits.grouped
  s.decimal ||= digits.decimal
  s.at += 1
  return true
}

/** "75 000": groups of three after a space. */
function takeSpacedThousands(s: State, token: Token): boolean {
  const before = s.tokens[s.at - 1]
  if (s.worded || s.decimal || s.total > 0 || token.text.length !== 3 || token.glued) return false
  if (before?.kind !== 'number' || (before.text.length > 3 && !s.grouped) || s.chunk < 1)
    return false
  if (before.text.includes('.') || before.text.includes(',')) return false
  if (areRound(before.text, token.text)) return false
  s.chunk = s.chunk * 1000 + Number(token.text)
  s.grouped = true
  s.at += 1
  return true
}

/** "200 300": two sums, the second larger, and no two hundred thousand three hundred. */
function areRound(first: string, second: string): boolean {
  const [a, b] = [Number(first), Number(second)]
  return first.length === 3 && first.endsWith('0') && b % 50 === 0 && b > a && b <= a * 2
}

/** "3 millones 200 camisas": the second number counts something of its own. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  return next?.kind === 'word' && next.scale === null && (!next.known || is(next, 'unit'))
}

/** "un millón dos", "2 palos 3": tenths of a million. */
function isTenth({ lastScale }: State, value: number): boolean {
  return value > 0 && value < 10 && lastScale >= 1e6 && lastScale !== Number.POSITIVE_INFINITY
}

function takeScale(s: State, token: Token): boolean {
  const scale = token.scale
  if (scale === null) return false
  if (token.text.length === 1 && !isLetterScale(s, token)) return false
  const { factor, currency } = scale
  if (factor === 1 || s.lastScale === 1) return false
  // "1,200 miles" are far.
  if (is(token, 'measure') && (s.grouped || s.lastScale === 1000)) return false
  // "un piano de 250 kilos", though two of them are millions.
  if (is(token, 'measure') && factor >= 1e6 && s.chunk >= MOST_OF_WEIGHT) return false
  if (isThousandsOfSlang(s, scale)) {
    s.total = (s.total + Math.max(s.chunk, 0)) * factor
  } else if (s.chunk < 0 && s.total > 0) {
    // "mil millones", "five hundred thousand"
    const stacks = s.lastScale === 1000 ? factor >= 1e6 : s.lastScale === 100 && factor === 1000
    if (!stacks || currency !== null) return false
    s.total *= factor
  } else {
    if (factor >= s.lastScale) return false
    if (s.chunk < 0 && !canLead(s, token)) return false
    s.total += (s.chunk < 0 ? 1 : s.chunk) * factor
  }
  s.chunk = -1
  s.lastScale = factor
  s.currency = currency ?? s.currency
  s.at += 1
  return true
}

/** "mil doscientas lucas": the slang word holds for all of it. */
function isThousandsOfSlang({ total, lastScale }: State, { factor, currency }: Scale): boolean {
  return total > 0 && lastScale === 1000 && factor === 1000 && currency !== null
}

const MOST_BEFORE_LETTER = 100_000
const MOST_OF_WEIGHT = 20

/** "25k", "25 k", "3M"; but "500 m2" is a size. */
function isLetterScale(s: State, token: Token): boolean {
  if (s.tokens[s.at - 1]?.kind !== 'number' || s.chunk < 0) return false
  // "48392017K" is somebody's number.
  if (s.chunk >= MOST_BEFORE_LETTER) return false
  const next = s.tokens[s.at + 1]
  if (next?.glued && next.kind === 'number') return false
  // "$350.00 m.n." is in the money of the nation, and no million.
  if (isMark(next, '.') && s.tokens[s.at + 2]?.text === 'n') return false
  return token.glued || (token.scale?.factor ?? 0) < 1e6 || (s.decimal && next?.kind !== 'word')
}

/** "mil" and "millón" stand without a count; "palo" only in "palo y medio", "palo doscientos", "entre palo y dos". */
function canLead(s: State, token: Token): boolean {
  if (is(token, 'leading_scale')) return true
  const [before, next, second] = [s.tokens[s.at - 1], s.tokens[s.at + 1], s.tokens[s.at + 2]]
  // "a grand"
  if (is(token, 'led_scale')) return is(before, 'article')
  if (token.scale?.currency) {
    if ((next?.number ?? 0) >= 100 || is(before, 'between')) return true
    if (token.scale.factor >= 1e6 && isFewHundreds(s.tokens, s.at + 1)) return true
  }
  return is(next, 'and') && is(second, 'half')
}

/** "dos" in "palo dos", with nothing counted after it. */
function isFewHundreds(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return is(tokens[at], 'hundreds') && next?.number == null && !isCounted(tokens, at + 1)
}

function takeWord(s: State, value: number): boolean {
  if (s.chunk < 0) {
    if (s.total > 0 && (s.lastScale < 100 || (s.lastScale < 1000 && value >= 100))) return false
    if (s.total > 0 && is(s.tokens[s.at], 'article')) return false
    if (isTenth(s, value) && isCounted(s.tokens, s.at + 1)) return false
    s.chunk = value
  } else {
    if (isSpokenShort(s, value)) s.chunk *= 1000
    else if (isShortHundreds(s, value)) {
      s.chunk *= 100
      s.short = true
    }
    if (!s.worded || value >= roomAfter(s.chunk) || value === 0) return false
    s.chunk += value
  }
  s.worded = true
  // "dosmil", typed as one word.
  s.grouped ||= value >= 1000
  s.at += 1
  return true
}

/** "tres quinientos" is 3,500. */
function isSpokenShort(s: State, value: number): boolean {
  return s.worded && s.chunk > 1 && s.chunk < 10 && value >= 100 && value % 100 === 0
}

/** "dos cincuenta" is 250. */
function isShortHundreds(s: State, value: number): boolean {
  return (
    s.worded && is(s.tokens[s.at - 1], 'hundreds') && s.chunk < 10 && value >= 20 && value < 100
  )
}

/** What still fits behind a number in words: "dos mil" + 500, "cien" + 20, "treinta" + 5. */
function roomAfter(chunk: number): number {
  if (chunk >= 1000 && chunk % 1000 === 0) return 1000
  if (chunk >= 100 && chunk % 100 === 0) return 100
  return chunk >= 20 && chunk % 10 === 0 ? 10 : 0
}

/** "treinta y cinco", "millón y medio", "dos y medio", "mil e duzentos". */
function takeAnd(s: State): boolean {
  const next = s.tokens[s.at + 1]
  if (next === undefined) return false
  // "two and a half"
  const half = is(next, 'article') && next.number === null ? s.at + 2 : s.at + 1
  if (is(s.tokens[half], 'half') && (s.chunk >= 0 || s.total > 0)) return takeHalf(s, half)
  if (s.chunk < 0 && s.total > 0) return takeHundreds(s, next) || takeRest(s, next)
  if (s.chunk < 0 || !s.worded || next.number === null) return false
  const room = s.chunk % 100 === 0 ? 100 : s.chunk % 10 === 0 && s.chunk % 100 >= 20 ? 10 : 0
  if (next.number >= room || next.number === 0) return false
  s.chunk += next.number
  s.at += 2
  return true
}

/** Only where the language joins them so: "entre mil y doscientos mil" are two numbers. */
function takeHundreds(s: State, { number }: Token): boolean {
  if (!is(s.tokens[s.at], 'and_hundreds') || number === null || number < 100) return false
  if (s.lastScale < 1000 || s.tokens[s.at + 2]?.scale) return false
  s.chunk = number
  s.worded = true
  s.at += 2
  return true
}

/** "a hundred and fifty", but "between one hundred and two hundred". */
function takeRest(s: State, { number }: Token): boolean {
  const after = s.tokens[s.at + 2]
  if (s.lastScale !== 100 || number === null || number < 1 || number > 99) return false
  if (after?.scale != null || (number < 10 && after?.number != null)) return false
  s.chunk = number
  s.worded = true
  s.at += 2
  return true
}

function takeHalf(s: State, at: number): boolean {
  if (s.chunk >= 0) {
    s.chunk += 0.5
    s.decimal = true
  } else s.total += s.lastScale / 2
  s.at = at + 1
  return true
}
