import type { Hit } from './automaton.js'
import { maskAfterCues } from './mask-cues.js'
import type { Num } from './numbers.js'
import { looksLikePhone, readRun } from './phone.js'
import { hitAt, hitBefore, hitsOf, numberAt, type Scan, spend } from './scan.js'
import { is, isMark, type Token } from './token.js'
import { isWish } from './wish.js'

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
  for (const num of scan.numbers) {
    if (num.short) maskShort(scan, num)
    if (isWish(scan, num)) spend(scan, num.from, num.to, 'masked')
  }
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

/** "2 por 3", but no number of a register: "RUC 20455667788 por 4 termas". */
function isSize(token: Token | undefined): boolean {
  return token?.kind === 'number' && token.text.length <= MOST_DIGITS
}

const MOST_DIGITS = 6

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
  if (is(before, 'by') && (isSize(tokens[i - 2]) || is(tokens[i - 2], 'measure'))) return true
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
  // "mi presupuesto es de 2000"
  const lead = hitBefore(scan, 'money_cue', i)
  if (lead !== null && lead.to - lead.from > 1) return false
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
