import { type Draft, patchContact, tell } from '../conversation/draft.js'
import type { TicketAlert } from '../conversation/effects.js'
import type { Ticket } from '../conversation/types.js'
import { PRIORITIES, type Priority } from '../types.js'
import { saysWhy } from './says-why.js'
import { ticketDue } from './ticket-due.js'
import { setReminder } from './ticket-timer.js'

/** Longest that is kept of what they wrote. */
const LONGEST = 500

/** What a customer just said becomes a ticket, with a date, and whoever is in charge hears of it at once. */
export function openTicket(draft: Draft, about: Ticket['about']): Ticket {
  const { context, contact, inquiry } = draft
  const priority = priorityOf(draft, about)
  const ticket: Ticket = {
    number: nextNumber(draft),
    status: 'open',
    about,
    priority,
    said: (draft.heardText ?? '').slice(0, LONGEST),
    openedAt: context.now,
    dueAt: ticketDue(context, priority),
    assignedTo: inquiry?.assignedTo ?? null,
    reminded: 0,
    reopened: 0,
  }
  patchContact(draft, { tickets: [...contact.tickets, ticket] })
  draft.effects.push({ kind: 'ticket', number: ticket.number, ticket })
  setReminder(draft, ticket)
  tell(draft, alertOf(draft, ticket, ticket.said))
  return ticket
}

/** The same from a flow, which asks why after a bad mark: the answer belongs to the ticket of the mark. */
export function openOrAdd(draft: Draft, about: Ticket['about']): void {
  const known = draft.contact.tickets.find((each) => about === 'score' && each.about === 'score')
  const said = (draft.heardText ?? '').slice(0, LONGEST)
  if (known === undefined) return void openTicket(draft, about)
  if (known.said === said) return
  putTicket(draft, {
    ...known,
    said: saysWhy(known.said, draft.context.messages) ? known.said : said,
  })
  tell(draft, { kind: 'ticket_added', number: known.number, said })
}

/** They say that it is not settled: it presses more than before, and has a new date. */
export function reopenTicket(draft: Draft, before: Ticket): Ticket {
  const priority = raised(before.priority)
  const ticket: Ticket = {
    ...before,
    status: 'open',
    priority,
    dueAt: ticketDue(draft.context, priority),
    reminded: 0,
    reopened: before.reopened + 1,
  }
  putTicket(draft, ticket)
  tell(draft, alertOf(draft, ticket, draft.heardText ?? ticket.said))
  return ticket
}

/** Writes how a ticket stands now; while it is open, somebody is reminded of it. */
export function putTicket(draft: Draft, ticket: Ticket): void {
  const others = draft.contact.tickets.filter(({ number }) => number !== ticket.number)
  const tickets = [...others, ticket].sort((a, b) => a.number - b.number)
  patchContact(draft, { tickets })
  draft.effects.push({ kind: 'ticket', number: ticket.number, ticket })
  if (ticket.status === 'open') setReminder(draft, ticket)
}

function alertOf({ contact }: Draft, ticket: Ticket, said: string): TicketAlert {
  const { number, about, dueAt, reopened } = ticket
  const score = about === 'score' ? (contact.satisfaction?.score ?? null) : null
  return { kind: 'ticket', number, about, said, dueAt, score, reopened }
}

/** Whoever is a key account, or is angry, waits less. */
function priorityOf({ contact }: Draft, about: Ticket['about']): Priority {
  const plain: Priority = about === 'request' ? 'normal' : 'high'
  return contact.vip ? raised(plain) : plain
}

function raised(priority: Priority): Priority {
  return PRIORITIES[PRIORITIES.indexOf(priority) + 1] ?? priority
}

/** Two may be opened in one step. */
function nextNumber({ context, effects }: Draft): number {
  const opened = effects.flatMap((effect) => (effect.kind === 'ticket' ? effect.number + 1 : []))
  return Math.max(context.nextTicket(), ...opened)
}
