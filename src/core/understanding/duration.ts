import { addMonths } from './civil.js'
import type { Atom } from './date-atoms.js'
import type { Num } from './numbers.js'
import { hitAt, numberAt, type Scan } from './scan.js'
import { is, isMark, type Token } from './token.js'

/** "3 semanas", "2 o 3 meses", "15-20 días", "un mes y medio", "mes y medio", "medio año" */
export function atDuration(scan: Scan, at: number): Atom | null {
  const { tokens, options } = scan
  const { today } = options
  const num = numberAt(scan, at)
  if (num === null) return atWordOnly(scan, at)
  const second = secondNumber(scan, num)
  const end = second?.to ?? num.to
  const hit = unitAt(scan, end)
  if (hit === null) return null
  const halved = is(tokens[hit.to], 'and') && is(tokens[hit.to + 1], 'half')
  const extra = halved ? 0.5 : 0
  const low = lengthInDays(today, num.value + extra, hit.value)
  const high = lengthInDays(today, (second?.value ?? num.value) + extra, hit.value)
  if (high < low) return null
  const to = halved ? hit.to + 2 : hit.to
  const atom = { low, high, from: at, to, weak: true, length: true, unit: hit.value }
  return reachPast(scan, atom)
}

/** "mes y medio", "medio año", "unos días", "a month" */
function atWordOnly(scan: Scan, at: number): Atom | null {
  const { tokens, options } = scan
  const few = hitAt(scan, 'few', at)
  const some = few === null ? null : unitAt(scan, few.to)
  if (some !== null) {
    const [low, high] = FEW[some.value] ?? [0, 0]
    return { low, high, from: at, to: some.to, weak: true, length: true }
  }
  const half = is(tokens[at], 'half')
  const one = half ? at + 1 : at
  const led = isOne(tokens[one])
  const hit = unitAt(scan, led ? one + 1 : one)
  if (hit === null) return null
  const halved = is(tokens[hit.to], 'and') && is(tokens[hit.to + 1], 'half')
  if (!half && !halved && !led) return null
  const days = lengthInDays(options.today, half ? 0.5 : halved ? 1.5 : 1, hit.value)
  const to = halved ? hit.to + 2 : hit.to
  const atom = { low: days, high: days, from: at, to, weak: true, length: true, unit: hit.value }
  return half || halved ? atom : reachPast(scan, atom)
}

/** "a month": an article that is no number of its own. */
function isOne(token: Token | undefined): boolean {
  return is(token, 'article') && token?.number === null
}

/** What "unos", "pocos" or "varios" of a unit come to, in days. */
const FEW: Readonly<Record<string, readonly [number, number]>> = {
  day: [2, 6],
  workday: [2, 7],
  week: [14, 28],
  fortnight: [30, 45],
  month: [60, 120],
  year: [730, 1460],
}

function unitAt(scan: Scan, at: number) {
  return hitAt(scan, 'time_unit', at)
}

/** The other end of "2 o 3", "de 15 a 20", "15-20", "2 semanas o 3" is left alone. */
function secondNumber(scan: Scan, num: Num): Num | null {
  const link = scan.tokens[num.to]
  if (!is(link, 'range_link') && !isMark(link, '-\u2013/') && !is(link, 'and')) return null
  return numberAt(scan, num.to + 1)
}

/** So many of a unit of the lexicon, in days from today. */
export function lengthInDays(today: number, count: number, unit: string): number {
  const capped = Math.min(count, 5000)
  switch (unit) {
    case 'minute':
      return 0
    case 'hour':
      return capped < 20 ? 0 : Math.round(capped / 24)
    case 'week':
      return Math.round(capped * 7)
    case 'fortnight':
      return Math.round(capped * 15)
    case 'month':
      return months(today, capped)
    case 'year':
      return months(today, capped * 12)
    case 'workday':
      return Math.round(capped)
    default:
      return Math.round(capped)
  }
}

function months(today: number, count: number): number {
  const whole = Math.floor(count)
  const days = addMonths(today, whole) - today
  return days + Math.round((count - whole) * 30)
}

/** "un mes o mes y medio", "una semana o dos": the second end says less than it means. */
function reachPast(scan: Scan, atom: Atom): Atom {
  const { tokens } = scan
  if (!is(tokens[atom.to], 'range_link')) return atom
  const next = numberAt(scan, atom.to + 1)
  const first = numberAt(scan, atom.from)?.value ?? 1
  if (next === null || first <= 0 || next.to < tokens.length) return atom
  const high = Math.round(((atom.high ?? atom.low) / first) * next.value)
  return next.value > first && next.value < 20 ? { ...atom, high, to: next.to } : atom
}
