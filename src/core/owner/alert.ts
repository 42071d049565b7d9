import type { Business } from '../business/types.js'
import type { Alert, Notice } from '../conversation/effects.js'
import type { Case } from '../conversation/types.js'
import { BY_LOOP } from '../loops/watch.js'
import { type Iso, unreachable } from '../types.js'

/** Stands in place of a flow on the timers of alerts; no flow can be called so. */
export const ALERTS = '@alerts'

/** The alert that a notice is or brings to somebody else; null for all other news. */
export function alertOf(notice: Notice): Alert | null {
  switch (notice.kind) {
    case 'card':
    case 'asked_person':
    case 'complaint':
    case 'check_in_bad':
    case 'moves_meeting':
    case 'ticket':
      return notice
    case 'handed_on':
      return notice.of
    default:
      return null
  }
}

/** The ticket that news are about, or bring to somebody else. */
export function ticketOfNotice(notice: Notice): number | null {
  switch (notice.kind) {
    case 'ticket':
    case 'ticket_due':
    case 'ticket_added':
      return notice.number
    case 'reminder':
    case 'handed_on':
      return notice.of.kind === 'ticket' ? notice.of.number : null
    default:
      return null
  }
}

/** Whether somebody still has to act on it, as things stand. */
export function isUrgent(alert: Alert, { contact, inquiry, dialogue }: Case, now: Iso): boolean {
  if (inquiry === null || contact.consent === 'opted_out') return false
  // A person is in the chat: they know.
  const { paused } = dialogue
  if (paused !== null && paused.by !== BY_LOOP && paused.until > now) return false
  switch (alert.kind) {
    case 'card':
      return inquiry.assignedTo === null && !isClosed(inquiry) && !sleeps(inquiry, now)
    case 'asked_person':
      return !isClosed(inquiry) || contact.tickets.length > 0
    case 'complaint':
    case 'check_in_bad':
    case 'moves_meeting':
      // Who complains, or has an appointment, has mostly bought already.
      return true
    case 'ticket':
      return contact.tickets.some(
        ({ number, status }) => number === alert.number && status === 'open',
      )
    default:
      return unreachable(alert)
  }
}

function isClosed({ outcome }: NonNullable<Case['inquiry']>): boolean {
  return outcome?.kind === 'won' || outcome?.kind === 'lost'
}

/** Put off by a member of the staff: they are reminded on that day. */
function sleeps({ postponed }: NonNullable<Case['inquiry']>, now: Iso): boolean {
  return postponed !== null && postponed.until > now
}

type Ranked = { readonly role: Business['staff'][number]['role'] }

/** Owners before sellers, each in the order of the business file. */
export function inLine<T extends Ranked>(staff: readonly T[]): readonly T[] {
  return [...staff].sort((a, b) => Number(a.role === 'seller') - Number(b.role === 'seller'))
}

/** Who comes after `last`; from the end of the line it goes on at its head. Null when nobody does. */
export function nextInLine<T extends Ranked>(
  staff: readonly T[],
  isLast: (person: T) => boolean,
): T | null {
  const line = inLine(staff)
  const last = line.findIndex(isLast)
  return [...line.slice(last + 1), ...line.slice(0, Math.max(0, last))][0] ?? null
}
