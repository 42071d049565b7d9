import { type Messages, message, wordingOf } from '../../core/messages.js'
import { heldText } from '../../core/schedule/held-text.js'
import type { Timer } from '../../store/timers.js'
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
export function timersView(timers: readonly Timer[], wall: Wall): readonly TimerView[] {
  return timers.map((timer) => ({
    id: timer.id,
    name: nameOf(timer),
    dueAt: timer.dueAt,
    when: shortWhen(timer.dueAt, wall),
    status: timer.status === 'cancelled' ? 'cancelled' : 'pending',
    note: timer.status === 'cancelled' ? reasonOf(timer, wall.messages) : heldOf(timer, wall),
  }))
}

/** "primer-recordatorio" is what the flow's author called it. */
function nameOf({ name }: Timer): string {
  return capitalised(name.replace(/[-_]+/g, ' '))
}

function heldOf({ held, dueAt }: Timer, { business, messages }: Wall): string {
  const reason = HELD.find((one) => one === held)
  return reason === undefined
    ? ''
    : heldText({ kind: 'wait', until: dueAt, reason }, business, messages)
}

const HELD = [
  'held.person',
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
