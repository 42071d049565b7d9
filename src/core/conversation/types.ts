import type { Mentions } from '../business/mentions.js'
import type { Business, ContactPolicy, Holidays } from '../business/types.js'
import type { Flow } from '../flow/types.js'
import type { Messages } from '../messages.js'
import type { Option } from '../types.js'
import type {
  Actor,
  Budget,
  ContactId,
  Content,
  FlowHash,
  InquiryId,
  Iso,
  LineId,
  MessageId,
  Outcome,
  Outgoing,
  Referral,
  Slot,
  Slots,
  Stage,
} from '../types.js'
import type { Reading } from '../understanding/types.js'

/** One line of an order: "20 camisetas polo". */
export type Item = { readonly product: string; readonly quantity: number | null }

/** What outlives every inquiry. */
export type ContactState = {
  readonly id: ContactId
  /** E.164, or null when WhatsApp hides it. */
  readonly phone: string | null
  readonly profileName: string | null
  readonly stage: Stage | null
  readonly slots: Slots
  readonly consent: 'none' | 'granted' | 'opted_out'
  readonly segment: 'b2b' | 'b2c' | null
  readonly vip: boolean
  readonly source: Referral | null
  readonly referredBy: ContactId | null
  /** How many inquiries this contact has opened; the next one's number is one more. */
  readonly inquiries: number
  readonly purchases: number
  /** What they bought last, for "su pedido de marzo fue de…". */
  readonly lastOrder: { readonly items: readonly Item[]; readonly at: Iso } | null
}

/** What a person wants to buy now. */
export type InquiryState = {
  readonly id: InquiryId
  readonly number: number
  readonly openedAt: Iso
  readonly slots: Slots
  readonly items: readonly Item[]
  readonly persona: string | null
  readonly unknownProduct: string | null
  readonly notMade: string | null
  readonly asked: { readonly price: boolean; readonly meeting: boolean; readonly person: boolean }
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly qualified: boolean
  readonly outcome: Outcome | null
  readonly assignedTo: Assignee | null
  /** The owner has the card of this inquiry. */
  readonly told: boolean
  /** What the bot promised on behalf of a person, in words. */
  readonly promise: string | null
  readonly tags: readonly string[]
}

/** The owner or seller who took an inquiry. */
export type Assignee = { readonly id: ContactId; readonly name: string }

export type Reason = {
  readonly id: string
  readonly points: number
  readonly text: string
  readonly said: string | null
}

/** What the bot waits for. */
export type Pending =
  | {
      readonly kind: 'ask'
      readonly flow: string
      readonly step: string
      /** Failed answers to it so far. */
      readonly misses: number
      /** The figure it put on the table, so that a bare yes can be read. */
      readonly figure: number | null
      /** Options as shown, in order, when it showed any. */
      readonly options: readonly Option[]
    }
  | { readonly kind: 'exit' } // "salir": an opt-out, or only this chat?
  | { readonly kind: 'erase' } // "borrar mis datos": sure?
  | { readonly kind: 'why' } // cancelled: asked once what did not fit

/** Where a conversation stands on its flow. */
export type Dialogue = {
  readonly line: LineId
  readonly chat: string
  readonly status: 'new' | 'talking' | 'thinking' | 'handed' | 'resting'
  /** Flow id and version (content hash) it began with, and the step it stands at. */
  readonly flow: string
  readonly hash: FlowHash
  readonly at: string | null
  readonly pending: Pending | null
  /** Steps already asked, with how often: wordings rotate and questions are counted by it. */
  readonly askedTimes: { readonly [step: string]: number }
  readonly questions: number
  /** How often each text of `data/messages` or an echo was said, so that none repeats. */
  readonly said: { readonly [key: string]: number }
  /** The last sentence of ours: it is never said twice in a row. */
  readonly lastSaid: string | null
  readonly introduced: boolean
  readonly paused: { readonly until: Iso; readonly by: string } | null
  readonly heardAt: Iso | null
  readonly spokeAt: Iso | null
  /** What the loop detector remembers. */
  readonly loop: {
    /** When messages came lately that led nowhere, as another bot's do. */
    readonly idle: readonly Iso[]
    readonly last: string
    readonly times: number
    readonly quietUntil: Iso | null
  }
  /** A reminder is set for the case that the person does not answer. */
  readonly reminding: boolean
  /** The product last asked about, so that "20 también" is understood. */
  readonly topic: string | null
  readonly question: { readonly id: string; readonly text: string; readonly at: Iso } | null
}

/** Everything that is known about one contact on one line: what `step` takes and gives back. */
export type Case = {
  readonly contact: ContactState
  /** The newest inquiry, open or closed; null before the first. */
  readonly inquiry: InquiryState | null
  readonly dialogue: Dialogue
}

/** One message of a burst. */
export type Part = {
  readonly id: MessageId
  readonly at: Iso
  readonly content: Content
  readonly replyTo: MessageId | null
}

export type OwnerAction =
  | { readonly kind: 'take' }
  | { readonly kind: 'release' }
  | { readonly kind: 'won'; readonly amount: number; readonly saleId: string }
  | { readonly kind: 'lost'; readonly reason: string }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** Takes back an earlier action of the same inquiry: what it returns to is in `before`. */
  | { readonly kind: 'undo'; readonly of: Undoable; readonly before: Before }

