import { isDate, toDay } from './civil.js'
import type { Atom } from './date-atoms.js'
import { dayOfMonth } from './next-day.js'
import { hitAt, type Scan } from './scan.js'
import { is, isMark } from './token.js'

/** "2026-04-20" */
export function atIso(scan: Scan, at: number): Atom | null {
  const parts = numericParts(scan, at)
  if (parts === null || parts.values.length !== 3) return null
  const [year, month, day] = parts.values
  if (year === undefined || month === undefined || day === undefined || year < 1900) return null
  return isDate(year, month, day) ? calendar(scan, toDay(year, month, day), at, parts.to) : null
}

/** "20/04", "20-04-26", "20.4.2026" */
export function atNumeric(scan: Scan, at: number): Atom | null {
  const parts = numericParts(scan, at)
  // "2-3 meses" is a length.
  if (parts === null || hitAt(scan, 'time_unit', parts.to) !== null) return null
  const [first = 0, second = 0, third] = parts.values
  const swapped = scan.options.country === 'US' || second > 12
  const [day, month] = swapped ? [second, first] : [first, second]
  if (parts.values.length === 2 && parts.mark !== '/' && !isDated(scan, at)) return null
  if (third === undefined) return dayOfMonth(scan, day, month, at, parts.to)
  const year = third < 100 ? 2000 + third : third
  return isDate(year, month, day) ? calendar(scan, toDay(year, month, day), at, parts.to) : null
}

function isDated(scan: Scan, at: number): boolean {
  return is(scan.tokens[at - 1], 'day_article') || scan.options.question === 'urgency'
}

function numericParts(scan: Scan, at: number) {
  const { tokens } = scan
  const first = tokens[at]
  if (first?.kind !== 'number' || is(tokens[at - 1], 'sign')) return null
  if (first.text.length < 11 && first.text.includes('.')) {
    const values = first.text.split('.').map(Number)
    return values.length === 3 ? { values, mark: '.', to: at + 1 } : null
  }
  const mark = tokens[at + 1]
  if (!isMark(mark, '/-') || !mark?.glued || first.text.length > 4) return null
  const values = [Number(first.text)]
  let to = at + 1
  while (values.length < 3 && tokens[to]?.text === mark.text && tokens[to + 1]?.kind === 'number') {
    if (!tokens[to + 1]?.glued) break
    values.push(Number(tokens[to + 1]?.text))
    to += 2
  }
  return values.length > 1 ? { values, mark: mark.text, to } : null
}

/** A day of the calendar, told from today. */
export function calendar(scan: Scan, day: number, from: number, to: number): Atom {
  const low = day - scan.options.today
  return { low, high: low, from, to, weak: false, length: false }
}
