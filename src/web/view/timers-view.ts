import { type Messages, message } from '../../core/messages.js'
import { isGateReason } from '../../core/schedule/gate.js'
import { heldText } from '../../core/schedule/held-text.js'
import type { Timer } from '../../store/timers.js'
import type { Insight } from '../deps.js'
import { timerName } from './timer-name.js'
import { dayOf, shortWhen, todayOf, type Wall } from './when.js'

/** Something that happens by itself. A cancelled one stays until its day is over, with its reason. */
export type TimerView = {
  readonly id: string
  readonly name: string
  readonly dueAt: string
  readonly when: string
  readonly status: 'pending' | 'cancelled'
  readonly note: string
}

/** What comes next without anybody doing anything, the earliest first; then what will not come. */
export function timersView(insight: Insight, name: string, wall: Wall): readonly TimerView[] {
  const pending = insight.timers.filter(({ status }) => status === 'pending')
  const dropped = insight.timers.filter(
    ({ status, dueAt }) => status === 'cancelled' && dayOf(dueAt, wall) >= todayOf(wall),
  )
  return [...pending, ...dropped].map((timer) => ({
    id: timer.id,
    name: timerName(timer, insight, name, wall),
    dueAt: timer.dueAt,
    when: shortWhen(timer.dueAt, wall),
    status: timer.status === 'cancelled' ? 'cancelled' : 'pending',
    note: timer.status === 'cancelled' ? reasonOf(timer, insight, wall) : heldOf(timer, wall),
  }))
}

function heldOf({ held, dueAt }: Timer, { business, messages }: Wall): string {
  if (!isGateReason(held)) return ''
  return heldText({ kind: 'wait', until: dueAt, reason: held }, business, messages)
}

/** Why it will not come: the store keeps a key, and some other key is still no reason to say none. */
function reasonOf({ reason }: Timer, { state }: Insight, { messages }: Wall): string {
  const by = state.inquiry?.assignedTo?.name
  if (reason === 'held.attended' && by !== undefined) {
    return message(messages, 'web.dropped.taken', { by })
  }
  return REASONS.get(reason ?? '')?.(messages) ?? message(messages, 'web.dropped.other')
}

const REASONS: ReadonlyMap<string, (messages: Messages) => string> = new Map([
  ['held.attended', (messages) => message(messages, 'web.dropped.attended')],
  ['held.person', (messages) => message(messages, 'web.dropped.person')],
  ['held.closed', (messages) => message(messages, 'web.dropped.closed')],
  ['held.undone', (messages) => message(messages, 'web.dropped.undone')],
  ['held.opted_out', (messages) => message(messages, 'web.dropped.opted_out')],
  ['held.put_off', (messages) => message(messages, 'held.put_off')],
  ['held.nurtured', (messages) => message(messages, 'held.nurtured')],
  ['held.no_hours', (messages) => message(messages, 'held.no_hours')],
  ['failed', (messages) => message(messages, 'web.dropped.failed')],
])
