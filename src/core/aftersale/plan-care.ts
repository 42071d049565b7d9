import {
  type Draft,
  keepPromise,
  label,
  patchContact,
  patchInquiry,
} from '../conversation/draft.js'
import type { Before, CareAction, Event, UndoableCare } from '../conversation/events.js'
import { putBack, wakeUp } from '../conversation/postponed.js'
import { type Iso, unreachable } from '../types.js'
import { type Care, NO_CARE, type PlannedCall } from './care.js'
import { planMeeting, unplanMeeting } from './meeting.js'
import { nextCallTime } from './next-call-time.js'

type By = Extract<Event, { kind: 'owner' }>['by']

/** The flow under which a call's reminder stands; no flow can be called so. */
export const CALLS = '@calls'

/** What a person of the business did for a customer, or means to do. */
export function planCare(draft: Draft, action: CareAction, { id, name }: By): void {
  const by = { id, name }
  switch (action.kind) {
    case 'touch':
      draft.effects.push({ kind: 'touch', id: action.id, note: action.note, by })
      // Whatever they were promised to be written about was said.
      keepPromise(draft)
      return keepCall(draft, null)
    case 'plan_call':
      return keepCall(draft, { at: action.at, by, why: action.why })
    case 'drop_call':
      // Whatever they were to be reminded of.
      wakeUp(draft, 'held.attended')
      return keepCall(draft, null)
    case 'meet':
      return planMeeting(draft, { at: action.at, by })
    case 'cancel_meeting':
      return unplanMeeting(draft)
    case 'entrust':
      return patchCare(draft, { manager: action.manager })
    default:
      return unreachable(action)
  }
}

/** Takes back what was planned or noted: it is again as it was, with its reminders. */
export function undoCare(
  draft: Draft,
  of: UndoableCare,
  { care, promise, promisedBy, attendedAt, postponed }: Before,
): void {
  switch (of.kind) {
    case 'touch':
      draft.effects.push({ kind: 'void_touch', id: of.id })
      patchInquiry(draft, { promise, promisedBy, attendedAt })
      return keepCall(draft, care.call)
    case 'plan_call':
      return keepCall(draft, care.call)
    case 'drop_call':
      if (postponed !== null) putBack(draft, postponed)
      return keepCall(draft, care.call)
    case 'meet':
    case 'cancel_meeting':
      return care.meeting === null ? unplanMeeting(draft) : planMeeting(draft, care.meeting)
    case 'entrust':
      return patchCare(draft, { manager: care.manager })
    default:
      return unreachable(of)
  }
}

/** Plans a call and sets its reminder, or drops both. */
export function keepCall(draft: Draft, call: PlannedCall | null): void {
  const set = draft.contact.care.call !== null
  patchCare(draft, { call })
  if (call !== null) return remindAt(draft, stillToCome(draft, call.at))
  if (set) draft.effects.push({ kind: 'cancel_timers', flow: CALLS, reason: 'held.attended' })
}

/** A moment that is past is not waited for again: the next one at which people are called is. */
function stillToCome({ context: { now, business, holidays } }: Draft, at: Iso): Iso {
  return at > now ? at : (nextCallTime(business, holidays, now) ?? at)
}

/** One reminder for each customer: setting it again moves it. */
export function remindAt(draft: Draft, dueAt: Iso): void {
  draft.effects.push({
    kind: 'set_timer',
    id: `${CALLS}:${draft.contact.id}`,
    name: label(draft, 'chat.timer.call'),
    dueAt,
    flow: CALLS,
    step: '',
    held: null,
  })
}

function patchCare(draft: Draft, change: Partial<Care>): void {
  patchContact(draft, { care: { ...NO_CARE, ...draft.contact.care, ...change } })
}
