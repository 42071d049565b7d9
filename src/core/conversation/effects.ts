import type { CareNotice } from '../aftersale/care-notice.js'
import type { LoopReason } from '../loops/watch.js'
import type { RehearsalNotice, RehearsalSettled } from '../rehearsal/proposal.js'
import type {
  Actor,
  ContactId,
  InquiryId,
  Iso,
  MessageId,
  Outgoing,
  PermissionChange,
  Slot,
  Stage,
  SurveyKind,
} from '../types.js'
import type { Alert } from './alerts.js'
import type { LlmQuestion, Remembered } from './events.js'
import type { Shared } from './shared.js'
import type { Assignee, Ticket } from './types.js'

export type { Alert, TicketAlert } from './alerts.js'

export type AttributeAnswer = {
  readonly attribute: string
  readonly level: 'above' | 'met' | 'below'
}

type File = { readonly what: string; readonly n: number; readonly shared: readonly Shared[] }

/** News for the owner or seller in charge, as data; `core/owner/notice` puts it into words. */
export type Notice =
  | Alert
  /** To whoever was alerted and has done nothing about it. */
  | { readonly kind: 'reminder'; readonly of: Alert }
  /** To the next in line, when the first, by name, has not acted on it. */
  | { readonly kind: 'handed_on'; readonly of: Alert; readonly from: string }
  /** To the first, that somebody else has it now. */
  | { readonly kind: 'gone_on'; readonly to: string }
  | {
      readonly kind: 'corrected'
      readonly slot: string
      readonly from: string
      readonly to: string
    }
  | { readonly kind: 'added'; readonly what: string }
  /** What a customer said when asked how it went, and nobody has to act on. */
  | { readonly kind: 'comment'; readonly said: string }
  /** A key account needs again what they bought: a person asks, not the bot. */
  | { readonly kind: 'repurchase' }
  /** More about what is a ticket already. */
  | { readonly kind: 'ticket_added'; readonly number: number; readonly said: string }
  /** A ticket is still open: `times` is how often that was said. */
  | {
      readonly kind: 'ticket_due'
      readonly number: number
      readonly said: string
      readonly dueAt: Iso
      readonly times: number
      readonly assignedTo: Assignee | null
    }
  /** Closed by the customer, or because they never said that it is not settled. */
  | {
      readonly kind: 'ticket_closed'
      readonly number: number
      readonly said: string | null
      readonly assignedTo: Assignee | null
    }
  | { readonly kind: 'unknown_question'; readonly said: string }
  | { readonly kind: 'summary'; readonly text: string } // of the talk, after its card
  | { readonly kind: 'question_listed' } // by several, in one message
  | { readonly kind: 'passed_on'; readonly fact: string; readonly said: string }
  | { readonly kind: 'audio'; readonly seconds: number }
  | (File & { readonly kind: 'media' })
  /** A file that may prove a payment: whoever is in charge is asked. */
  | (File & { readonly kind: 'receipt' })
  | { readonly kind: 'at_door'; readonly said: string }
  | { readonly kind: 'expensive'; readonly said: string }
  | { readonly kind: 'offers'; readonly said: string } // sells to the business
  | { readonly kind: 'seeks_work'; readonly said: string }
  /** The bot fell silent in this chat by itself. */
  | { readonly kind: 'loop'; readonly why: LoopReason; readonly until: Iso }
  | { readonly kind: 'opted_out' }
  | { readonly kind: 'erased' }
  /** What they said against the price they were given. */
  | { readonly kind: 'objection'; readonly said: string }
  /** Nobody decided: the inquiry is closed, which can be taken back to how it stood before. */
  | { readonly kind: 'undecided'; readonly reason: string; readonly before: Remembered }
  /** A customer gave us the contact of somebody: theirs to write to, never the bot's. */
  | { readonly kind: 'introduced'; readonly name: string; readonly phone: string }
  /** Whoever gave it wants to tell that person first, or has told them. */
  | { readonly kind: 'introduction'; readonly name: string; readonly told: boolean }
  /** They say that `by` recommended the business; `known`: the one customer of that name. */
  | {
      readonly kind: 'recommended'
      readonly by: string
      readonly known: { readonly id: ContactId; readonly phone: string | null } | null
    }
  /** They are owed what the business gives for bringing somebody. */
  | { readonly kind: 'reward'; readonly friend: string | null }
  /** They asked to be written to another day; `back` is when the bot will, null while no day is known. */
  | { readonly kind: 'put_off'; readonly said: string; readonly back: Iso | null }
  /** They want nothing more of what they were sent while they were not ready. */
  | { readonly kind: 'nurture_refused' }
  | { readonly kind: 'called' }
  | { readonly kind: 'cancelled'; readonly said: string | null }
  /** The day until which they were put off has come. */
  | { readonly kind: 'postponed'; readonly by: Assignee }
  | CareNotice
  /** Somebody wrote while the bot is silent everywhere. */
  | { readonly kind: 'unheard'; readonly said: string }
  /** Written so long ago that the bot did not answer it. */
  | { readonly kind: 'missed'; readonly said: string; readonly writtenAt: Iso }
  | RehearsalNotice
  /** A message of ours that the channel refused for good. */
  | { readonly kind: 'undelivered'; readonly said: string }
  /** What a colleague did; `word` is what they said, so that it can be taken back from here. */
  | { readonly kind: 'colleague'; readonly text: string; readonly word: number | null }

