import { type Messages, message } from '../messages.js'
import { instantOf, localTime } from '../schedule/local-time.js'
import type { Iso, Treatment } from '../types.js'
import { nearText, weekdayDateText, weekdayText } from './date-text.js'
import { hourText } from './hour-text.js'
import { closesAt, nextWorkingDay, opensAt } from './hours.js'
import type { Business, Holidays } from './types.js'
import { aroundText } from './when-text.js'

export type Promised = {
  /** "hoy antes de las 6", to be said after "le escribe". */
  readonly text: string
  readonly by: Iso
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
  const closing = closesAt(hours, today, holidays)
  const thisDay = closing !== null && minute <= closing - business.lastCallMinutes
  const day = thisDay ? today : nextWorkingDay(hours, today, holidays)
  const by = thisDay ? closing : morningOf(business, day, holidays)
  const options = { treatment, turn: 0 }
  if (day === null || by === null) {
    const text = message(messages, 'time.promise_open', {}, options)
    return { text, by: instantOf(today + 1, business.nextDayBy, timeZone) }
  }
  const params = { day: whenText(day, today, messages), hour: hourText(by, country, messages) }
  const text = message(messages, 'time.promise', params, options)
  return { text, by: instantOf(day, by, timeZone) }
}

/** A promise given earlier, as it has to be said now: "hoy antes de las 6", "ayer antes de las 6". */
export function promisedText(by: Iso, now: Iso, business: Business, messages: Messages): string {
  const { country, timeZone } = business
  const { day, minute } = localTime(by, timeZone)
  return message(messages, 'time.promise', {
    day: aroundText(day, localTime(now, timeZone).day, messages),
    hour: hourText(minute, country, messages),
  })
}

/** The hour promised for another day, or that day's closing where it opens later than that. */
function morningOf(business: Business, day: number | null, holidays: Holidays): number | null {
  if (day === null) return null
  const opening = opensAt(business.hours, day, holidays)
  const closing = closesAt(business.hours, day, holidays)
  if (opening === null || closing === null) return null
  return opening < business.nextDayBy ? Math.min(business.nextDayBy, closing) : closing
}

function whenText(day: number, today: number, messages: Messages): string {
  const near = nearText(day, today, messages)
  if (near !== null) return near
  const said = day - today < 7 ? weekdayText(day, messages) : weekdayDateText(day, messages)
  return message(messages, 'time.the_day', { day: said })
}
