import { dayText, isBetweenDays, urgencyText } from '../business/date-text.js'
import { durationText } from '../business/duration-text.js'
import { urgencyOf } from '../funnel/deadline.js'
import { message } from '../messages.js'
import { localTime } from '../schedule/local-time.js'
import type { Draft } from './draft.js'

/** "el 15 de abril", "mediados de mayo"; null where they gave no day. */
export function dateText(draft: Draft): string | null {
  const slot = draft.inquiry?.slots.urgency
  const urgency = urgencyOf(slot)
  if (slot === undefined || urgency === null || urgency.bucket === 'none') return null
  const { business, messages, now } = draft.context
  const said = localTime(slot.at, business.timeZone).day
  const days = urgency.days
  if (days !== null && days[0] === days[1]) {
    return dayText(said + days[0], localTime(now, business.timeZone).day, messages)
  }
  return urgencyText(urgency, said, messages)
}

/** "para el 15 de abril", but "entre el 15 y el 30 de abril". */
export function forDateText(draft: Draft): string | null {
  const text = dateText(draft)
  const slot = draft.inquiry?.slots.urgency
  const urgency = urgencyOf(slot)
  if (text === null || slot === undefined || urgency === null) return text
  const { business, messages } = draft.context
  const said = localTime(slot.at, business.timeZone).day
  return isBetweenDays(urgency, said) ? text : message(messages, 'time.for', { day: text })
}

/** "en un mes", when they spoke of a delay and not of a date. */
export function delayText(draft: Draft): string | null {
  const slot = draft.inquiry?.slots.urgency
  const days = urgencyOf(slot)?.days
  if (slot === undefined || !days || days[0] !== days[1]) return null
  return durationText(days[0], slot.said, draft.context.messages)
}
