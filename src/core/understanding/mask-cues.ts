import { type Run, readRun } from './phone.js'
import { hitAt, hitBefore, hitsOf, numberAt, type Scan, spend } from './scan.js'
import { is, isMark } from './token.js'

/** "mi pedido para el 20 de abril", "me caso el 25": a day, whatever word stood before. */
function isDayNumber({ tokens }: Scan, i: number): boolean {
  if ((tokens[i]?.text.length ?? 9) > 2) return false
  if (is(tokens[i + 1], 'of') && (tokens[i + 2]?.month ?? null) !== null) return true
  return is(tokens[i - 1], 'day_article')
}

/** More digits than a sum has that nobody marked as one. */
const MOST_OF_SUM = 7

/** "un celular por menos de 500 mil", "para el pedido tengo 300": a sum, whatever word of ids stood before. */
function isMoney(scan: Scan, { from, to, digits }: Run): boolean {
  if (digits.length > MOST_OF_SUM) return false
  if (isPriced(scan, { to })) return true
  return ['money_cue', 'limit_before'].some((tag) => hitBefore(scan, tag, from) !== null)
}

function isPriced(scan: Scan, { to }: Pick<Run, 'to'>): boolean {
  const after = scan.tokens[to]
  const scaled = after?.scale != null && after.text.length > 1 && !is(after, 'measure')
  return scaled || hitAt(scan, 'currency', to) !== null
}

/** Digits of a number that may stand in an address. */
const MOST_OF_STREET = 6

/** Takes out what words of ids, streets and sizes lead to: "mi dni es 28.111.222", "calle Mayor 45, 2º B". */
export function maskAfterCues(scan: Scan): void {
  for (const hit of hitsOf(scan, 'masks')) {
    if (hit.value === 'before') {
      if (scan.tokens[hit.from - 1]?.kind === 'number')
        spend(scan, hit.from - 1, hit.from, 'masked')
      continue
    }
    const worded = hit.value === 'next' ? numberAt(scan, hit.to) : null
    if (worded?.short) spend(scan, worded.from, worded.to, 'masked')
    const reach = hit.value === 'next' ? 1 : hit.value === 'near' ? 4 : 8
    let seen = false
    for (let i = hit.to; i < Math.min(hit.to + reach, scan.tokens.length); i += 1) {
      const token = scan.tokens[i]
      const turns = isMark(token, ',') && (seen || scan.tokens[i + 1]?.kind === 'word')
      if (isMark(token, '.;!?\n') || turns) break
      // "hacemos una carrera y somos 80": a race, and no street.
      if (i > hit.to && hitBefore(scan, 'count_cue', i) !== null) break
      if (is(token, 'sign') || isMark(token, '$€')) break
      if (token?.kind !== 'number' || (i > hit.to && isDayNumber(scan, i))) continue
      const run = readRun(scan.tokens, i)
      if (hit.value === 'near' && isMoney(scan, run)) break
      // "una mesa de 500 soles"
      if (hit.value === 'next' && isPriced(scan, run)) break
      spend(scan, run.from, run.to, 'masked')
      // "talle 42 o 44"
      const other = is(scan.tokens[run.to], 'range_link') ? run.to + 1 : -1
      if (scan.tokens[other]?.kind === 'number') spend(scan, other, other + 1, 'masked')
      // A register has one number: "RUC 20455667788 por 4 termas".
      if ((token.text.match(/\d/g) ?? []).length > MOST_OF_STREET) break
      seen = true
      i = run.to - 1
    }
  }
}
