/**
 * Where a shop stands, as a calendar, a clock on the wall and the sign on its door tell it: written
 * apart from the bot in order to judge it. Local time is the machine's own (Intl), holidays are worked
 * out from Easter and from the law.
 */
export type Place = {
  readonly country: 'CO' | 'ES'
  readonly zone: string
  readonly currency: string
  /** Hours in which the law of the land, or good manners, let a business write unasked. */
  readonly weekdays: Span
  readonly saturdays: Span
}

type Span = readonly [from: number, to: number]

export type WallTime = {
  /** `2026-03-10`. */
  readonly date: string
  /** 0 is Sunday. */
  readonly weekday: number
  readonly minutes: number
}

/** Ley 2300 of 2023: weekdays 7 to 19, Saturdays 8 to 15, never on a Sunday or holiday. UTC−5 all year. */
export const BOGOTA: Place = {
  ...{ country: 'CO', zone: 'America/Bogota', currency: 'COP' },
  ...{ weekdays: [7, 19], saturdays: [8, 15] },
}

/** No law sets hours; the clock changes in March and October. */
export const MADRID: Place = {
  ...{ country: 'ES', zone: 'Europe/Madrid', currency: 'EUR' },
  ...{ weekdays: [9, 19], saturdays: [9, 14] },
}

/** The sign on the door of the shop, wherever it stands. */
const OPEN: { readonly weekdays: Span; readonly saturdays: Span } = {
  ...{ weekdays: [8, 18], saturdays: [8, 13] },
}

const DAY = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

export function wallTime(place: Place, at: string): WallTime {
  const key = `${place.zone} ${at}`
  const before = told.get(key)
  if (before !== undefined) return before
  const time = readClock(place, at)
  told.set(key, time)
  return time
}

/** The same instants are looked up again and again. */
const told = new Map<string, WallTime>()

function readClock({ zone }: Place, at: string): WallTime {
  const local = new Date(Date.parse(at) + offsetAt(zone, Date.parse(at)))
  return {
    date: local.toISOString().slice(0, 10),
    weekday: local.getUTCDay(),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
  }
}

/** An instant of that local date and time, `hour` as `14:30`. */
export function instant({ zone }: Place, date: string, hour: string): string {
  const shown = Date.parse(`${date}T${hour}:00Z`)
  const guess = shown - offsetAt(zone, shown)
  return new Date(shown - offsetAt(zone, guess)).toISOString()
}

function offsetAt(zone: string, at: number): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(zone, clock)
  const second = Math.floor(at / 1000) * 1000
  return Date.parse(`${clock.format(second).replace(' ', 'T')}Z`) - second
}

export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** Where the hours of the land and those of the shop meet, on a day that is none of rest. */
export function mayWriteUnasked(place: Place, at: string): boolean {
  const { date, weekday, minutes } = wallTime(place, at)
  if (weekday === 0 || isHoliday(place, date)) return false
  const day = weekday === 6 ? 'saturdays' : 'weekdays'
  const from = Math.max(place[day][0], OPEN[day][0])
  const to = Math.min(place[day][1], OPEN[day][1])
  return minutes >= from * 60 && minutes <= to * 60
}

export function isHoliday(place: Place, date: string): boolean {
  return holidaysOf(place, Number(date.slice(0, 4))).has(date)
}

/** `moved`: to the next Monday, as Colombia does since 1983; `around`: days from Easter Sunday. */
const HOLIDAYS = {
  CO: {
    fixed: ['01-01', '05-01', '07-20', '08-07', '12-08', '12-25'],
    moved: ['01-06', '03-19', '06-29', '08-15', '10-12', '11-01', '11-11'],
    around: [-3, -2, 43, 64, 71],
  },
  ES: {
    fixed: [...['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25']],
    moved: [],
    around: [-2],
  },
} as const

const known = new Map<string, ReadonlySet<string>>()

function holidaysOf({ country }: Place, year: number): ReadonlySet<string> {
  const before = known.get(`${country} ${year}`)
  if (before !== undefined) return before
  const { fixed, moved, around } = HOLIDAYS[country]
  const easter = easterOf(year)
  const days = new Set([
    ...fixed.map((day) => `${year}-${day}`),
    ...moved.map((day) => mondayFrom(`${year}-${day}`)),
    ...around.map((offset) => daysLater(easter, offset)),
  ])
  known.set(`${country} ${year}`, days)
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
