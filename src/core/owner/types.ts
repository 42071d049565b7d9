import type { Business } from '../business/types.js'
import type { Before, OwnerAction, Undoable } from '../conversation/events.js'
import type { Assignee, GivenQuote, Postponed } from '../conversation/types.js'
import type { Messages } from '../messages.js'
import type { ContactId, Iso, Outcome, Stage } from '../types.js'
import type { Command, CommandParser, ReadAmount } from './commands.js'

/** What the bot remembers of its talk with one owner or seller, between messages. */
export type StaffState = {
  readonly pending: StaffPending | null
  /** Whom the last word was about. */
  readonly lastAbout: ContactId | null
  /** They have written to the line, so that WhatsApp lets us write to them. */
  readonly activated: boolean
}

export type StaffPending =
  | { readonly kind: 'amount'; readonly target: ContactId }
  /** "¿1.500 o 1.500.000?" */
  | { readonly kind: 'amount_doubt'; readonly target: ContactId; readonly amounts: Pair<number> }
  | { readonly kind: 'reason'; readonly target: ContactId }
  | { readonly kind: 'which'; readonly command: Command; readonly candidates: readonly ContactId[] }
  | { readonly kind: 'word'; readonly between: Pair<Command>; readonly words: Pair<string> }

export type Pair<T> = readonly [first: T, second: T]

export const NEW_STAFF: StaffState = { pending: null, lastAbout: null, activated: false }

export type OwnerEvent =
  | { readonly kind: 'text'; readonly text: string }
  /** On the message that `World.quoted` names. An empty emoji takes a reaction back. */
  | { readonly kind: 'reaction'; readonly emoji: string }

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
  readonly postponed: Postponed | null
  readonly quote: GivenQuote | null
  readonly heardAt: Iso | null
}

/** The bot is silent towards every prospect: since when, and at whose word. */
export type Silence = { readonly by: string; readonly at: Iso }

/** A word that changed something, from the undo log. */
export type OwnerWord = {
  readonly id: string
  readonly target: ContactId
  /** The target's name as it was said then. */
  readonly name: string
  readonly action: Undoable
  readonly before: Before
  /** Stage right after the word. */
  readonly stageAfter: Stage | null
  /** Local day of the check-in that the word started, if any. */
  readonly checkIn: number | null
  readonly undone: boolean
}

/** Everything an owner's word may need to know: read by the turn, never by the core. */
export type World = {
  readonly now: Iso
  readonly business: Business
  readonly messages: Messages
  readonly me: Assignee & { readonly role: 'owner' | 'seller' }
  /** Whoever may be named, open inquiries and closed ones, the freshest first. */
  readonly leads: readonly OpenLead[]
  /** The contact of the card or line that was replied to or reacted on. */
  readonly quoted: { readonly contactId: ContactId } | null
  /** Whom the last card sent to the sender is about. */
  readonly lastCard: ContactId | null
  /** Null unless the bot is silent everywhere. */
  readonly silence: Silence | null
  /** The quoted word, else the sender's last one not yet undone. */
  readonly undoable: OwnerWord | null
  /** Id for the sale that this message may record. */
  readonly saleId: string
  /** Local day on which a sale recorded now is followed up; null when no plan follows. */
  readonly checkIn: number | null
  readonly parse: CommandParser
  readonly readAmount: ReadAmount
}

export type OwnerReply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'card'; readonly target: ContactId; readonly size: 'full' | 'short' }

export type Obeyed = {
  readonly staff: StaffState
  /** To the sender, in order. */
  readonly replies: readonly OwnerReply[]
  readonly actions: readonly {
    readonly target: ContactId
    readonly action: OwnerAction
    /** Id of the word that an `undo` takes back. */
    readonly undoes: string | null
  }[]
  /** To the others who hold a card of `about`. */
  readonly news: readonly { readonly about: ContactId; readonly text: string }[]
}
