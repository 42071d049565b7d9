import { type Messages, message } from '../messages.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'
import { weekdayDateText, weekdayNumber } from './date-text.js'
import { preciseHourText } from './hour-text.js'
import type { Business } from './types.js'

type Shop = Pick<Business, 'country' | 'timeZone'>

/** A moment from where we stand: "hoy a las 9 a. m.", "mañana a las 10 a. m.", "el lunes 16 a las 8 a. m.". */
export function whenText(
  iso: Iso,
  now: Iso,
  { country, timeZone }: Shop,
  messages: Messages,
): string {
  const { day, minute } = localTime(iso, timeZone)
  return message(messages, 'time.at', {
    day: aroundText(day, localTime(now, timeZone).day, messages),
    hour: preciseHourText(minute, country, messages),
  })
}

/** "ayer", "hoy", "mañana", "el lunes 16"; farther away also the month. */
export function aroundText(day: number, today: number, messages: Messages): string {
  if (day === today) return message(messages, 'time.today')
  if (day === today + 1) return message(messages, 'time.tomorrow')
  if (day === today - 1) return message(messages, 'time.yesterday')
  const near = Math.abs(day - today) < NEAR_DAYS
  const said = near ? weekdayNumber(day, messages) : weekdayDateText(day, messages)
  return message(messages, 'time.the_day', { day: said })
}

/** Within these, the number alone says which month is meant. */
const NEAR_DAYS = 15
