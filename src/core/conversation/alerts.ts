import type { Iso } from '../types.js'
import type { Ticket } from './types.js'

/** News that somebody has to act on: it is repeated, and then passed on, until somebody does. */
export type Alert =
  | { readonly kind: 'card' }
  | { readonly kind: 'asked_person' } // asked for a person after the card
  | { readonly kind: 'complaint'; readonly said: string }
  | { readonly kind: 'check_in_bad'; readonly said: string }
  /** They have an appointment that they cannot keep, or want changed. */
  | { readonly kind: 'moves_meeting'; readonly said: string }
  | TicketAlert

/** A customer wants something settled, or says that it is not settled after all. */
export type TicketAlert = {
  readonly kind: 'ticket'
  readonly number: number
  readonly about: Ticket['about']
  readonly said: string
  readonly dueAt: Iso
  /** What they answered when asked whom they would tell of the business; null when nobody asked. */
  readonly score: number | null
  readonly reopened: number
}
