import { daysInMonth, easter, fromDay, toDay, weekdayOf } from './civil.js'
import type { Atom } from './date-atoms.js'
import { hitAt, type Scan } from './scan.js'
import { is } from './token.js'

type Days = readonly [first: number, last: number]

/**
 * A feast of the lexicon. Its value says when: `12-25` a date, `12-24..12-25` two, `easter-7..0` days
 * around Easter Sunday, `5/2/7` the second Sunday of May (`5/-1/7`: its last), `11/3/5..+2` and two days
 * on. `6-30 or 12-20` is whichever comes next ("la prima"); with `weak` before it, it counts only where
 * a word leads to it ("para el verano").
 */
export function atHoliday(scan: Scan, at: number): Atom | null {
  const hit = hitAt(scan, 'holiday', at)
  if (hit === null) return null
  const { today } = scan.options
  const weak = hit.value.startsWith('weak ')
  const rules = (weak ? hit.value.slice(5) : hit.value).split(' or ')
  const month = monthAfter(scan, hit.to)
  const days = nextOf(rules, weak, today, month)
  if (days === null) return null
  const to = month === null ? hit.to : hit.to + 2
  const low = Math.max(days[0] - today, 0)
  // "el 18 de septiembre" is a day first of all.
  const feast = !scan.tokens.slice(at, hit.to).some(({ kind }) => kind === 'number')
  return { low, high: days[1] - today, from: at, to, weak, length: false, feast }
}

/** "el aguinaldo de diciembre": the one of that month. */
function monthAfter({ tokens }: Scan, at: number): number | null {
  return is(tokens[at], 'of') ? (tokens[at + 1]?.month ?? null) : null
}

function nextOf(
  rules: readonly string[],
  weak: boolean,
  today: number,
  month: number | null,
): Days | null {
  const { year } = fromDay(today)
  let best: Days | null = null
  for (const y of [year - 1, year, year + 1]) {
    for (const rule of rules) {
      const days = holidayIn(rule, y)
      if (days === null || days[1] < today || (weak && isRunning(days, today))) continue
      if (month !== null && fromDay(days[0]).month !== month) continue
      if (best === null || days[0] < best[0]) best = days
    }
  }
  return best
}

/** "Para el verano", said in summer, is the next one. */
function isRunning([first, last]: Days, today: number): boolean {
  return first < today && last - first > 25
}

function holidayIn(rule: string, year: number): Days | null {
  const [first = '', last] = rule.split('..')
  const start = first.startsWith('easter')
    ? easter(year) + Number(first.slice(6) || 0)
    : oneDay(first, year)
  if (start === null) return null
  if (last === undefined) return [start, start]
  if (last.startsWith('+')) return [start, start + Number(last.slice(1))]
  if (first.startsWith('easter')) return [start, easter(year) + Number(last)]
  const end = oneDay(last, year)
  if (end === null) return null
  // A summer of the south ends in the year after it began.
  return [start, end < start ? (oneDay(last, year + 1) ?? start) : end]
}

function oneDay(rule: string, year: number): number | null {
  const [month = 0, nth = 0, weekday] = rule.split(rule.includes('/') ? '/' : '-').map(Number)
  if (!rule.includes('/')) return month > 0 && nth > 0 ? toDay(year, month, nth) : null
  return weekday === undefined ? null : nthWeekday(year, month, weekday, nth)
}

/** The day on which a month has its first, second … weekday; -1 its last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const lastDay = toDay(year, month, daysInMonth(year, month))
  if (nth < 0) return lastDay - ((weekdayOf(lastDay) - weekday + 7) % 7)
  const first = toDay(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
}