/** What has to happen because of a step, as data. `turn/commit` performs it. */
export type Effect =
  | {
      readonly kind: 'say'
      readonly message: Outgoing
      /** `proactive` messages were passed by the gate; `reply` answers; `person` is a person's word. */
      readonly occasion: 'reply' | 'proactive' | 'person'
      readonly replyTo: MessageId | null
    }
  | { readonly kind: 'tell'; readonly notice: Notice }
  | {
      readonly kind: 'stage'
      readonly from: Stage | null
      readonly to: Stage
      readonly reason: string
      readonly evidence: MessageId | null
      readonly actor: Actor
    }
  | {
      readonly kind: 'slot'
      readonly inquiry: InquiryId | null
      readonly name: string
      readonly slot: Slot
    }
  | {
      readonly kind: 'sale'
      readonly id: string
      readonly amount: number
      readonly discount: number | null
      /** What was sold, in words; empty when nobody knows. */
      readonly product: string
      readonly inquiry: InquiryId
      /** When it was, if it was not now. */
      readonly at: Iso | null
    }
  | { readonly kind: 'void_sale'; readonly id: string }
  | {
      readonly kind: 'quote'
      readonly id: string
      readonly amount: number
      readonly discount: number | null
      readonly inquiry: InquiryId
    }
  | { readonly kind: 'quote_sent'; readonly id: string }
  | { readonly kind: 'void_quote'; readonly id: string }
  | RehearsalSettled
  | { readonly kind: 'note'; readonly id: string; readonly text: string; readonly by: ContactId }
  | { readonly kind: 'void_note'; readonly id: string }
  /** Something was said against a price: counted. */
  | { readonly kind: 'objection'; readonly objection: string; readonly said: string }
  /** This contact's own code for bringing others. */
  | { readonly kind: 'referral_code'; readonly code: string }
  /** They gave us somebody's contact. */
  | {
      readonly kind: 'introduce'
      readonly name: string
      readonly phone: string
      readonly code: string
    }
  /** This contact was sent by somebody. */
  | {
      readonly kind: 'referred'
      readonly by: ContactId
      readonly code: string
      readonly status: 'given' | 'arrived'
      readonly name: string | null
    }
  /** They name somebody who told them of the business, and who may be a customer. */
  | { readonly kind: 'recommended'; readonly name: string }
  /** How far somebody who was sent has come; `undone`: what counted as their first sale does not. */
  | { readonly kind: 'referral'; readonly became: 'arrived' | 'lead' | 'customer' | 'undone' }
  | { readonly kind: 'reward'; readonly referral: number; readonly delivered: boolean }
  /** A person called or visited them. */
  | {
      readonly kind: 'touch'
      readonly id: string
      readonly note: string
      readonly by: Assignee
    }
  | { readonly kind: 'void_touch'; readonly id: string }
  /** A person answered what this contact had asked and nobody knew. */
  | { readonly kind: 'answered' }
  | {
      readonly kind: 'consent'
      readonly state: PermissionChange
      readonly words: string
      readonly actor: Actor
      readonly evidence: MessageId | null
    }
  | {
      readonly kind: 'survey'
      readonly survey: SurveyKind
      readonly score: number | null
      readonly said: string
    }
  /** What a customer thinks of what the business is judged by, against what they expected. */
  | { readonly kind: 'attributes'; readonly answers: readonly AttributeAnswer[] }
  /** How a ticket stands now; null once it is closed. */
  | { readonly kind: 'ticket'; readonly number: number; readonly ticket: Ticket | null }
  | {
      readonly kind: 'set_timer'
      readonly id: string
      readonly name: string
      readonly dueAt: Iso
      readonly flow: string
      readonly step: string
      /** Why it waits longer than its flow says, as a message key; null when it does not. */
      readonly held: string | null
    }
  /** It fired, and what it was for is never said. */
  | { readonly kind: 'drop_timer'; readonly id: string; readonly reason: string }
  /** Cancels the pending timers of one flow, or all of them. */
  | { readonly kind: 'cancel_timers'; readonly flow: string | null; readonly reason: string }
  | {
      readonly kind: 'cancel_queued'
      readonly occasion: 'all' | 'proactive'
      readonly reason: string
    }
  | { readonly kind: 'unanswered'; readonly text: string; readonly evidence: MessageId | null }
  | { readonly kind: 'ask_llm'; readonly question: LlmQuestion }
  | { readonly kind: 'summarise' } // the talk, for whoever has the card, which does not wait
  /** What the model answered to it broke a rule, and was not said. */
  | { readonly kind: 'llm_refused'; readonly question: string; readonly rule: string }
  /** Everything about them goes; `by` is who asked for it. */
  | {
      readonly kind: 'erase'
      readonly by: { readonly kind: 'contact' } | { readonly kind: 'staff'; readonly name: string }
    }
