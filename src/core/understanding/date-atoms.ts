import type { Hit } from './automaton.js'
import { fromDay, isDate, toDay, weekdayOf } from './civil.js'
import { atIso, atNumeric, calendar } from './date-numeric.js'
import { atNthWeekday, atPart, yearIn } from './date-parts.js'
import { atMonth, atPeriod } from './date-periods.js'
import { atDuration } from './duration.js'
import { atHoliday } from './holiday.js'
import { dayOfMonth, isOrdinal, nextWeekday } from './next-day.js'
import { nounAfter } from './noun.js'
import { hitAt, hitBefore, hitsOf, numberAt, type Scan } from './scan.js'
import { is, isMark } from './token.js'

/** A stretch of days found in a text: days from today, tokens `from` to `to` (exclusive). */
export type Atom = {
  readonly low: number
  readonly high: number | null
  readonly from: number
  readonly to: number
  /** Needs a word such as "en" or "para" outside a question about dates. */
  readonly weak: boolean
  /** A length of time counted from today, not a place in the calendar. */
  readonly length: boolean
  /** It names the end of something, so that "antes de" means until then. */
  readonly ends?: boolean
  /** Days from it to "el otro", for what comes again ("este sábado no, el otro"). */
  readonly step?: number | undefined
  /** What a length of time was counted in. */
  readonly unit?: string
  /** A day without its month. */
  readonly bare?: boolean
  /** A feast or a season of the lexicon. */
  readonly feast?: boolean
}

type Reader = (scan: Scan, at: number) => Atom | null
const READERS: readonly Reader[] = [
  atHoliday,
  atWeekOf,
  atNthWeekday,
  atPart,
  atPeriod,
  atNear,
  atIso,
  atNumeric,
  atDayOfMonth,
  atWeekday,
  atDuration,
  atMonth,
  atBareDay,
  atYear,
]

/** Every stretch of days in the order of the text, never overlapping. */
export function readAtoms(scan: Scan): Atom[] {
  const out: Atom[] = []
  for (let i = 0; i < scan.tokens.length; ) {
    const atom = inMonthOf(scan, out.at(-1), firstAt(scan, i))
    if (atom !== null) out.push(atom)
    i = atom === null ? i + 1 : Math.max(atom.to, i + 1)
  }
  return out
}

/** Tokens from a month to a day that is one of its own. */
const MONTH_WITHIN = 6

/** "en noviembre, el 3", "el 21 de mayo es feriado y abrimos el 22": a bare day in the month that was named before. */
function inMonthOf(scan: Scan, before: Atom | undefined, atom: Atom | null): Atom | null {
  if (before === undefined || !atom?.bare || atom.from - before.to > MONTH_WITHIN) return atom
  const named = scan.tokens.slice(before.from, before.to).find(({ month }) => month !== null)
  const day = fromDay(scan.options.today + atom.low).day
  const month = named?.month ?? null
  return month === null ? atom : (dayOfMonth(scan, day, month, atom.from, atom.to) ?? atom)
}

function firstAt(scan: Scan, at: number): Atom | null {
  if (scan.uses[at] === 'masked') return atYear(scan, at)
  for (const reader of READERS) {
    const atom = reader(scan, at)
    if (atom !== null) return atom
  }
  return null
}

/** "hoy", "mañana", "pasado mañana" (but not "en la mañana"). */
function atNear(scan: Scan, at: number): Atom | null {
  const hit = hitAt(scan, 'day', at) ?? asked(scan, at)
  if (
    hit === null ||
    hitsOf(scan, 'day_part').some((part) => part.from < at && part.to >= hit.to)
  ) {
    return null
  }
  if (hit.to === at + 1 && isGone(scan, at)) return null
  const days = Number(hit.value)
  return { low: days, high: days, from: at, to: hit.to, weak: false, length: false }
}

/** "diciembre pasado", "ya pasado el verano": the day after tomorrow only behind what leads to a day, or first of all. */
function isGone({ tokens }: Scan, at: number): boolean {
  if (!is(tokens[at], 'gone')) return false
  if (is(tokens[at + 1], 'the')) return true
  const before = tokens[at - 1]
  if (before?.kind !== 'word' || is(before, 'range_link')) return false
  return !is(before, 'date_filler')
}

/** "en quince" is all of an answer: "en quince mil" is money. */
function asked(scan: Scan, at: number): Hit | null {
  if (scan.options.question !== 'urgency') return null
  const hit = hitAt(scan, 'day_asked', at)
  return hit !== null && scan.tokens[hit.to]?.kind !== 'word' ? hit : null
}

/** "la semana del 20", "la semana del 6 de abril": Monday to Sunday of the week that holds the day. */
function atWeekOf(scan: Scan, at: number): Atom | null {
  const hit = hitAt(scan, 'week_of', at)
  const day = hit === null ? null : firstAt(scan, hit.to)
  if (day === null || day.length || day.high !== day.low) return null
  const { today } = scan.options
  const monday = day.low - weekdayOf(today + day.low) + 1
  return { ...day, low: Math.max(monday, 0), high: monday + 6, from: at, ends: true }
}

