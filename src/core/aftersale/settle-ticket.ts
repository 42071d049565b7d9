import { type Draft, patchContact, patchDialogue, tell } from '../conversation/draft.js'
import type { Before } from '../conversation/events.js'
import type { Ticket } from '../conversation/types.js'
import { putTicket } from './open-ticket.js'
import { setQuestion, ticketFlow } from './ticket-timer.js'

/** Somebody of the business says that it is settled: the customer is asked, at the next decent hour. */
export function settleTicket(draft: Draft, number: number): void {
  const ticket = draft.contact.tickets.find((each) => each.number === number)
  if (ticket === undefined || ticket.status !== 'open') return
  // Whoever is not to be written to cannot be asked.
  if (draft.contact.consent === 'opted_out') return closeTicket(draft, ticket, null)
  const asked: Ticket = { ...ticket, status: 'asked' }
  putTicket(draft, asked)
  setQuestion(draft, asked, 'ask', 0)
}

/** It is as it was before that was said, also where the customer has said yes meanwhile. */
export function unsettleTicket(draft: Draft, number: number, before: Before): void {
  const ticket = before.tickets.find((each) => each.number === number)
  if (ticket === undefined) return
  putTicket(draft, ticket)
  const { pending } = draft.dialogue
  if (pending?.kind === 'solved' && pending.ticket === number)
    patchDialogue(draft, { pending: null })
}

/** `said`: the customer's own yes; null when they never said no. */
export function closeTicket(
  draft: Draft,
  { number, assignedTo }: Ticket,
  said: string | null,
): void {
  const tickets = draft.contact.tickets.filter((each) => each.number !== number)
  patchContact(draft, { tickets })
  draft.effects.push(
    { kind: 'ticket', number, ticket: null },
    { kind: 'cancel_timers', flow: ticketFlow(number), reason: 'held.closed' },
  )
  tell(draft, { kind: 'ticket_closed', number, said, assignedTo })
}
