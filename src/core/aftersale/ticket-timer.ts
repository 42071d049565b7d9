import { type Draft, label } from '../conversation/draft.js'
import type { Ticket } from '../conversation/types.js'
import { nextAllowed } from '../schedule/contact-hours.js'
import { addDuration, occurrenceId } from '../schedule/due.js'
import type { Iso } from '../types.js'
import { nextReminder } from './ticket-due.js'

/** What a ticket waits for. Each has one timer: setting it again moves it. */
export const TICKET_STEPS = ['remind', 'ask', 'ask_again', 'give_up'] as const
type TicketStep = (typeof TICKET_STEPS)[number]

const FLOW = '@ticket/'

/** Stands in place of a flow on the timer of one ticket; no flow can be called so. */
export function ticketFlow(number: number): string {
  return `${FLOW}${number}`
}

export function ticketTimerId(number: number): string {
  return occurrenceId('@ticket', number)
}

/** The number of the ticket whose timer this is, or null for other timers. */
export function ticketOfTimer({ flow }: { readonly flow: string }): number | null {
  return flow.startsWith(FLOW) ? Number(flow.slice(FLOW.length)) : null
}

/** Whoever is in charge is reminded as long as it is open. */
export function setReminder(draft: Draft, ticket: Ticket): void {
  setTicketTimer(draft, ticket, 'remind', nextReminder(ticket, draft.context))
}

/** The customer is asked, asked again, or taken at their silence, in so many days. */
export function setQuestion(
  draft: Draft,
  ticket: Ticket,
  step: Exclude<TicketStep, 'remind'>,
  days: number,
): void {
  const { context } = draft
  const due = addDuration(context.now, `P${days}D`, context.business.timeZone)
  setTicketTimer(draft, ticket, step, days === 0 ? due : (nextAllowed(context, due) ?? due))
}

/** Of somebody who is not to be written to any more, the tickets go on. */
export function keepTicketTimers(draft: Draft): void {
  for (const ticket of draft.contact.tickets) {
    if (ticket.status === 'open') setReminder(draft, ticket)
    else setQuestion(draft, ticket, 'give_up', draft.context.business.tickets.closeDays)
  }
}

function setTicketTimer(draft: Draft, { number }: Ticket, step: TicketStep, dueAt: Iso): void {
  const flow = ticketFlow(number)
  const name = label(draft, 'chat.timer.ticket', { n: number })
  const id = ticketTimerId(number)
  draft.effects.push({ kind: 'set_timer', id, name, dueAt, flow, step, held: null })
}
