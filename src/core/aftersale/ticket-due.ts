import { closesAt, nextWorkingDay } from '../business/hours.js'
import type { Context, Ticket } from '../conversation/types.js'
import { promiseNow } from '../conversation/variables.js'
import { addDuration } from '../schedule/due.js'
import { instantOf, isoOf, localTime } from '../schedule/local-time.js'
import { HOUR } from '../schedule/units.js'
import { afterWorkingMinutes } from '../schedule/working-time.js'
import type { Iso, Priority } from '../types.js'

type When = Pick<Context, 'now' | 'business' | 'holidays' | 'messages'>

/** By when a ticket of this priority is to be settled: when an answer is promised, or working days later. */
export function ticketDue(context: Context, priority: Priority): Iso {
  const { business, holidays, now } = context
  const { timeZone, hours } = business
  const first = promiseNow({ context }).by ?? addDuration(now, 'P1D', timeZone)
  const days = business.tickets.days[priority]
  if (days === 0) return first
  let { day } = localTime(first, timeZone)
  for (let count = 0; count < days; count += 1) {
    day = nextWorkingDay(hours, day, holidays) ?? day + 1
  }
  return instantOf(day, closesAt(hours, day, holidays) ?? 0, timeZone)
}

const DAY = 24 * HOUR
/** So long before it is due somebody is reminded the first time. */
const BEFORE = 2 * HOUR
/** Of a ticket so long overdue a reminder a day is no news any more: it is named once a week. */
const LONG_OVERDUE = 7 * DAY
const WEEK = 7
/** Minutes after opening: the day's list has been read by then. */
const MORNING = 60

/**
 * When somebody is reminded of an open ticket next: two hours before it is due, when it is due, then each
 * working morning, and after a week once a week. Only while the business is open; there is always one.
 */
export function nextReminder({ dueAt }: Pick<Ticket, 'dueAt'>, when: When): Iso {
  const { business, holidays, now } = when
  const { timeZone } = business
  const [due, present] = [Date.parse(dueAt), Date.parse(now)]
  const working = (from: number | Iso, minutes = 0): Iso => {
    const start = typeof from === 'number' ? isoOf(from) : from
    return afterWorkingMinutes(business, holidays, start, minutes) ?? isoOf(present + DAY)
  }
  if (present < due - BEFORE) return working(due - BEFORE)
  if (present < due) return working(due)
  const { day } = localTime(now, timeZone)
  if (isWeekly({ dueAt }, now)) return working(instantOf(day + WEEK, 0, timeZone), MORNING)
  const today = working(instantOf(day, 0, timeZone), MORNING)
  return today > now ? today : working(instantOf(day + 1, 0, timeZone), MORNING)
}

/** Whether it is so long overdue that nobody is reminded of it every day. */
export function isWeekly({ dueAt }: Pick<Ticket, 'dueAt'>, now: Iso): boolean {
  return Date.parse(now) >= Date.parse(dueAt) + LONG_OVERDUE
}

/** Whether this is the first reminder of those that come once a week. */
export function turnsWeekly({ dueAt }: Pick<Ticket, 'dueAt'>, now: Iso): boolean {
  return isWeekly({ dueAt }, now) && Date.parse(now) < Date.parse(dueAt) + 2 * LONG_OVERDUE
}
