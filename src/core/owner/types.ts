import type { SuggestedTo } from '../aftersale/gesture.js'
import type { AskedQuestion } from '../business/alike.js'
import type { Learned } from '../business/learned.js'
import type { Business } from '../business/types.js'
import type { OwnerAction } from '../conversation/events.js'
import type { Assignee, Silence } from '../conversation/types.js'
import type { Weights } from '../funnel/weights.js'
import type { Messages } from '../messages.js'
import type { OwedReward } from '../referral/types.js'
import type { Rehearsal } from '../rehearsal/house.js'
import type { GateAnswer } from '../schedule/gate.js'
import type { ContactId, Iso } from '../types.js'
import type { Command, CommandParser, ReadAmount } from './commands.js'
import type { Diagnosis } from './diagnosis.js'
import type { ItemsIn } from './items-in.js'
import type { MomentPending } from './moment-pending.js'
import type { OwnerReply } from './owner-reply.js'
import type { OwnerWord } from './owner-word.js'
import type { People } from './people.js'
import type { ReadWhen } from './read-when.js'

export type { OpenLead } from './open-lead.js'
export type { OwnerReply } from './owner-reply.js'
export type { HouseWord, LeadWord, OwnerWord } from './owner-word.js'

/** What the bot remembers of its talk with one owner or seller, between messages. */
export type StaffState = {
  readonly pending: StaffPending | null
  /** Whom the last word was about. */
  readonly lastAbout: ContactId | null
  /** They have written to the line, so that WhatsApp lets us write to them. */
  readonly activated: boolean
  readonly pin: PinState
  /** How many of their messages were not understood. */
  readonly missed: number
  /** The last answer was what was sold in a time. */
  readonly counted: boolean
}

/** `open`: the PIN was written; `shut`: so many wrong ones since; `locked`: too many. */
export type PinState =
  | { readonly kind: 'shut'; readonly wrong: number }
  | { readonly kind: 'open' | 'locked'; readonly until: Iso }

export type StaffPending =
  | {
      readonly kind: 'amount'
      readonly target: ContactId
      readonly of: Sum
      readonly discount: number | null
      readonly product: string | null
      /** When it was, if it was not now. */
      readonly at: Iso | null
    }
  /** "¿1.500 o 1.500.000?" */
  | {
      readonly kind: 'amount_doubt'
      readonly target: ContactId
      readonly amounts: Pair<number>
      readonly of: Sum
      readonly discount: number | null
      readonly product: string | null
      /** When it was, if it was not now. */
      readonly at: Iso | null
    }
  | { readonly kind: 'reason'; readonly target: ContactId }
  /** "¿Hasta cuándo?" */
  | { readonly kind: 'when'; readonly target: ContactId }
  | MomentPending
  /** "¿Qué anoto?", "¿Qué le digo?" */
  | { readonly kind: 'text'; readonly word: 'note' | 'respond'; readonly target: ContactId }
  /** The message of a quote, shown as it would be sent. */
  | {
      readonly kind: 'approval'
      readonly target: ContactId
      readonly quote: string
      readonly text: string
      /** When it was shown last. */
      readonly at: Iso
    }
  /** A model writes a reply. */
  | { readonly kind: 'drafting'; readonly target: ContactId; readonly id: string }
  /** The reply, shown as it would be sent. */
  | {
      readonly kind: 'draft'
      readonly target: ContactId
      readonly text: string
      /** When it was shown last. */
      readonly at: Iso
    }
  /** Points that the scorecard might have instead. */
  | { readonly kind: 'weights'; readonly before: Weights | null; readonly after: Weights }
  /** People who asked what is now a fact: shall they be told? */
  | { readonly kind: 'owed'; readonly fact: string; readonly contacts: readonly ContactId[] }
  /** What comes of their word, once they have written the PIN. */
  | { readonly kind: 'pin'; readonly said: string; readonly held: Obeyed; readonly at: Iso }
  | { readonly kind: 'export' } // shall everybody be sent as a table?
  /** Sure that everything about them goes? */
  | { readonly kind: 'erase'; readonly target: ContactId }
  /** Better words of theirs: a fact for everybody? */
  | { readonly kind: 'teach'; readonly text: string }
  /** Words of theirs about somebody: shall they be noted? */
  | { readonly kind: 'offer'; readonly target: ContactId; readonly text: string }
  | { readonly kind: 'ticket' } // which one is settled?
  | { readonly kind: 'which'; readonly command: Command; readonly candidates: readonly ContactId[] }
  | { readonly kind: 'word'; readonly between: Pair<Command>; readonly words: Pair<string> }

/** Of a sale, of one that may come after another, of a quote, or of one that went out already. */
export type Sum = 'won' | 'sale' | 'quote' | 'quoted'

export type Pair<T> = readonly [first: T, second: T]

