import { weekdayNumber } from '../business/date-text.js'
import { clockText, preciseHourText } from '../business/hour-text.js'
import type { Business } from '../business/types.js'
import { type Messages, message } from '../messages.js'
import type { Iso } from '../types.js'
import type { GateAnswer } from './gate.js'
import { localTime } from './local-time.js'

/** Why something waits or is not sent, as one sentence for the owner. */
export function heldText(
  answer: Exclude<GateAnswer, { kind: 'go' }>,
  business: Pick<Business, 'country' | 'timeZone'>,
  messages: Messages,
): string {
  if (answer.kind === 'never') return message(messages, answer.reason)
  return message(messages, answer.reason, untilParams(answer.until, business, messages))
}

/** The names by which sentences speak of a moment. */
export function untilParams(
  until: Iso,
  { country, timeZone }: Pick<Business, 'country' | 'timeZone'>,
  messages: Messages,
): { readonly [name: string]: string } {
  const { day, minute } = localTime(until, timeZone)
  return {
    day: weekdayNumber(day, messages),
    clock: clockText(minute, country, messages),
    hour: preciseHourText(minute, country, messages),
  }
}
