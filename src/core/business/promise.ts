import { type Messages, message } from '../messages.js'
import { instantOf, localTime } from '../schedule/local-time.js'
import type { Iso, Treatment } from '../types.js'
import { nearText, weekdayDateText, weekdayText } from './date-text.js'
import { hourText, preciseHourText } from './hour-text.js'
import { closesAt, type Moment, nextWorkingDay, opensAt } from './hours.js'
import type { Business, Holidays } from './types.js'
import { aroundText } from './when-text.js'

const NOON = 12 * 60
const MIDNIGHT = 24 * 60

export type Promised = {
  /** "hoy antes de las 6", to be said after "le escribe". */
  readonly text: string
  /** Null where the business has no hours, so that nothing can be promised. */
  readonly by: Iso | null
}

/**
 * By when a person of the business answers somebody who writes now: before closing on a working
 * day with `lastCallMinutes` left, otherwise the next working day before `nextDayBy`.
 */
export function promise(
  business: Business,
  holidays: Holidays,
  now: Iso,
  messages: Messages,
  treatment: Treatment,
): Promised {
  const { hours, country, timeZone } = business
  const { day: today, minute } = localTime(now, timeZone)
  const closes = closesAt(hours, today, holidays)
  const thisDay = closes !== null && minute <= closes - business.lastCallMinutes
  const day = thisDay ? today : nextWorkingDay(hours, today, holidays)
  const by = thisDay ? closes : morningOf(business, day, holidays)
  if (day === null || by === null) {
    const text = message(messages, 'time.promise_open', {}, { treatment, turn: 0 })
    return { text, by: null }
  }
  const text = message(messages, 'time.promise', {
    day: whenText(day, today, messages),
    hour: untilText({ day, minute: by }, { day: today, minute }, country, messages),
  })
  return { text, by: instantOf(day, by, timeZone) }
}

/** A promise given earlier, as it has to be said now: "hoy antes de las 6", "ayer antes de las 6". */
export function promisedText(by: Iso, now: Iso, business: Business, messages: Messages): string {
  const { country, timeZone } = business
  const [until, today] = [closing(localTime(by, timeZone)), localTime(now, timeZone)]
  return message(messages, 'time.promise', {
    day: aroundText(until.day, today.day, messages),
    hour: untilText(until, today, country, messages),
  })
}

/** Midnight belongs to the day that it ends. */
function closing({ day, minute }: Moment): Moment {
  return minute === 0 ? { day: day - 1, minute: MIDNIGHT } : { day, minute }
}

/**
 * "las 6", or "las 6 p. m." where it could be taken for the morning: said at two in the night, or of
 * another day.
 */
function untilText(until: Moment, now: Moment, country: string, messages: Messages): string {
  const { day, minute } = until
  const isFar = day > now.day || (day === now.day && now.minute < minute - NOON)
  return isFar && minute > NOON && minute < MIDNIGHT
    ? preciseHourText(minute, country, messages)
    : hourText(minute, country, messages)
}

/** The hour promised for another day, or that day's closing where it opens later than that. */
function morningOf(business: Business, day: number | null, holidays: Holidays): number | null {
  if (day === null) return null
  const opening = opensAt(business.hours, day, holidays)
  const closes = closesAt(business.hours, day, holidays)
  if (opening === null || closes === null) return null
  return opening < business.nextDayBy ? Math.min(business.nextDayBy, closes) : closes
}

function whenText(day: number, today: number, messages: Messages): string {
  const near = nearText(day, today, messages)
  if (near !== null) return near
  const said = day - today < 7 ? weekdayText(day, messages) : weekdayDateText(day, messages)
  return message(messages, 'time.the_day', { day: said })
}
