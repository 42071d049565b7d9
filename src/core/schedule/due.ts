import type { Iso } from '../types.js'
import { addMonths } from '../understanding/civil.js'
import { isoOf, localTime, millisecondsOf } from './local-time.js'
import { MINUTE } from './units.js'

type Duration = {
  readonly months: number
  readonly days: number
  readonly milliseconds: number
}

const ISO_8601 =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** A handful of flows name the same few again and again. */
const KEPT = 1_000

const kept = new Map<string, Duration>()

/** Reads an ISO 8601 duration in whole numbers ("P1DT2H", "PT15M", "P2W"); null when it is none. */
export function parseDuration(text: string): Duration | null {
  const known = kept.get(text)
  if (known !== undefined) return known
  if (kept.size >= KEPT) kept.clear()
  const parsed = readDuration(text)
  if (parsed !== null) kept.set(text, parsed)
  return parsed
}

function readDuration(text: string): Duration | null {
  const match = ISO_8601.exec(text)
  if (match === null) return null
  const part = (index: number): number => Number(match[index] ?? 0)
  return {
    months: part(1) * 12 + part(2),
    days: part(3) * 7 + part(4),
    milliseconds: ((part(5) * 60 + part(6)) * 60 + part(7)) * 1000,
  }
}

/**
 * An instant so much later. Months and days are those of the local calendar, so that "one day" from
 * 3 p. m. is 3 p. m. also when clocks change; hours and less are exact. Throws on a bad duration.
 */
export function addDuration(iso: Iso, duration: string, timeZone: string): Iso {
  const parsed = parseDuration(duration)
  if (parsed === null) throw new Error(`expected an ISO 8601 duration, got "${duration}"`)
  const { months, days, milliseconds } = parsed
  if (months === 0 && days === 0) return isoOf(Date.parse(iso) + milliseconds)
  return isoOf(addDays(iso, months, days, timeZone) + milliseconds)
}

/** An instant so much earlier, in days of the local calendar. */
export function subtractDuration(iso: Iso, duration: string, timeZone: string): Iso {
  const parsed = parseDuration(duration)
  if (parsed === null) throw new Error(`expected an ISO 8601 duration, got "${duration}"`)
  const { months, days, milliseconds } = parsed
  return isoOf(addDays(iso, -months, -days, timeZone) - milliseconds)
}

/** The id of one occurrence of something that falls due: the same parts, the same id. */
export function occurrenceId(...parts: readonly (string | number)[]): string {
  return parts.map((part) => String(part).replaceAll('%', '%25').replaceAll('/', '%2F')).join('/')
}

function addDays(iso: Iso, months: number, days: number, timeZone: string): number {
  const { day, minute } = localTime(iso, timeZone)
  const later = millisecondsOf(addMonths(day, months) + days, minute, timeZone)
  const seconds = Date.parse(iso) % MINUTE
  return later + seconds
}
