import type { Care } from '../aftersale/care.js'
import type { Assignee, GivenQuote, Item, Postponed, Ticket } from '../conversation/types.js'
import type { Nurture } from '../nurture/nurture.js'
import type { Proposal } from '../rehearsal/proposal.js'
import type { ContactId, Iso, Outcome, Stage } from '../types.js'

/** One contact with their newest inquiry, as the owner's words see them. */
export type OpenLead = {
  readonly id: ContactId
  readonly name: string | null
  readonly phone: string | null
  readonly organization: string | null
  readonly stage: Stage | null
  readonly score: number
  /** What they want, in words; empty when they have not said. */
  readonly summary: string
  readonly assignedTo: Assignee | null
  readonly outcome: Outcome | null
  readonly paused: boolean
  readonly pausedUntil: Iso | null
  /** Somebody in charge was given the card. */
  readonly told: boolean
  /** "hoy antes de las 6", as in `InquiryState.promise`. */
  readonly promise: string | null
  readonly promisedBy: Iso | null
  /** When a person of the business last wrote to them. */
  readonly attendedAt: Iso | null
  readonly postponed: Postponed | null
  readonly nurture: Nurture | null
  /** What the bot would have answered them, while that waits for a word. */
  readonly rehearsed: Proposal | null
  readonly quote: GivenQuote | null
  readonly vip: boolean
  readonly care: Care
  /** The bot neither answers them nor tells of them. */
  readonly leftAlone: boolean
  /** They want no messages that they did not ask for. */
  readonly refused: boolean
  /** They asked not to be written to, and have not written since. */
  readonly optedOut: boolean
  readonly items: readonly Item[]
  /** What is not settled yet. */
  readonly tickets: readonly Ticket[]
  /** How the bot calls them; null while it knows no name fit to be said. */
  readonly called: string | null
  readonly heardAt: Iso | null
}
