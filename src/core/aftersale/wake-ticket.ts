import { send } from '../conversation/compose.js'
import { type Draft, patchContact, patchDialogue, speak, tell } from '../conversation/draft.js'
import type { Event } from '../conversation/events.js'
import { mayGo } from '../conversation/may-go.js'
import type { Ticket } from '../conversation/types.js'
import { closeTicket } from './settle-ticket.js'
import { setQuestion, setReminder, TICKET_STEPS, ticketOfTimer } from './ticket-timer.js'

type Timer = Extract<Event, { kind: 'timer' }>

/** What a ticket waited for has come. Staff are reminded at any time; the customer is asked by the gate. */
export function wakeTicket(draft: Draft, event: Timer): void {
  const number = ticketOfTimer(event)
  const ticket = draft.contact.tickets.find((each) => each.number === number)
  const step = TICKET_STEPS.find((each) => each === event.step)
  if (ticket === undefined || step === undefined) return
  if (step === 'remind') return ticket.status === 'open' ? remind(draft, ticket) : undefined
  if (ticket.status !== 'asked') return
  if (step === 'give_up') return closeTicket(draft, ticket, null)
  ask(draft, ticket, event, step)
}

function remind(draft: Draft, ticket: Ticket): void {
  const reminded = ticket.reminded + 1
  const { number, said, dueAt, assignedTo } = ticket
  const tickets = draft.contact.tickets.map((each) =>
    each.number === number ? { ...each, reminded } : each,
  )
  patchContact(draft, { tickets })
  tell(draft, { kind: 'ticket_due', number, said, dueAt, times: reminded, assignedTo })
  setReminder(draft, ticket)
}

function ask(draft: Draft, ticket: Ticket, event: Timer, step: 'ask' | 'ask_again'): void {
  const waiting = draft.effects.length
  if (!mayGo(draft, event)) {
    // Nobody may ever ask them: the business is taken at its word.
    if (draft.effects.length === waiting) closeTicket(draft, ticket, null)
    return
  }
  const n = ticket.number
  const { askAgainDays, closeDays } = draft.context.business.tickets
  const again = step === 'ask_again'
  speak(draft, again ? 'chat.ticket.ask_again' : askKey(draft), { n })
  patchDialogue(draft, { pending: { kind: 'solved', ticket: n, misses: 0 }, unasked: true })
  setQuestion(draft, ticket, again ? 'give_up' : 'ask_again', again ? closeDays : askAgainDays)
  send(draft, 'proactive')
}

function askKey({ contact }: Draft): string {
  return contact.slots.name?.status === 'known' ? 'chat.ticket.ask' : 'chat.ticket.ask_nameless'
}
