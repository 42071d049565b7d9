import { nextAllowed } from '../schedule/contact-hours.js'
import { gate } from '../schedule/gate.js'
import type { Draft } from './draft.js'
import type { Event } from './events.js'
import { sleepsUntil } from './postponed.js'

type Timer = Extract<Event, { kind: 'timer' }>

/** Whether what a timer would say may go now. Where it has to wait, the timer is set again. */
export function mayGo(draft: Draft, event: Timer): boolean {
  const { context, contact, dialogue } = draft
  const { business, policy, holidays, now, silence, rehearsal } = context
  const rules = { policy, business, holidays }
  const answer = gate({
    ...rules,
    now,
    consent: contact.consent,
    paused: dialogue.paused,
    postponedUntil: sleepsUntil(draft),
    silence,
    rehearsal,
    lockedUntil: event.lockedUntil,
    proactive: { day: event.proactiveToday, week: event.proactiveThisWeek },
  })
  if (answer.kind === 'wait') {
    const { id, name, flow, step } = event
    const dueAt = nextAllowed(rules, answer.until) ?? answer.until
    draft.effects.push({ kind: 'set_timer', id, name, dueAt, flow, step, held: answer.reason })
  }
  if (answer.kind === 'never') {
    draft.effects.push({ kind: 'drop_timer', id: event.id, reason: answer.reason })
  }
  return answer.kind === 'go'
}
