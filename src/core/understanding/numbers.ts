import type { Hit } from './automaton.js'
import { type State, step } from './number-steps.js'
import { is, type Token } from './token.js'

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
  /** "dos cincuenta": hundreds left unsaid. */
  readonly short: boolean
  /** "mil y pico": somewhat more. */
  readonly rough: boolean
}

/**
 * Every number of a message from left to right. `fixed` are phrases that are worth a number ("un par de"),
 * `odd` those for some more ("y pico").
 */
export function readNumbers(
  tokens: readonly Token[],
  fixed: readonly Hit[],
  odd: readonly Hit[],
): Num[] {
  const out: Num[] = []
  for (let i = 0; i < tokens.length; ) {
    const num = readNumber({ tokens, odd }, i, fixed)
    if (num !== null) out.push(num)
    i = num === null ? i + 1 : num.to
  }
  return out
}

function readNumber(
  { tokens, odd }: Pick<State, 'tokens' | 'odd'>,
  from: number,
  fixed: readonly Hit[],
): Num | null {
  const s: State = {
    tokens,
    odd,
    at: from,
    total: 0,
    chunk: -1,
    worded: false,
    lastScale: Number.POSITIVE_INFINITY,
    currency: null,
    grouped: false,
    decimal: false,
    short: false,
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
    short: s.short,
    rough: odd.some((hit) => hit.from >= from && hit.from <= safe),
  }
}

/** "medio" counts only before a scale word or a dozen ("medio millón"), "un par de" always. */
function startsNumber(tokens: readonly Token[], phrase: Hit): boolean {
  const next = tokens[phrase.to]
  return Number(phrase.value) >= 1 || (next?.scale ?? null) !== null || is(next, 'dozen')
}

function settle({ total, chunk, lastScale }: State): number {
  if (chunk < 0) return total
  if (chunk < 10 && chunk >= 1 && lastScale >= 1e6 && lastScale !== Number.POSITIVE_INFINITY)
    return total + chunk * 100_000
  const thousands = lastScale >= 1e6 && lastScale !== Number.POSITIVE_INFINITY && chunk >= 10
  return total + (thousands && chunk < 1000 ? chunk * 1000 : chunk)
}
