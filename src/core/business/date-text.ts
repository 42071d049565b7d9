import { type Messages, message } from '../messages.js'
import { civil, weekdayOf } from '../schedule/local-time.js'
import type { Urgency } from '../types.js'
import { daysInMonth } from '../understanding/civil.js'
import { durationText } from './duration-text.js'

/** "hoy", "mañana", "el viernes 27 de marzo"; the year is named when it is not the nearest one. */
export function dayText(day: number, today: number, messages: Messages): string {
  const near = nearText(day, today, messages)
  if (near !== null) return near
  if (Math.abs(day - today) < 180) {
    return message(messages, 'time.the_day', { day: weekdayDateText(day, messages) })
  }
  const params = { day: dateText(day, messages), year: civil(day).year }
  return message(messages, 'time.the_day_of_year', params)
}

/** "hoy", "mañana", or null for any other day. */
export function nearText(day: number, today: number, messages: Messages): string | null {
  if (day === today) return message(messages, 'time.today')
  if (day === today + 1) return message(messages, 'time.tomorrow')
  return null
}

/** "viernes". */
export function weekdayText(day: number, messages: Messages): string {
  return nth(messages, 'time.weekdays', weekdayOf(day))
}

/** "15 de abril". */
export function dateText(day: number, messages: Messages): string {
  return message(messages, 'time.date', {
    date: civil(day).date,
    month: monthText(day, messages),
  })
}

/** "viernes 27 de marzo". */
export function weekdayDateText(day: number, messages: Messages): string {
  return message(messages, 'time.weekday_date', {
    weekday: weekdayText(day, messages),
    date: dateText(day, messages),
  })
}

/** "viernes 27", for days that are near. */
export function weekdayNumber(day: number, messages: Messages): string {
  return message(messages, 'time.weekday_number', {
    weekday: weekdayText(day, messages),
    date: civil(day).date,
  })
}

/** "vie 27 mar", for cards. */
export function shortDayText(day: number, messages: Messages): string {
  return message(messages, 'time.short_date', {
    weekday: nth(messages, 'time.weekdays_short', weekdayOf(day)),
    date: civil(day).date,
    month: nth(messages, 'time.months_short', civil(day).month - 1),
  })
}

/** "marzo". */
export function monthText(day: number, messages: Messages): string {
  return nth(messages, 'time.months', civil(day).month - 1)
}

/**
 * When somebody needs it, to be said after "para": "el 15 de abril", "mayo", "mediados de abril",
 * "antes del 31 de marzo", "en un mes". With `said`, the person's own words, a delay stays a delay
 * ("en 20 días") instead of becoming a date.
 */
export function urgencyText(
  urgency: Urgency,
  saidOnDay: number,
  messages: Messages,
  said: string | null = null,
): string {
  if (urgency.days === null) return bucketText(urgency, messages)
  const [from, to] = urgency.days
  if (to === null) {
    return message(messages, 'time.after', { day: dateText(saidOnDay + from, messages) })
  }
  if (from === to) return singleText(saidOnDay, to, messages, said)
  if (from <= 0) return untilText(saidOnDay, to, messages)
  return rangeText(saidOnDay + from, saidOnDay + to, messages)
}

function singleText(today: number, ahead: number, messages: Messages, said: string | null): string {
  const near = nearText(today + ahead, today, messages)
  if (near !== null) return near
  const duration = said === null ? null : durationText(ahead, said, messages)
  return duration ?? message(messages, 'time.the_date', { day: dateText(today + ahead, messages) })
}

function untilText(today: number, to: number, messages: Messages): string {
  if (to <= 0) return message(messages, 'time.today')
  const day = today + to
  if (isMonthEnd(day))
    return message(messages, 'time.month_end', { month: monthText(day, messages) })
  return message(messages, 'time.before', { day: dateText(day, messages) })
}

function rangeText(from: number, to: number, messages: Messages): string {
  switch (rangeOf(from, to)) {
    case 'month':
      return message(messages, 'time.month', { month: monthText(to, messages) })
    case 'start':
      return message(messages, 'time.month_start', { month: monthText(to, messages) })
    case 'middle':
      return message(messages, 'time.month_middle', { month: monthText(to, messages) })
    case 'end':
      return message(messages, 'time.month_end', { month: monthText(to, messages) })
    case 'year':
      return message(messages, 'time.year', { year: civil(from).year })
    case 'week':
      return message(messages, 'time.week_of', { day: dateText(from, messages) })
    case 'between':
      return message(messages, 'time.between', {
        from: dateText(from, messages),
        to: dateText(to, messages),
      })
  }
}

/** Whether the words for it say between which days it falls, so that no "para" may stand before them. */
export function isBetweenDays({ days }: Urgency, saidOnDay: number): boolean {
  if (days === null || days[1] === null || days[0] === days[1] || days[0] <= 0) return false
  return rangeOf(saidOnDay + days[0], saidOnDay + days[1]) === 'between'
}

/** So few days are told by their names. */
const FEW_DAYS = 2

/** What people call a stretch of days. */
function rangeOf(from: number, to: number) {
  const [first, last] = [civil(from), civil(to)]
  // "jueves o viernes" is no beginning of a month.
  if (to - from <= FEW_DAYS) return 'between'
  if (first.year === last.year && first.month === last.month) {
    if (first.date <= 5 && isMonthEnd(to)) return 'month'
    if (first.date <= 3 && last.date <= 12) return 'start'
    if (first.date >= 9 && last.date <= 21) return 'middle'
    if (first.date >= 19 && isMonthEnd(to)) return 'end'
  }
  if (first.date === 1 && first.month === 1 && last.date === 31 && last.month === 12) return 'year'
  return to - from === 6 && weekdayOf(from) === 0 ? 'week' : 'between'
}

function bucketText(urgency: Urgency, messages: Messages): string {
  switch (urgency.bucket) {
    case 'now':
      return message(messages, 'time.bucket.now')
    case 'week':
      return message(messages, 'time.bucket.week')
    case 'month':
      return message(messages, 'time.bucket.month')
    case 'quarter':
      return message(messages, 'time.bucket.quarter')
    case 'later':
      return message(messages, 'time.bucket.later')
    case 'none':
      return message(messages, 'time.bucket.none')
  }
}

function isMonthEnd(day: number): boolean {
  const { year, month, date } = civil(day)
  return date === daysInMonth(year, month)
}

function nth(messages: Messages, key: string, turn: number): string {
  return message(messages, key, {}, { treatment: 'usted', turn })
}