export const NEW_STAFF: StaffState = {
  pending: null,
  lastAbout: null,
  activated: false,
  pin: { kind: 'shut', wrong: 0 },
  missed: 0,
  counted: false,
}

export type OwnerEvent =
  | { readonly kind: 'text'; readonly text: string }
  /** On the message that `World.quoted` names. An empty emoji takes a reaction back. */
  | { readonly kind: 'reaction'; readonly emoji: string }

/** What concerns no single contact. */
export type HouseAction =
  | { readonly kind: 'silence' | 'speak' | 'model_off' | 'model_on' }
  /** Somebody who never asked for anything, by their number. */
  | { readonly kind: 'ignore_number' | 'attend_number'; readonly phone: string }
  | { readonly kind: 'learn' | 'forget'; readonly id: string; readonly text: string }
  | {
      readonly kind: 'spend'
      readonly id: string
      readonly amount: number
      readonly source: string
      readonly at: Iso
    }
  /** The bot only tells what it would answer, or answers again. */
  | { readonly kind: 'rehearse'; readonly before: Rehearsal | null; readonly after: Rehearsal }
  /** Other points for the scorecard. */
  | { readonly kind: 'weigh'; readonly before: Weights | null; readonly after: Weights }
  | {
      readonly kind: 'undo_house'
      readonly of: HouseUndoable
      /** Whether all was silent before. */
      readonly before: Silence | null
    }

export type HouseUndoable = Exclude<HouseAction, { kind: 'undo_house' }>

/** Everything an owner's word may need to know: read by the turn, never by the core. */
export type World = {
  readonly now: Iso
  readonly business: Business
  readonly messages: Messages
  readonly me: Assignee & { readonly role: 'owner' | 'seller' }
  readonly pin: { readonly code: string; readonly minutes: number } | null // none: never asked
  readonly people: People
  /** The contact of the card or line that was replied to or reacted on. */
  readonly quoted: { readonly contactId: ContactId } | null
  /** The ticket that the message replied to is about. */
  readonly quotedTicket: number | null
  /** It replies to a message that is about nobody we know of, or not any more. */
  readonly quotesNobody: boolean
  /** Whom the last card sent to the sender is about. */
  readonly lastCard: ContactId | null
  /** The same of any news. */
  readonly lastNews: ContactId | null
  /** Whom the sender did something for since the last news. */
  readonly spokenSince: ContactId | null
  /** Whose rehearsed answer, and which, the sender was told of last or quotes. */
  readonly rehearsed: { readonly target: ContactId; readonly id: string } | null
  readonly rehearsal: Rehearsal | null
  readonly receipt: ContactId | null // whose payment the sender was asked about, now or in the quoted news
  /** Null unless the bot is silent everywhere. */
  readonly silence: Silence | null
  readonly model: 'on' | 'off' | 'none' // `none`: there is none to ask
  /** The quoted word, else the sender's last one not yet undone. */
  readonly undoable: OwnerWord | null
  /** What the sender did by the reaction that is now taken back, if anything. */
  readonly reacted: OwnerWord | null
  /** Id for the sale, quote, note or fact that this message may record. */
  readonly recordId: string
  /** Local day on which a sale recorded now is followed up; null when no plan follows. */
  readonly checkIn: number | null
  readonly parse: CommandParser
  readonly readAmount: ReadAmount
  /** Whether a machine wrote it: their phone's own automatic answer, say. */
  readonly soundsAutomatic: (text: string) => boolean
  readonly readWhen: ReadWhen
  readonly itemsIn: ItemsIn
  /** What owners taught, oldest first. */
  readonly learned: readonly Learned[]
  /** Rewards that are earned and not given yet, the oldest first. */
  readonly owed: readonly OwedReward[]
  /** The gesture in the message replied to, else in the last news if that was one. */
  readonly gesture: SuggestedTo | null
  /** The people of the list in the message that is quoted. */
  readonly listed: readonly ContactId[]
  /** That nobody has answered yet, the newest first. */
  readonly questions: readonly AskedQuestion[]
  /** Who asked what the quoted message tells that several asked. */
  readonly askedOften: readonly ContactId[]
  readonly diagnose: () => Diagnosis
  /** Whether a customer may be written to now who asked for nothing. */
  readonly gateFor: (target: ContactId) => GateAnswer
  /** Whether what is about to be taught answers a question. */
  readonly fits: (fact: string, question: string) => boolean
}

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
  readonly house: readonly { readonly action: HouseAction; readonly undoes: string | null }[]
  readonly news: readonly News[]
  /** A reply that a model is to write. */
  readonly draft: { readonly id: string; readonly target: ContactId; readonly wish: string } | null
}

/** One line to colleagues about what was done: to `to`, or to all others who hold a card of `about` (null). */
export type News = {
  readonly about: ContactId
  readonly text: string
  readonly to: ContactId | 'first_owner' | null
}
