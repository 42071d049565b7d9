import { stepLabel } from '../../core/flow/draw.js'
import type { Flow, Step } from '../../core/flow/types.js'
import { type Messages, message, wordingOf } from '../../core/messages.js'
import { heldText } from '../../core/schedule/held-text.js'
import type { Timer } from '../../store/timers.js'
import type { Insight } from '../deps.js'
import { capitalised, shortWhen, type Wall } from './when.js'

/** Something that happens by itself. A cancelled one stays, with its reason. */
export type TimerView = {
  readonly id: string
  readonly name: string
  readonly dueAt: string
  readonly when: string
  readonly status: 'pending' | 'cancelled'
  readonly note: string
}

/** What comes next without anybody doing anything, the earliest first. */
export function timersView(
  { timers, sequences }: Pick<Insight, 'timers' | 'sequences'>,
  wall: Wall,
): readonly TimerView[] {
  return timers.map((timer) => ({
    id: timer.id,
    name: nameOf(timer, sequences),
    dueAt: timer.dueAt,
    when: shortWhen(timer.dueAt, wall),
    status: timer.status === 'cancelled' ? 'cancelled' : 'pending',
    note: timer.status === 'cancelled' ? reasonOf(timer, wall.messages) : heldOf(timer, wall),
  }))
}

/** What it will say, as the flow calls that step; else the author's name for the wait itself. */
function nameOf({ name, flow: id, step }: Timer, sequences: readonly Flow[]): string {
  const flow = sequences.find((one) => one.id === id)
  const said = flow === undefined ? null : firstSaid(flow, step)
  return said === null ? capitalised(name.replace(/[-_]+/g, ' ')) : stepLabel(said)
}

/** A wait may lead to choices first: what they come to when nothing speaks against it. */
function firstSaid(flow: Flow, from: string): Step | null {
  let step = flow.steps[from]
  for (let count = 0; step?.kind === 'branch' && count < flow.order.length; count += 1) {
    step = flow.steps[step.otherwise]
  }
  return step?.kind === 'say' || step?.kind === 'ask' ? step : null
}

function heldOf({ held, dueAt }: Timer, { business, messages }: Wall): string {
  const reason = HELD.find((one) => one === held)
  return reason === undefined
    ? ''
    : heldText({ kind: 'wait', until: dueAt, reason }, business, messages)
}

const HELD = [
  'held.person',
  'held.locked',
  'held.day_cap',
  'held.week_cap',
  'held.rest_day',
  'held.hours',
] as const

/** The store keeps a key; a reason from before today's sentences is none. */
function reasonOf({ reason }: Timer, messages: Messages): string {
  if (reason === null || messages[reason] === undefined) return ''
  const wording = wordingOf(messages, reason, { treatment: 'usted', turn: 0 })
  return wording.includes('{') ? '' : message(messages, reason)
}
