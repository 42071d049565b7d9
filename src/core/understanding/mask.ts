import type { Hit } from './automaton.js'
import type { Num } from './numbers.js'
import { looksLikePhone, type Run } from './phone.js'
import { hitAt, hitBefore, hitsOf, numberAt, type Scan, spend } from './scan.js'
import { is, isMark, type Token } from './token.js'

/** Takes out of play the digits that are no sums: phones, ids, codes, hours, years, streets, sizes. */
export function maskNumbers(scan: Scan): void {
  maskIdioms(scan)
  for (let i = 0; i < scan.tokens.length; i += 1) {
    const token = scan.tokens[i]
    if (token?.kind !== 'number') continue
    if (
      isCode(scan, i) ||
      isClock(scan, i) ||
      isYear(scan, i) ||
      isShare(scan, i) ||
      isNamed(scan, i)
    ) {
      spend(scan, i, i + 1, 'masked')
    }
  }
  for (const num of scan.numbers) if (num.short) maskShort(scan, num)
  maskRuns(scan)
  maskAfterCues(scan)
}

/** "las dos cincuenta" is an hour, "una dos cincuenta" a motorcycle. */
function maskShort(scan: Scan, { from, to }: Num): void {
  const before = scan.tokens[from - 1]
  if (is(before, 'the') || is(before, 'article')) spend(scan, from, to, 'masked')
}

function maskIdioms(scan: Scan): void {
  for (const hit of hitsOf(scan, 'idiom')) {
    if (isInSum(scan, hit)) continue
    // "el 24/7" is a day, "24/7" is not.
    const day = is(scan.tokens[hit.from - 1], 'day_article')
    if (!day || scan.tokens[hit.from]?.kind !== 'number') spend(scan, hit.from, hit.to, 'masked')
  }
}

/** "de 800 a mil", "puedo llegar a mil 500": the words of the saying are part of a sum. */
function isInSum(scan: Scan, { from, to }: Hit): boolean {
  const last = numberAt(scan, to - 1)
  if (last === null || !is(scan.tokens[from], 'range_link')) return false
  const before = scan.tokens[from - 1]
  const linked = before?.kind === 'number' || before?.number != null || before?.scale != null
  return linked || last.to > to || hitBefore(scan, 'reach', to - 1) !== null
}

/** "HILO-K7", "6x3", "2º", "#5". */
function isCode(scan: Scan, i: number): boolean {
  const { tokens } = scan
  const before = tokens[i - 1]
  const token = tokens[i]
  const after = tokens[i + 1]
  // "80m2"
  const exponent = token?.glued && token.text.length === 1 && is(before, 'measure')
  if (exponent && tokens[i - 2]?.kind === 'number') return true
  const sum = before?.scale != null || hitBefore(scan, 'currency', i) !== null
  if (token?.glued && before?.kind === 'word' && !sum) return true
  if (token?.glued && isMark(before, '#-_') && isWordlike(tokens[i - 2]) && before?.glued)
    return true
  if (isMark(before, '#')) return true
  // "0102", and "7-B" from the other side.
  if (/^0\d+$/.test(token?.text ?? '') && before?.kind !== 'number') return true
  if (after?.glued && isMark(after, '-') && isLetter(tokens[i + 2])) return true
  if (after?.glued && is(after, 'by') && (tokens[i + 2]?.kind === 'number' || !after.known))
    return true
  if (isSide(scan, i) || isFloor(scan, i + 1)) return true
  if (is(before, 'by') && (tokens[i - 2]?.kind === 'number' || is(tokens[i - 2], 'measure')))
    return true
  if (!after?.glued || !is(after, 'ordinal_mark') || isMark(tokens[i + 2], '.')) return false
  // "1ro de mayo" is a day.
  return !is(tokens[i + 2], 'of') || (tokens[i + 3]?.month ?? null) === null
}

/** "3ºB": letters of no meaning glued to a number. */
function isFloor(scan: Scan, at: number): boolean {
  const after = scan.tokens[at]
  if (!after?.glued || after.kind !== 'word' || after.known || after.text.length > 2) return false
  return hitAt(scan, 'currency', at) === null
}

/** A longer side than this is no "90 por 2.10". */
const LONGEST_SIDE = 400

/** "90 por 2.10", but "90 por 2 camisas". */
function isSide({ tokens }: Scan, i: number): boolean {
  const [by, other, after] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]]
  if (!is(by, 'by') || other?.kind !== 'number' || Number(tokens[i]?.text) > LONGEST_SIDE)
    return false
  return after?.kind !== 'word' || is(after, 'measure') || is(after, 'of')
}

