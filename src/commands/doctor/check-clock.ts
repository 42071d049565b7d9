import { shortDayText } from '../../core/business/date-text.js'
import { clockText } from '../../core/business/hour-text.js'
import type { Business } from '../../core/business/types.js'
import type { Messages } from '../../core/messages.js'
import { civil, isoOf, localTime } from '../../core/schedule/local-time.js'
import { MINUTE } from '../../core/schedule/units.js'
import type { Iso } from '../../core/types.js'
import type { Find, Finding } from './finding.js'
import type { Machine } from './machine.js'

const HOUR = 60 * MINUTE
/** Less than this, two clocks agree. */
const SLACK = 5 * MINUTE

type Moments = {
  /** How far the simulator's clock was moved ahead, in ms. */
  readonly offset: number
  /** When the last thing was written down, by the app's clock; null for nothing yet. */
  readonly lastWritten: Iso | null
}

/** Whether the machine's clock can be right, and what it shows where the business is. */
export function checkClock(
  business: Business,
  machine: Machine,
  { offset, lastWritten }: Moments,
  messages: Messages,
  find: Find,
): readonly Finding[] {
  const now = machine.now().getTime()
  const text = (at: number): string => momentText(at, business, messages)
  if (now < machine.builtAt().getTime() - SLACK) {
    return [find.fault('doctor.clock_early', { at: text(now) })]
  }
  const last = lastWritten === null ? Number.NEGATIVE_INFINITY : Date.parse(lastWritten)
  if (now + offset < last - SLACK) {
    return [find.fault('doctor.clock_back', { at: text(now + offset), last: text(last) })]
  }
  const shown = find.fine('doctor.clock', { at: text(now), zone: business.timeZone })
  if (offset < SLACK) return [shown]
  const hours = Math.max(1, Math.round(offset / HOUR))
  const ahead = hours < 48 ? 'doctor.clock_hours_ahead' : 'doctor.clock_days_ahead'
  return [shown, find.notice(ahead, { n: hours < 48 ? hours : Math.round(hours / 24) })]
}

function momentText(at: number, business: Business, messages: Messages): string {
  const { day, minute } = localTime(isoOf(at), business.timeZone)
  const hour = clockText(minute, business.country, messages)
  return `${shortDayText(day, messages)} ${civil(day).year}, ${hour}`
}
