import { wordList } from '../business/word-list.js'
import { type Draft, speak, tell } from '../conversation/draft.js'
import { handOver } from '../conversation/hand-over.js'
import type { Heard } from '../conversation/heard.js'
import type { Ticket } from '../conversation/types.js'
import { hasWords } from './has-words.js'
import { openTicket, reopenTicket } from './open-ticket.js'
import { isImpatient, sameMatter } from './same-matter.js'

/** A customer complains: it becomes a ticket, or part of the one that is about the same. */
export function hearComplaint(draft: Draft, heard: Heard): boolean {
  if (draft.contact.purchases === 0) return false
  const known = matterOf(draft, heard, 'complaint')
  if (known === null) {
    openTicket(draft, 'complaint')
    speak(draft, 'chat.ticket.complaint')
  } else goOnWith(draft, heard, known)
  // What they were about to buy waits until a person has spoken with them.
  if (draft.inquiry?.outcome?.kind !== 'won') handOver(draft)
  return true
}

/** A customer who has everything they bought wants something: `key` says that it is noted. */
export function hearRequest(draft: Draft, heard: Heard, key: string): boolean {
  if (!isAfterSale(draft)) return false
  const known = matterOf(draft, heard, 'request')
  if (known !== null) return goOnWith(draft, heard, known)
  openTicket(draft, 'request')
  return speak(draft, key)
}

/** A customer asks for a person: about what is open already, else it is a request of its own. */
export function hearCall(draft: Draft, heard: Heard): boolean {
  const ticket = draft.contact.tickets.at(-1)
  if (ticket === undefined || !isAfterSale(draft))
    return hearRequest(draft, heard, 'chat.ticket.person')
  tell(draft, { kind: 'asked_person' })
  return speak(draft, 'chat.ticket.person_again', { n: ticket.number })
}

/**
 * What a customer goes on to say of a case that is open belongs to it, however they put it: "sigue igual",
 * "¿y cuándo me responden?". False where it is about something else.
 */
export function addToOpen(draft: Draft, heard: Heard): boolean {
  if (!isAfterSale(draft)) return false
  const known = draft.contact.tickets.findLast((each) => sameMatter(draft, heard, each, each.about))
  return known !== undefined && goOnWith(draft, heard, known)
}

/** "necesito la factura", "me la pueden cambiar": no question, and yet something to be done. */
export function asksForSomething(draft: Draft, { folded }: Heard): boolean {
  return hasWords(folded, wordList(draft.context.messages, 'order.requests'))
}

/** A photo after a complaint belongs to it. False when nothing is open that it could belong to. */
export function thankForTicket(draft: Draft, media: string): boolean {
  const ticket = draft.contact.tickets.at(-1)
  if (ticket === undefined || !isAfterSale(draft)) return false
  const key = media === 'chat.media.image' ? 'chat.ticket.photo' : 'chat.ticket.file'
  return speak(draft, key, { n: ticket.number })
}

function isAfterSale({ contact, inquiry }: Draft): boolean {
  return contact.purchases > 0 && inquiry?.outcome?.kind === 'won'
}

function matterOf(draft: Draft, heard: Heard, about: Ticket['about']): Ticket | null {
  return draft.contact.tickets.findLast((each) => sameMatter(draft, heard, each, about)) ?? null
}

/** More about what is open already; said of what was taken to be settled, it opens it again. */
function goOnWith(draft: Draft, heard: Heard, ticket: Ticket): boolean {
  if (ticket.status === 'asked') {
    reopenTicket(draft, ticket)
    return speak(draft, 'chat.ticket.reopened', { n: ticket.number })
  }
  tell(draft, { kind: 'ticket_added', number: ticket.number, said: heard.text })
  return speak(draft, isImpatient(draft, heard) ? 'chat.ticket.waiting' : 'chat.ticket.added', {
    n: ticket.number,
  })
}
