/**
 * Colombia as a calendar on the wall tells it, written apart from the bot in order to judge it. The
 * country is at UTC−5 all year; since 1983 (Ley 51) most holidays move to the next Monday.
 */
export type WallTime = {
  /** `2026-03-10`. */
  readonly date: string
  /** 0 is Sunday. */
  readonly weekday: number
  readonly minutes: number
}

const DAY = 86_400_000
const OFFSET = 5 * 3_600_000

const FIXED = ['01-01', '05-01', '07-20', '08-07', '12-08', '12-25']
const MOVED = ['01-06', '03-19', '06-29', '08-15', '10-12', '11-01', '11-11']
/** Days from Easter Sunday, as they are kept: Thursday and Friday before it, three Mondays after it. */
const AROUND_EASTER = [-3, -2, 43, 64, 71]

export function wallTime(at: string): WallTime {
  const local = new Date(Date.parse(at) - OFFSET)
  return {
    date: local.toISOString().slice(0, 10),
    weekday: local.getUTCDay(),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
  }
}

/** An instant of that local date and time, `hour` as `14:30`. */
export function instant(date: string, hour: string): string {
  return new Date(Date.parse(`${date}T${hour}:00Z`) + OFFSET).toISOString()
}

export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** Ley 2300 of 2023: weekdays 7 to 19, Saturdays 8 to 15, never on a Sunday or holiday. */
export function mayWriteUnasked(at: string): boolean {
  const { date, weekday, minutes } = wallTime(at)
  if (weekday === 0 || isHoliday(date)) return false
  const [from, to] = weekday === 6 ? [8, 15] : [7, 19]
  return minutes >= from * 60 && minutes <= to * 60
}

export function isHoliday(date: string): boolean {
  return holidaysOf(Number(date.slice(0, 4))).has(date)
}

const known = new Map<number, ReadonlySet<string>>()

function holidaysOf(year: number): ReadonlySet<string> {
  const before = known.get(year)
  if (before !== undefined) return before
  const easter = easterOf(year)
  const days = new Set([
    ...FIXED.map((day) => `${year}-${day}`),
    ...MOVED.map((day) => mondayFrom(`${year}-${day}`)),
    ...AROUND_EASTER.map((offset) => daysLater(easter, offset)),
  ])
  known.set(year, days)
  return days
}

function mondayFrom(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return daysLater(date, (8 - weekday) % 7)
}

/** Gauss, in the form of Meeus, Jones and Butcher. */
function easterOf(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
