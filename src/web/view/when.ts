import { nearText, shortDayText, weekdayDateText } from '../../core/business/date-text.js'
import type { Business } from '../../core/business/types.js'
import { type Messages, message } from '../../core/messages.js'
import { civil, isoOf, localTime } from '../../core/schedule/local-time.js'

/** What a moment is read against: the app's clock, on the wall of the business. */
export type Wall = {
  readonly now: Date
  readonly business: Business
  readonly messages: Messages
}

/** "15:04". */
export function timeText(at: string, { business }: Wall): string {
  const { minute } = localTime(isoOf(Date.parse(at)), business.timeZone)
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60]
  return `${hours}:${String(minutes).padStart(2, '0')}`
}

/** "Hoy", "Ayer", "Martes 10 de marzo"; other years say which. */
export function dayText(at: string, wall: Wall): string {
  const [day, today] = [dayOf(at, wall), todayOf(wall)]
  return capitalised(day === today - 1 ? message(wall.messages, 'web.yesterday') : far(day, wall))
}

/** For lists: "hoy 15:04", "jue 15 oct 10:08". */
export function shortWhen(at: string, wall: Wall): string {
  const [day, today] = [dayOf(at, wall), todayOf(wall)]
  const name = nearText(day, today, wall.messages) ?? shortDayText(day, wall.messages)
  return `${name} ${timeText(at, wall)}`
}

/** For lists without room: the time of today, else the day. */
export function briefWhen(at: string, wall: Wall): string {
  const day = dayOf(at, wall)
  return day === todayOf(wall) ? timeText(at, wall) : shortDayText(day, wall.messages)
}

/** Where there is even less room: the time of today, else "10 mar". */
export function briefestWhen(at: string, wall: Wall): string {
  const day = dayOf(at, wall)
  if (day === todayOf(wall)) return timeText(at, wall)
  const { date, month } = civil(day)
  const turn = month - 1
  const short = message(wall.messages, 'time.months_short', {}, { treatment: 'usted', turn })
  return message(wall.messages, 'web.date_short', { date, month: short })
}

/** "mar 10 mar 2026", under the clock. */
export function dateLine(at: string, wall: Wall): string {
  const day = dayOf(at, wall)
  return `${shortDayText(day, wall.messages)} ${civil(day).year}`
}

function far(day: number, wall: Wall): string {
  const today = todayOf(wall)
  const { messages } = wall
  const near = day === today ? nearText(day, today, messages) : null
  if (near !== null) return near
  const text = weekdayDateText(day, messages)
  const { year } = civil(day)
  return year === civil(today).year
    ? text
    : message(messages, 'web.day_of_year', { day: text, year })
}

/** The day it falls on, counted from 1970. */
export function dayOf(at: string, { business }: Wall): number {
  return localTime(isoOf(Date.parse(at)), business.timeZone).day
}

export function todayOf({ now, business }: Wall): number {
  return localTime(isoOf(now.getTime()), business.timeZone).day
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('es') + text.slice(1)
}
