import { readDigits } from './digits.js'
import { is, type Token } from './token.js'
import type { Hit } from './trie.js'

/** A number in words or digits: token indexes, `to` exclusive. */
export type Num = {
  readonly value: number
  readonly from: number
  readonly to: number
  /** The scale word that stands last ("mil", "palos"), 1 when none. */
  readonly scale: number
  /** The currency that the scale word settles. */
  readonly currency: string | null
  /** Written with a scale word or thousands separators. */
  readonly large: boolean
  readonly decimal: boolean
  /** Digits only, as typed. */
  readonly plain: boolean
  /** "un", "una": may be just an article. */
  readonly article: boolean
}

type State = {
  readonly tokens: readonly Token[]
  at: number
  total: number
  chunk: number
  worded: boolean
  lastScale: number
  currency: string | null
  grouped: boolean
  decimal: boolean
}

/** Every number of a message from left to right. `fixed` are phrases that are worth a number ("un par de"). */
export function readNumbers(tokens: readonly Token[], fixed: readonly Hit[]): Num[] {
  const out: Num[] = []
  for (let i = 0; i < tokens.length; ) {
    const num = readNumber(tokens, i, fixed)
    if (num !== null) out.push(num)
    i = num === null ? i + 1 : num.to
  }
  return out
}

function readNumber(tokens: readonly Token[], from: number, fixed: readonly Hit[]): Num | null {
  const s: State = {
    tokens,
    at: from,
    total: 0,
    chunk: -1,
    worded: false,
    lastScale: Number.POSITIVE_INFINITY,
    currency: null,
    grouped: false,
    decimal: false,
  }
  const phrase = fixed.find((hit) => hit.from === from)
  if (phrase !== undefined && startsNumber(tokens, phrase)) {
    s.chunk = Number(phrase.value)
    s.at = phrase.to
  }
  let safe = s.at > from && s.chunk >= 0 ? s.at : from
  while (step(s)) safe = s.at
  if (safe === from) return null
  const scaled = s.lastScale !== Number.POSITIVE_INFINITY
  const first = tokens[from]
  return {
    value: settle(s),
    from,
    to: safe,
    scale: scaled ? s.lastScale : 1,
    currency: s.currency,
    large: scaled || s.grouped,
    decimal: s.decimal,
    plain: first?.kind === 'number' && safe === from + 1,
    article: safe === from + 1 && is(first, 'article'),
  }
}

/** "medio" counts only before a scale word or a dozen ("medio millón"), "un par de" always. */
function startsNumber(tokens: readonly Token[], phrase: Hit): boolean {
  const next = tokens[phrase.to]
  return Number(phrase.value) >= 1 || (next?.scale ?? null) !== null || is(next, 'dozen')
}

function settle({ total, chunk, lastScale }: State): number {
  if (chunk < 0) return total
  const thousands = lastScale >= 1e6 && lastScale !== Number.POSITIVE_INFINITY && chunk >= 10
  return total + (thousands && chunk < 1000 ? chunk * 1000 : chunk)
}

function step(s: State): boolean {
  const token = s.tokens[s.at]
  if (token === undefined) return false
  if (token.kind === 'number') return takeDigits(s, token)
  if (token.scale !== null && takeScale(s, token)) return true
  if (token.number !== null) return takeWord(s, token.number)
  if (is(token, 'and')) return takeAnd(s)
  return false
}

function takeDigits(s: State, token: Token): boolean {
  if (s.chunk >= 0) return takeSpacedThousands(s, token)
  const large = (s.tokens[s.at + 1]?.scale?.factor ?? 0) >= 1e6
  const digits = readDigits(token.text, large)
  if (digits === null) return false
  if (s.total > 0) {
    if (digits.value >= 1000 || digits.value < 100 || digits.decimal) return false
    if (s.lastScale < 1000 || token.text.length !== 3 || isCounted(s.tokens, s.at + 1)) return false
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
  s.chunk = s.chunk * 1000 + Number(token.text)
  s.grouped = true
  s.at += 1
  return true
}

/** "3 millones 200 camisas": the second number counts something of its own. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  return next?.kind === 'word' && !next.known && next.scale === null
}

function takeScale(s: State, token: Token): boolean {
  const scale = token.scale
  if (scale === null) return false
  if (token.text.length === 1 && !isLetterScale(s, token)) return false
  const { factor, currency } = scale
  if (factor === 1 || s.lastScale === 1) return false
  if (s.chunk < 0 && s.total > 0) {
    if (s.lastScale !== 1000 || factor < 1e6) return false
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

/** "25k", "25 k", "3M"; but "500 m2" is a size. */
function isLetterScale(s: State, token: Token): boolean {
  if (s.tokens[s.at - 1]?.kind !== 'number' || s.chunk < 0) return false
  const next = s.tokens[s.at + 1]
  if (next?.glued && next.kind === 'number') return false
  return token.glued || (token.scale?.factor ?? 0) < 1e6 || (s.decimal && next?.kind !== 'word')
}

/** "mil" and "millón" stand without a count; "palo" only in "palo y medio". */
function canLead(s: State, token: Token): boolean {
  if (is(token, 'leading_scale')) return true
  return is(s.tokens[s.at + 1], 'and') && is(s.tokens[s.at + 2], 'half')
}

function takeWord(s: State, value: number): boolean {
  if (s.chunk < 0) {
    if (s.total > 0 && s.lastScale < 1000) return false
    if (s.total > 0 && is(s.tokens[s.at], 'article')) return false
    s.chunk = value
  } else {
    const room =
      s.chunk % 100 === 0 && s.chunk >= 100 ? 100 : s.chunk % 10 === 0 && s.chunk >= 20 ? 10 : 0
    if (!s.worded || value >= room || value === 0) return false
    s.chunk += value
  }
  s.worded = true
  s.at += 1
  return true
}

/** "treinta y cinco", "millón y medio", "dos y medio". */
function takeAnd(s: State): boolean {
  const next = s.tokens[s.at + 1]
  if (next === undefined) return false
  if (is(next, 'half') && (s.chunk >= 0 || s.total > 0)) return takeHalf(s)
  if (s.chunk < 0 || !s.worded || next.number === null) return false
  const room = s.chunk % 100 === 0 ? 100 : s.chunk % 10 === 0 && s.chunk % 100 >= 20 ? 10 : 0
  if (next.number >= room || next.number === 0) return false
  s.chunk += next.number
  s.at += 2
  return true
}

function takeHalf(s: State): boolean {
  if (s.chunk >= 0) {
    s.chunk += 0.5
    s.decimal = true
  } else s.total += s.lastScale / 2
  s.at += 2
  return true
}
