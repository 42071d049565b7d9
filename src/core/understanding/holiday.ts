import { daysInMonth, easter, fromDay, toDay, weekdayOf } from './civil.js'
import type { Atom } from './date-atoms.js'
import { hitAt, type Scan } from './scan.js'

/**
 * A feast of the lexicon. Its value says when: `12-25` a date, `12-24..12-25` two, `easter-7..0` days
 * around Easter Sunday, `5/2/7` the second Sunday of May (`5/-1/7`: its last).
 */
export function atHoliday(scan: Scan, at: number): Atom | null {
  const hit = hitAt(scan, 'holiday', at)
  if (hit === null) return null
  const { today } = scan.options
  const { year } = fromDay(today)
  for (const y of [year, year + 1]) {
    const span = holidayIn(hit.value, y)
    if (span === null || span[1] < today) continue
    const low = Math.max(span[0] - today, 0)
    return { low, high: span[1] - today, from: at, to: hit.to, weak: false, length: false }
  }
  return null
}

function holidayIn(rule: string, year: number): readonly [number, number] | null {
  const [first = '', last] = rule.split('..')
  if (first.startsWith('easter')) {
    const start = easter(year) + Number(first.slice(6) || 0)
    return [start, last === undefined ? start : easter(year) + Number(last)]
  }
  const start = oneDay(first, year)
  const end = last === undefined ? start : oneDay(last, year)
  return start === null || end === null ? null : [start, end]
}

function oneDay(rule: string, year: number): number | null {
  const [month = 0, nth = 0, weekday] = rule.split(rule.includes('/') ? '/' : '-').map(Number)
  if (!rule.includes('/')) return month > 0 && nth > 0 ? toDay(year, month, nth) : null
  if (weekday === undefined) return null
  const lastDay = toDay(year, month, daysInMonth(year, month))
  if (nth < 0) return lastDay - ((weekdayOf(lastDay) - weekday + 7) % 7)
  const first = toDay(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
}
