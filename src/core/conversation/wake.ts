import { remindCall } from '../aftersale/call-reminder.js'
import { MEETINGS, remindMeeting } from '../aftersale/meeting.js'
import { CALLS } from '../aftersale/plan-care.js'
import { ticketOfTimer } from '../aftersale/ticket-timer.js'
import { invite, TRIBE } from '../aftersale/tribe.js'
import { wakeTicket } from '../aftersale/wake-ticket.js'
import { THANKS, thank } from '../referral/thank.js'
import { nextAllowed } from '../schedule/contact-hours.js'
import { addDuration } from '../schedule/due.js'
import { send } from './compose.js'
import { type Draft, patchDialogue, patchInquiry } from './draft.js'
import type { Event } from './events.js'
import { mayGo } from './may-go.js'
import { OWED, payAnswer } from './owed-answer.js'
import { POSTPONED, remindStaff } from './postponed.js'
import { walkSequence } from './walk.js'

type Timer = Extract<Event, { kind: 'timer' }>

/**
 * A wait of a sequence is over. Whether anything may be said unasked is for the gate: it goes, it
 * waits for a better moment, or it never will.
 */
export function wake(draft: Draft, event: Timer): void {
  if (event.flow === POSTPONED) return remindStaff(draft)
  if (event.flow === OWED) return payAnswer(draft, event)
  if (event.flow === THANKS) return thank(draft, event)
  if (event.flow === CALLS) return remindCall(draft)
  if (event.flow === TRIBE) return invite(draft, event)
  if (event.flow === MEETINGS) return remindMeeting(draft, event)
  if (ticketOfTimer(event) !== null) return wakeTicket(draft, event)
  if (waitsForTicket(draft, event) || !mayGo(draft, event)) return
  // A reminder says something beside the pending question, which stays pending.
  const { pending } = draft.dialogue
  forgetAnswer(draft, event)
  walkSequence(draft, event.flow, event.step)
  if (draft.dialogue.pending === null) patchDialogue(draft, { pending })
  if (draft.sentences.length > 0) patchDialogue(draft, { unasked: true })
  send(draft, 'proactive')
}

/** Somebody who waits for something to be settled is asked nothing and offered nothing: tomorrow, perhaps. */
function waitsForTicket(draft: Draft, event: Timer): boolean {
  const { context, contact } = draft
  if (contact.tickets.length === 0 || !context.flow(event.flow, null).afterTickets) return false
  const { id, name, flow, step } = event
  const due = addDuration(context.now, 'P1D', context.business.timeZone)
  const dueAt = nextAllowed(context, due) ?? due
  draft.effects.push({ kind: 'set_timer', id, name, dueAt, flow, step, held: 'held.ticket' })
  return true
}

/** A question that a sequence asks again is asked afresh. */
function forgetAnswer(draft: Draft, { flow, step }: Timer): void {
  const found = draft.context.flow(flow, null).steps[step]
  if (found?.kind !== 'ask' || draft.inquiry === null) return
  const slots = Object.entries(draft.inquiry.slots).filter(([name]) => !found.slots.includes(name))
  patchInquiry(draft, { slots: Object.fromEntries(slots) })
}
