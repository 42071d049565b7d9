import type { ContactState, Dialogue, Silence } from '../conversation/types.js'
import { BY_LOOP } from '../loops/watch.js'
import type { Iso } from '../types.js'
import { type ContactHours, contactHoursOf, nextAllowed } from './contact-hours.js'
import { instantOf, isoOf, localTime } from './local-time.js'
import { DAY } from './units.js'

/** Message keys, one for each clause: `heldText` puts them into words. */
export const GATE_REASONS = [
  'held.opted_out',
  'held.no_hours',
  'held.silence',
  'held.rehearsal',
  'held.locked',
  'held.person',
  'held.loop',
  'held.postponed',
  'held.day_cap',
  'held.week_cap',
  'held.rest_day',
  'held.hours',
  // Asked before the gate: something is to be settled first.
  'held.ticket',
] as const
export type GateReason = (typeof GATE_REASONS)[number]

export function isGateReason(key: string | null): key is GateReason {
  return GATE_REASONS.some((reason) => reason === key)
}

export type GateQuestion = ContactHours & {
  readonly now: Iso
  readonly consent: ContactState['consent']
  readonly paused: Dialogue['paused']
  /** The owner put them off until then. */
  readonly postponedUntil: Iso | null
  /** The owner silenced the bot everywhere. */
  readonly silence: Silence | null
  /** Until then the bot only rehearses. */
  readonly rehearsal: Iso | null
  /** Until then WhatsApp watches what the number sends: it would take what nobody asked for badly. */
  readonly lockedUntil: Iso | null
  /** What this contact already got unasked: this local day, and in seven days with this one. */
  readonly proactive: { readonly day: number; readonly week: number }
}

export type GateAnswer =
  | { readonly kind: 'go' }
  /** Ask again then: the answer may be another by that time. */
  | { readonly kind: 'wait'; readonly until: Iso; readonly reason: GateReason }
  | { readonly kind: 'never'; readonly reason: GateReason }

/**
 * Whether a message that nobody asked for may go to a customer now: the one function asked before
 * anything proactive. Messages to owners and sellers, and replies, do not come here.
 */
export function gate(question: GateQuestion): GateAnswer {
  if (question.consent === 'opted_out') return { kind: 'never', reason: 'held.opted_out' }
  const hold = holdOf(question)
  const until = nextAllowed(question, hold?.until ?? question.now)
  if (until === null) return { kind: 'never', reason: 'held.no_hours' }
  if (hold !== null) return { kind: 'wait', until, reason: hold.reason }
  return until === question.now
    ? { kind: 'go' }
    : { kind: 'wait', until, reason: hoursReason(question) }
}

type Hold = { readonly until: Iso; readonly reason: GateReason }

function holdOf(question: GateQuestion): Hold | null {
  const { now, paused, postponedUntil, lockedUntil, silence, proactive, policy, business } =
    question
  const { rehearsal } = question
  // Asked again tomorrow; the word that ends the silence asks at once.
  if (silence !== null) {
    return { until: isoOf(Date.parse(now) + DAY), reason: 'held.silence' }
  }
  if (rehearsal !== null && rehearsal > now) return { until: rehearsal, reason: 'held.rehearsal' }
  if (lockedUntil !== null && lockedUntil > now) {
    return { until: lockedUntil, reason: 'held.locked' }
  }
  if (paused !== null && Date.parse(paused.until) > Date.parse(now)) {
    // Silent until somebody says otherwise, it is asked again each day.
    const far = Date.parse(now) + 30 * DAY < Date.parse(paused.until)
    const until = far ? isoOf(Date.parse(now) + DAY) : paused.until
    return { until, reason: paused.by === BY_LOOP ? 'held.loop' : 'held.person' }
  }
  if (postponedUntil !== null && postponedUntil > now) {
    return { until: postponedUntil, reason: 'held.postponed' }
  }
  const tomorrow = instantOf(localTime(now, business.timeZone).day + 1, 0, business.timeZone)
  if (proactive.day >= policy.perDay) return { until: tomorrow, reason: 'held.day_cap' }
  if (proactive.week >= policy.perWeek) return { until: tomorrow, reason: 'held.week_cap' }
  return null
}

function hoursReason(question: GateQuestion): GateReason {
  const { day } = localTime(question.now, question.business.timeZone)
  return contactHoursOf(question, day).length === 0 ? 'held.rest_day' : 'held.hours'
}