export type Undoable =
  | { readonly kind: 'take' | 'release' | 'lost' | 'pause' | 'resume' }
  | { readonly kind: 'won'; readonly saleId: string; readonly amount: number }

/** What an owner's action changed, as it stood before. */
export type Before = {
  readonly stage: Stage | null
  readonly outcome: Outcome | null
  readonly assignedTo: Assignee | null
  readonly paused: Dialogue['paused']
  readonly status: Dialogue['status']
  readonly pending: Pending | null
  readonly purchases: number
  readonly lastOrder: ContactState['lastOrder']
}

/** What the undo log keeps of a word: how things stood before, and what is said when it is undone. */
export type Remembered = Before & {
  /** The contact's name as it was said then. */
  readonly name: string
  readonly stageAfter: Stage | null
  /** Local day of the check-in that the word started, if any. */
  readonly checkIn: number | null
}

export type Event =
  | {
      readonly kind: 'message'
      readonly parts: readonly Part[]
      readonly profileName: string | null
      readonly referral: Referral | null
      /** The parts' texts joined by line breaks, and what could be read in them. */
      readonly text: string
      readonly reading: Reading
    }
  | {
      readonly kind: 'human_wrote'
      /** What the human typed, on the phone or in the panel. */
      readonly by: string
      readonly parts: readonly Part[]
      readonly text: string
      readonly reading: Reading
    }
  | {
      readonly kind: 'timer'
      readonly id: string
      readonly name: string
      readonly flow: string
      readonly step: string
      readonly proactiveToday: number
      readonly proactiveThisWeek: number
    }
  | { readonly kind: 'owner'; readonly by: Actor & { kind: 'staff' }; readonly action: OwnerAction }
  | { readonly kind: 'llm_answered'; readonly question: string; readonly answer: LlmAnswer }

export type LlmAnswer =
  | { readonly ok: true; readonly text: string; readonly facts: readonly string[] }
  | { readonly ok: false; readonly reason: 'off' | 'timeout' | 'refused' | 'unreachable' | 'invalid' }

export type LlmQuestion = {
  readonly id: string
  readonly task: 'answer'
  readonly text: string
  readonly facts: readonly { readonly id: string; readonly text: string }[]
}

/** News for the owner or seller in charge, as data; `core/owner/notice` puts it into words. */
export type Notice =
  | { readonly kind: 'card' }
  | { readonly kind: 'corrected'; readonly slot: string; readonly from: string; readonly to: string }
  | { readonly kind: 'added'; readonly what: string }
  | { readonly kind: 'asked_person' } // asked for a person after the card
  | { readonly kind: 'unknown_question'; readonly said: string }
  | { readonly kind: 'passed_on'; readonly fact: string; readonly said: string }
  | { readonly kind: 'audio'; readonly seconds: number }
  | { readonly kind: 'media'; readonly what: string }
  | { readonly kind: 'expensive'; readonly said: string }
  | { readonly kind: 'complaint'; readonly said: string }
  | { readonly kind: 'check_in_bad'; readonly said: string }
  | { readonly kind: 'loop' }
  | { readonly kind: 'opted_out' }
  | { readonly kind: 'erased' }
  | { readonly kind: 'called' }
  | { readonly kind: 'cancelled'; readonly said: string | null }

/** What has to happen because of a step, as data. `turn/commit` performs it. */
export type Effect =
  | {
      readonly kind: 'say'
      readonly message: Outgoing
      /** `proactive` messages were passed by the gate; `reply` answers somebody. */
      readonly occasion: 'reply' | 'proactive'
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
  | { readonly kind: 'sale'; readonly id: string; readonly amount: number; readonly inquiry: InquiryId }
  | { readonly kind: 'void_sale'; readonly id: string }
  | { readonly kind: 'consent'; readonly state: 'granted' | 'opted_out'; readonly evidence: MessageId | null }
  | { readonly kind: 'survey'; readonly survey: string; readonly score: number | null; readonly said: string }
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
  /** Cancels the pending timers of one flow, or all of them. */
  | { readonly kind: 'cancel_timers'; readonly flow: string | null; readonly reason: string }
  | { readonly kind: 'cancel_queued'; readonly occasion: 'all' | 'proactive'; readonly reason: string }
  | { readonly kind: 'unanswered'; readonly text: string; readonly evidence: MessageId | null }
  | { readonly kind: 'ask_llm'; readonly question: LlmQuestion }
  | { readonly kind: 'erase' }

/** What `step` may look at besides the state: data only. */
export type Context = {
  readonly now: Iso
  readonly business: Business
  readonly policy: ContactPolicy
  readonly holidays: Holidays
  readonly messages: Messages
  /** Finds a flow by id (newest version) or by hash (the version a conversation began with). */
  readonly flow: (id: string, hash: FlowHash | null) => Flow
  /** Finds what a folded text names of the business file. */
  readonly mentions: (folded: string) => Mentions
  readonly model: 'on' | 'off'
}

export type Step = readonly [next: Case, effects: readonly Effect[]]
export type { Budget }
