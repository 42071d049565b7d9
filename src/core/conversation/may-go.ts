import { nextAllowed } from '../schedule/contact-hours.js'
import { type GateAnswer, type GateQuestion, gate } from '../schedule/gate.js'
import type { Draft } from './draft.js'
import type { Event } from './events.js'
import { sleepsUntil } from './postponed.js'

type Timer = Extract<Event, { kind: 'timer' }>

type Asked = Pick<Draft, 'context' | 'contact' | 'dialogue' | 'inquiry'>

/** Whether somebody may be written to now who asked for nothing; `sent` is what no case remembers. */
export function askGate(
  { context, contact, dialogue, inquiry }: Asked,
  sent: Pick<GateQuestion, 'lockedUntil' | 'proactive'>,
): GateAnswer {
  const { business, policy, holidays, now, silence, rehearsal } = context
  return gate({
    policy,
    business,
    holidays,
    now,
    silence,
    rehearsal,
    consent: contact.consent,
    paused: dialogue.paused,
    postponedUntil: sleepsUntil({ inquiry, context }),
    ...sent,
  })
}

/** Whether what a timer would say may go now. Where it has to wait, the timer is set again. */
export function mayGo(draft: Draft, event: Timer): boolean {
  const answer = askGate(draft, {
    lockedUntil: event.lockedUntil,
    proactive: { day: event.proactiveToday, week: event.proactiveThisWeek },
  })
  if (answer.kind === 'wait') {
    const { id, name, flow, step } = event
    const dueAt = nextAllowed(draft.context, answer.until) ?? answer.until
    draft.effects.push({ kind: 'set_timer', id, name, dueAt, flow, step, held: answer.reason })
  }
  if (answer.kind === 'never') {
    draft.effects.push({ kind: 'drop_timer', id: event.id, reason: answer.reason })
  }
  return answer.kind === 'go'
}
