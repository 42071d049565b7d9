import type { Amount } from './amounts.js'
import { isBareSum } from './bare-sum.js'
import { nearFigure } from './near-figure.js'
import { isPick } from './pick.js'
import { hitAt, hitBefore, isWithin, type Scan } from './scan.js'
import { is } from './token.js'

/** Lists longer than this are not offered. */
const LAST_CHOICE = 12

/** 0: no sum; 1: a bare number where a sum was asked; up to 4: a currency and a word that leads to it. */
export function rankOf(scan: Scan, a: Amount): number {
  const { question, figure } = scan.options
  if (a.counted || a.num.article || a.value <= 0) return 0
  if (a.explicit) return a.cued || a.limit !== null || question === 'budget' ? 4 : 3
  if (isChoice(scan, a) || isOfPeople(scan, a)) return 0
  if (question === 'budget') return isBareSum(scan, a) ? 1 : 0
  // Fewer may be counted: "8 por persona".
  if (a.value >= 10 && hitAt(scan, 'money_per', a.num.to) !== null) return 2
  // "puedo pagar 25 mensual"
  if (a.value >= 10 && isBound(scan, a) && is(scan.tokens[a.from], 'that')) return 2
  if (a.value >= 10 && a.cued && hitAt(scan, 'per', a.num.to) !== null) return 2
  const least = leastSum(scan)
  if ((a.value >= least && a.cued) || (a.value >= Math.min(least, 10) && isBound(scan, a))) return 2
  if (figure === undefined || question === 'quantity' || question === 'nps') return 0
  const near = nearFigure(scan, a, a.value)
  return (question === 'yesno' || a.limit !== null) && near >= figure / 10 && near <= figure * 10
    ? 1
    : 0
}

/** Where money has large units, "tengo 80" is a sum too. */
function leastSum({ vocabulary }: Scan): number {
  return LARGE_UNITS.has(vocabulary.currency ?? '') ? 40 : 100
}

const LARGE_UNITS: ReadonlySet<string> = new Set(['USD', 'EUR', 'PEN', 'GTQ', 'BOB'])

/** "somos 25", "mi hijo tiene 15", "necesito 24": heads, ages and pieces, where nobody says money. */
function isOfPeople(scan: Scan, { num, limit }: Amount): boolean {
  const hit = hitBefore(scan, 'counts_before', num.from)
  if (hit === null || limit !== null) return false
  return hit.value === 'always' || (num.plain && num.value < 100)
}

/** "máximo 700", with nothing after it that could be counted. */
function isBound(scan: Scan, { limit, num, from, to }: Amount): boolean {
  if (limit !== 'max' || scan.options.question === 'nps' || scan.options.figure !== undefined)
    return false
  // "que no suba de 25 la sesión"
  if (is(scan.tokens[from], 'that') && is(scan.tokens[from + 1], 'not_word')) return true
  const next = scan.tokens[to]
  if (num.value >= 1900 && num.value <= 2100) return false
  return next === undefined || next.kind === 'mark' || isWithin(scan, 'filler', to)
}

/** "2", "la 2", "1.": an option of a list, never money. */
function isChoice(scan: Scan, { num, value, limit }: Amount): boolean {
  if (num.decimal || num.large || limit !== null || value > LAST_CHOICE) return false
  return isPick(scan, num.from, num.to)
}