/** "para 2027", "en el 2027" */
function atYear(scan: Scan, at: number): Atom | null {
  const near = hitBefore(scan, 'date_before', at)
  const lead = near?.value === 'article' ? hitBefore(scan, 'date_before', near.from) : near
  const year = yearIn(scan, at)
  if (year === null || lead === null || !YEAR_LEADS.includes(lead.value)) return null
  const { today } = scan.options
  const low = Math.max(toDay(year, 1, 1) - today, 0)
  const high = toDay(year, 12, 31) - today
  return { low, high, from: at, to: at + 1, weak: true, length: false }
}

const YEAR_LEADS = ['in', 'for', 'before', 'until', 'after', 'from']

/** "20 de abril", "el 2 abril de 2027", "abril 20", "primero de mayo" */
function atDayOfMonth(scan: Scan, at: number): Atom | null {
  const { tokens } = scan
  const token = tokens[at]
  if (token?.month !== null && token?.month !== undefined) {
    const day = smallNumber(scan, at + 1)
    if (day === null) return null
    const to = isOrdinal(tokens[at + 2]) ? at + 3 : at + 2
    if (nounAfter(scan, to, false) >= 0) return null
    return dayOfMonth(scan, day, token.month, at, to)
  }
  const day = is(token, 'first') ? 1 : smallNumber(scan, at)
  // "la 12 de octubre" is an avenue.
  if (day === null || (is(tokens[at - 1], 'avenue_article') && is(token, 'first') === false))
    return null
  let i = at + 1
  if (is(tokens[i], 'ordinal_mark') || isOrdinal(tokens[i]) || isMark(tokens[i], '°')) i += 1
  if (is(tokens[i], 'of') || (tokens[i]?.glued && isMark(tokens[i], '/-'))) i += 1
  const month = tokens[i]?.month ?? null
  if (month === null) return null
  const year = yearAt(scan, i + 1)
  const next = hitAt(scan, 'period', is(tokens[i + 1], 'of') ? i + 2 : i + 1)
  if (next?.value === 'next_year') {
    const { year: now } = fromDay(scan.options.today)
    return isDate(now + 1, month, day)
      ? calendar(scan, toDay(now + 1, month, day), at, next.to)
      : null
  }
  if (year !== null && isDate(year.value, month, day)) {
    return calendar(scan, toDay(year.value, month, day), at, year.to)
  }
  return dayOfMonth(scan, day, month, at, i + 1)
}

function yearAt({ tokens }: Scan, at: number) {
  const i = is(tokens[at], 'of') ? at + 1 : at
  const token = tokens[i]
  if (token?.kind !== 'number' || token.text.length !== 4) return null
  const value = Number(token.text)
  return value >= 1900 && value <= 2100 ? { value, to: i + 1 } : null
}

function smallNumber(scan: Scan, at: number): number | null {
  const num = numberAt(scan, at)
  const token = scan.tokens[at]
  if (num !== null && num.to > at + 1) return null
  const value = num?.value ?? (token?.kind === 'number' ? Number(token.text) : 0)
  return Number.isInteger(value) && value >= 1 && value <= 31 && !num?.large ? value : null
}

/** "viernes", "viernes 27", "el martes 10 de abril", "el lunes de la otra semana" */
function atWeekday(scan: Scan, at: number): Atom | null {
  const { tokens } = scan
  const token = tokens[at]
  const weekday = token?.weekday ?? null
  if (token === undefined || weekday === null || is(token, 'plural_day')) return null
  const dated = atDayOfMonth(scan, at + 1) ?? atNumeric(scan, at + 1)
  if (dated !== null) return { ...dated, from: at }
  const day = smallNumber(scan, at + 1)
  const free = day !== null && nounAfter(scan, at + 2, false) < 0 && !tokens[at + 2]?.scale
  return nextWeekday(scan, weekday, free ? day : null, at)
}

/** "el 27", "para el día 30" */
function atBareDay(scan: Scan, at: number): Atom | null {
  const { tokens } = scan
  const day = smallNumber(scan, at)
  const digits = tokens[at]?.kind === 'number'
  if (day === null || !(digits || (scan.options.question === 'urgency' && day > 1))) return null
  const month = monthOfRange(scan, at + 1)
  if (month !== null) return dayOfMonth(scan, day, month, at, at + 1)
  if (!is(tokens[at - 1], 'day_article') || hitBefore(scan, 'not_date', at) !== null) return null
  if (tokens[at + 1]?.scale || hitAt(scan, 'currency', at + 1) !== null) return null
  if (hitAt(scan, 'month_of', at + 1) !== null) return dayOfMonth(scan, day, null, at, at + 1)
  const to = isOrdinal(tokens[at + 1]) ? at + 2 : at + 1
  if (isMark(tokens[to], '%:') || nounAfter(scan, to, true) >= 0) return null
  const atom = dayOfMonth(scan, day, null, at, to)
  return atom === null ? null : { ...atom, bare: true }
}

/** The month that the far end names: "del 15 al 20 de enero", "entre el 15 y el 20 de enero". */
function monthOfRange(scan: Scan, at: number): number | null {
  const { tokens } = scan
  const link = tokens[at]
  const links = ['range_link', 'and', 'day_article'].some((group) => is(link, group))
  if (!links && !isMark(link, '-')) return null
  const i = is(tokens[at + 1], 'day_article') ? at + 2 : at + 1
  if (tokens[i]?.kind !== 'number' || smallNumber(scan, i) === null) return null
  return is(tokens[i + 1], 'of') ? (tokens[i + 2]?.month ?? null) : null
}
