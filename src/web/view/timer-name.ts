import { MEETINGS } from '../../core/aftersale/meeting.js'
import { CALLS } from '../../core/aftersale/plan-care.js'
import { OWED } from '../../core/conversation/owed-answer.js'
import { POSTPONED } from '../../core/conversation/postponed.js'
import { stepLabel } from '../../core/flow/draw.js'
import type { Flow, Step } from '../../core/flow/types.js'
import { type Messages, message } from '../../core/messages.js'
import { ALERTS } from '../../core/owner/alert.js'
import type { Timer } from '../../store/timers.js'
import { REMIND } from '../../turn/scheduled/alert-timers.js'
import type { Insight } from '../deps.js'
import { capitalised, type Wall } from './when.js'

/** What will happen, and to whom: "Si Ana calla, un recordatorio". */
export function timerName(timer: Timer, insight: Insight, name: string, wall: Wall): string {
  const { messages } = wall
  switch (timer.flow) {
    case ALERTS:
      return alertName(timer, wall)
    case POSTPONED:
      return message(messages, 'web.timer.postponed', { by: putOffBy(insight, wall), name })
    case OWED:
      return message(messages, 'web.timer.owed', { name })
    case CALLS:
      return message(messages, 'web.timer.call', { by: callerOf(insight, wall), name })
    case MEETINGS:
      return message(messages, 'web.timer.meeting', { name })
    default:
      return sequenceName(timer, insight, name, wall)
  }
}

function alertName(timer: Timer, { messages, business }: Wall): string {
  const [first, next] = business.staff
  if (timer.name === REMIND) {
    return message(messages, 'web.timer.alert', { name: first?.name ?? business.name })
  }
  return next === undefined
    ? message(messages, 'web.timer.alert_on')
    : message(messages, 'web.timer.alert_to', { name: next.name })
}

function callerOf({ state }: Insight, { business }: Wall): string {
  return state.contact.care.call?.by?.name ?? business.staff[0]?.name ?? business.name
}

function putOffBy({ state }: Insight, { business }: Wall): string {
  return state.inquiry?.postponed?.by.name ?? business.staff[0]?.name ?? business.name
}

function sequenceName(
  timer: Timer,
  { sequences, flow: talk }: Insight,
  name: string,
  wall: Wall,
): string {
  const { messages, business } = wall
  const flow = sequences.find(({ id }) => id === timer.flow)
  const said = flow === undefined ? null : firstSaid(flow, timer.step)
  // A flow of before: the author's name for the wait is all that is left.
  if (flow === undefined || said === null) return capitalised(timer.name.replace(/[-_]+/g, ' '))
  const step = stepLabel(said)
  if (flow.id === (talk.onSilence ?? business.flows.silence)) {
    return silenceName(flow, said, { name, step }, messages)
  }
  return said.kind === 'ask'
    ? message(messages, 'web.timer.ask', { name, step })
    : message(messages, 'web.timer.say', { name, step })
}

type Called = { readonly name: string; readonly step: string }

function silenceName(flow: Flow, said: Step, { name, step }: Called, messages: Messages): string {
  const first = flow.order.find((id) => speaks(flow.steps[id]))
  if (said.id === first) return message(messages, 'web.timer.silence', { name })
  const lower = step.slice(0, 1).toLocaleLowerCase('es') + step.slice(1)
  return message(messages, 'web.timer.silence_again', { name, step: lower })
}

/** A wait may lead to choices first: what they come to when nothing speaks against it. */
function firstSaid(flow: Flow, from: string): Step | null {
  let step = flow.steps[from]
  for (let count = 0; step?.kind === 'branch' && count < flow.order.length; count += 1) {
    step = flow.steps[step.otherwise]
  }
  return step !== undefined && speaks(step) ? step : null
}

function speaks(step: Step | undefined): boolean {
  return step?.kind === 'say' || step?.kind === 'ask'
}
