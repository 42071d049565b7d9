import type { Iso } from '../types.js'
import { fromDay } from '../understanding/civil.js'
import { DAY, HOUR, MINUTE } from './units.js'

/** A moment on the wall clock of a place. */
type Local = {
  /** Days since 1970-01-01, local calendar. */
  readonly day: number
  /** Minutes since local midnight, 0 to 1439. */
  readonly minute: number
  /** Monday 0 to Sunday 6. */
  readonly weekday: number
}

type Civil = { readonly year: number; readonly month: number; readonly date: number }

const REMEMBERED_HOURS = 20_000
const REMEMBERED_INSTANTS = 100

type Zone = {
  readonly format: Intl.DateTimeFormat
  /** Offset in milliseconds by UTC hour: no zone in use changes within one. */
  readonly offsets: Map<number, number>
  /** What its clock showed: a turn asks a dozen times about the same three or four instants. */
  readonly locals: Map<Iso, Local>
}

const zones = new Map<string, Zone>()

/** What the clock of `timeZone` (IANA name) shows at an instant. Throws RangeError on bad input. */
export function localTime(iso: Iso, timeZone: string): Local {
  const zone = zones.get(timeZone) ?? addZone(timeZone)
  const known = zone.locals.get(iso)
  if (known !== undefined) return known
  if (zone.locals.size >= REMEMBERED_INSTANTS) zone.locals.clear()
  const local = reckon(iso, zone)
  zone.locals.set(iso, local)
  return local
}

function reckon(iso: Iso, zone: Zone): Local {
  const instant = Date.parse(iso)
  const shown = instant + offsetIn(zone, instant)
  const day = Math.floor(shown / DAY)
  return { day, minute: Math.floor((shown - day * DAY) / MINUTE), weekday: weekdayOf(day) }
}

/**
 * The instant at which the clock of `timeZone` shows that day and minute. A minute that the clock
 * skips in spring is moved as far forward as the clock is; of a repeated hour the first is taken.
 * `minute` may run over either end of the day.
 */
export function instantOf(day: number, minute: number, timeZone: string): Iso {
  return isoOf(millisecondsOf(day, minute, timeZone))
}

/** The same instant in milliseconds since 1970. */
export function millisecondsOf(day: number, minute: number, timeZone: string): number {
  const shown = day * DAY + minute * MINUTE
  const before = offsetAt(shown - DAY, timeZone)
  const after = offsetAt(shown + DAY, timeZone)
  const first = shown - before
  if (before === after || offsetAt(first, timeZone) === before) return first
  const second = shown - after
  return offsetAt(second, timeZone) === after ? second : first
}

/** Year, month (1 to 12) and date of a day number. */
export function civil(day: number): Civil {
  const { year, month, day: date } = fromDay(day)
  return { year, month, date }
}

/** A local day as "2026-03-10". */
export function isoDay(day: number): string {
  const { year, month, date } = civil(day)
  return [year, month, date].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Monday 0 to Sunday 6: day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Milliseconds since 1970 as the text that the whole house uses for instants. */
export function isoOf(milliseconds: number): Iso {
  return new Date(milliseconds).toISOString() as Iso
}

/** Milliseconds from one instant to another. */
export function elapsed(from: Iso, to: Iso): number {
  // A turn measures a dozen times up to the same moment.
  if (to !== latest.iso) latest = { iso: to, at: Date.parse(to) }
  return latest.at - Date.parse(from)
}

let latest = { iso: '', at: Number.NaN }

function offsetAt(instant: number, timeZone: string): number {
  return offsetIn(zones.get(timeZone) ?? addZone(timeZone), instant)
}

function offsetIn(zone: Zone, instant: number): number {
  const hour = Math.floor(instant / HOUR)
  const known = zone.offsets.get(hour)
  if (known !== undefined) return known
  if (zone.offsets.size >= REMEMBERED_HOURS) zone.offsets.clear()
  const offset = measureOffset(zone.format, hour * HOUR)
  zone.offsets.set(hour, offset)
  return offset
}

function addZone(timeZone: string): Zone {
  const zone: Zone = {
    format: new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
    offsets: new Map(),
    locals: new Map(),
  }
  zones.set(timeZone, zone)
  return zone
}

function measureOffset(format: Intl.DateTimeFormat, instant: number): number {
  const shown: { [type: string]: number } = {}
  for (const part of format.formatToParts(instant)) shown[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant
}
