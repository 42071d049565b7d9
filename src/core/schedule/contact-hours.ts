import { closesAt, opensAt } from '../business/hours.js'
import type { Business, ContactPolicy, Holidays, Interval } from '../business/types.js'
import type { Iso } from '../types.js'
import { instantOf, localTime, weekdayOf } from './local-time.js'

/** When somebody may be written to without having asked. */
export type ContactHours = {
  readonly policy: ContactPolicy
  readonly business: Pick<Business, 'hours' | 'timeZone'>
  readonly holidays: Holidays
}

/** A month of closed days in a row happens; two do not. */
const SEARCHED_DAYS = 60

const NONE: Holidays = new Set()

/**
 * The first instant from `iso` on, `iso` included, inside contact hours: those of the country where
 * they meet the hours of the business, from its first opening of the day to its last closing.
 * Null when they never meet.
 */
export function nextAllowed(rules: ContactHours, iso: Iso): Iso | null {
  const { timeZone } = rules.business
  const { day: today, minute: now } = localTime(iso, timeZone)
  for (let ahead = 0; ahead < SEARCHED_DAYS; ahead++) {
    const day = today + ahead
    const earliest = ahead === 0 ? now : 0
    for (const [from, to] of contactHoursOf(rules, day)) {
      if (to <= earliest) continue
      return ahead === 0 && from <= earliest
        ? iso
        : instantOf(day, Math.max(from, earliest), timeZone)
    }
  }
  return null
}

/** The minutes of one local day in which people may be written to; empty on a day of rest. */
export function contactHoursOf(rules: ContactHours, day: number): readonly Interval[] {
  const { policy, business } = rules
  const holidays = policy.onHolidays ? NONE : rules.holidays
  const opening = opensAt(business.hours, day, holidays)
  const closing = closesAt(business.hours, day, holidays)
  if (opening === null || closing === null) return []
  return (policy.hours[weekdayOf(day)] ?? [])
    .map(([from, to]): Interval => [Math.max(from, opening), Math.min(to, closing)])
    .filter(([from, to]) => from < to)
}