/** "la 80 con 68", "un corolla 98", "la moto 150": streets, years and engines where a sum was asked for. */
function isNamed(scan: Scan, i: number): boolean {
  const { tokens, options } = scan
  if (options.question !== 'budget') return false
  const before = tokens[i - 1]
  const value = Number(tokens[i]?.text)
  const after = tokens[i + 1]
  if (!(value < LONGEST_SIDE) || after?.scale != null || hitAt(scan, 'currency', i + 1) !== null)
    return false
  return is(before, 'avenue_article') || is(before, 'vehicle')
}

function isLetter(token: Token | undefined): boolean {
  return token?.glued === true && token.kind === 'word' && token.text.length === 1
}

function isWordlike(token: Token | undefined): boolean {
  return token?.kind === 'word' && !is(token, 'sign') && !token.scale && token.weekday === null
}

function isClock(scan: Scan, i: number): boolean {
  const { tokens } = scan
  if (isMark(tokens[i + 1], ':') && tokens[i + 2]?.kind === 'number' && tokens[i + 2]?.glued)
    return true
  if (isMark(tokens[i - 1], ':') && tokens[i - 1]?.glued && tokens[i - 2]?.kind === 'number')
    return true
  if (is(tokens[i + 1], 'clock')) return true
  return hitBefore(scan, 'at_time', i) !== null && Number(tokens[i]?.text) <= 24
}

function isYear(scan: Scan, i: number): boolean {
  const text = scan.tokens[i]?.text ?? ''
  if (text.length !== 4) return false
  const value = Number(text)
  if (value < 1900 || value > 2100) return false
  const sum = scan.options.question === 'budget' && (value < 2015 || value > 2040)
  return (!sum && hitBefore(scan, 'year_before', i) !== null) || isModel(scan, i, value)
}

/** "un gol 2008", "la hilux 2014": behind a word that is no word of sums. */
function isModel({ tokens, options }: Scan, i: number, value: number): boolean {
  const before = tokens[i - 1]
  const round = options.question === 'budget' && value % 100 === 0
  if (value < 1960 || value > 2035 || round) return false
  if (is(tokens[i + 1], 'vehicle')) return true
  if (before?.kind !== 'word') return false
  return (!before.known && is(tokens[i - 2], 'article')) || is(before, 'vehicle')
}

function isShare({ tokens }: Scan, i: number): boolean {
  return isMark(tokens[i + 1], '%') || is(tokens[i + 1], 'percent')
}

function maskRuns(scan: Scan): void {
  const { tokens, options } = scan
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens[i]?.kind !== 'number') continue
    const run = readRun(tokens, i)
    const money = is(tokens[i - 1], 'sign') || isMark(tokens[i - 1], '$€₡₲£')
    const tail = is(tokens[run.to], 'sign') || tokens[run.to]?.scale !== null
    const asked = options.question === 'budget'
    if (!money && !(tail && tokens[run.to] !== undefined) && looksLikePhone(run, asked)) {
      spend(scan, run.from, run.to, 'masked')
    }
    i = run.to - 1
  }
}

function readRun(tokens: readonly Token[], from: number): Run {
  const plus = isMark(tokens[from - 1], '+')
  let digits = ''
  let dashed = false
  let i = from
  const sizes: number[] = []
  while (i < tokens.length) {
    const token = tokens[i]
    if (token?.kind === 'number') {
      digits += token.text.replace(/[.,']/g, '')
      sizes.push(token.text.length)
      i += 1
    } else if (isMark(token, '-()') && tokens[i + 1]?.kind === 'number' && token?.glued) {
      dashed = true
      i += 1
    } else break
  }
  const separated = tokens[from]?.text.includes('.') || tokens[from]?.text.includes(',') || false
  if (isDateShape(sizes)) digits = ''
  return { from, to: i, digits, sizes, plus, dashed, separated }
}

/** "2026-04-15", "15-04-2026" */
function isDateShape(sizes: readonly number[]): boolean {
  const [first, second, third] = sizes
  if (sizes.length !== 3 || (second ?? 9) > 2) return false
  return (first === 4 && (third ?? 9) <= 2) || (third === 4 && (first ?? 9) <= 2)
}

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

/** "mi dni es 28.111.222", "calle Mayor 45, 2º B". */
function maskAfterCues(scan: Scan): void {
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
      seen = true
      i = run.to - 1
    }
  }
}
