import { whenText } from '../business/when-text.js'
import { send } from '../conversation/compose.js'
import {
  type Draft,
  label,
  patchContact,
  patchDialogue,
  speak,
  tell,
} from '../conversation/draft.js'
import type { Event } from '../conversation/events.js'
import { mayGo } from '../conversation/may-go.js'
import { isoOf } from '../schedule/local-time.js'
import { HOUR } from '../schedule/units.js'
import type { Iso } from '../types.js'
import type { Meeting } from './care.js'

type Timer = Extract<Event, { kind: 'timer' }>

/** The flow under which a meeting's reminders stand; no flow can be called so. */
export const MEETINGS = '@meetings'

const DAY = 24 * HOUR

/** Which reminder a timer is: to the customer the day before, to staff an hour before, and how it went. */
type Which = 'customer' | 'staff' | 'after'
const SOONER: { readonly [W in Which]: number } = { customer: -DAY, staff: -HOUR, after: 2 * HOUR }

/** Keeps a meeting and sets its reminders; one that was kept before is moved. */
export function planMeeting(draft: Draft, meeting: Meeting): void {
  unplanMeeting(draft)
  patchContact(draft, { care: { ...draft.contact.care, meeting } })
  for (const which of ['customer', 'staff', 'after'] as const) {
    const dueAt = isoOf(Date.parse(meeting.at) + SOONER[which])
    if (dueAt <= draft.context.now) continue
    draft.effects.push({
      kind: 'set_timer',
      id: `${MEETINGS}:${draft.contact.id}:${which}`,
      name: label(draft, 'chat.timer.meeting'),
      dueAt,
      flow: MEETINGS,
      step: which,
      held: null,
    })
  }
}

export function unplanMeeting(draft: Draft): void {
  if (draft.contact.care.meeting === null) return
  patchContact(draft, { care: { ...draft.contact.care, meeting: null } })
  draft.effects.push({ kind: 'cancel_timers', flow: MEETINGS, reason: 'held.undone' })
}

/** One of the reminders of a meeting is due. */
export function remindMeeting(draft: Draft, event: Timer): void {
  const { meeting } = draft.contact.care
  if (meeting === null) return
  const { at, by } = meeting
  switch (event.step) {
    case 'customer':
      return remindCustomer(draft, event, meeting)
    case 'staff':
      return tell(draft, { kind: 'meeting_near', by, at })
    default:
      patchContact(draft, { care: { ...draft.contact.care, meeting: null } })
      return tell(draft, { kind: 'meeting_over', by })
  }
}

/** They asked for it, but not for this message: it passes the gate, and comes too late rather than after it. */
function remindCustomer(draft: Draft, event: Timer, { at, by }: Meeting): void {
  const { now, business } = draft.context
  if (isLate(at, now) || !mayGo(draft, event)) return
  const said = speak(draft, 'chat.meeting_reminder', ({ context: { messages } }) => ({
    quién: by.name,
    cuándo: whenText(at, now, business, messages),
  }))
  if (!said) return
  patchDialogue(draft, { unasked: true })
  send(draft, 'proactive')
}

function isLate(at: Iso, now: Iso): boolean {
  return at <= now
}
