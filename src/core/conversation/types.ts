import type { Care } from '../aftersale/care.js'
import type { Mentions } from '../business/mentions.js'
import type { Business, ContactPolicy, Holidays } from '../business/types.js'
import type { Flow } from '../flow/types.js'
import type { LoopMemory } from '../loops/watch.js'
import type { Messages } from '../messages.js'
import type { Nurture } from '../nurture/nurture.js'
import type { ReferralCode, Referring } from '../referral/types.js'
import type { Proposal } from '../rehearsal/proposal.js'
import type {
  ContactId,
  FlowHash,
  InquiryId,
  Iso,
  Language,
  LineId,
  Outcome,
  Permission,
  Priority,
  Referral,
  Slots,
  Stage,
  SurveyKind,
} from '../types.js'
import type { Chooser } from '../understanding/choice.js'
import type { Reader } from '../understanding/types.js'
import type { Effect } from './effects.js'
import type { Arrived, Part } from './part.js'
import type { Pending, PendingAsk, PendingScale } from './pending.js'
import type { Shared } from './shared.js'

export type { Arrived, Part, Pending, PendingAsk, PendingScale }

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
  /** What an owner said of answering them; `auto` while nobody has. */
  readonly attention: 'auto' | 'ignored' | 'attended'
  /** The number had a chat with them before the bot was linked to it. */
  readonly knownBefore: boolean
  readonly source: Referral | null
  readonly referredBy: ContactId | null
  /** How many inquiries this contact has opened; the next one's number is one more. */
  readonly inquiries: number
  readonly purchases: number
  /** What they bought last, for "su pedido de marzo fue de…". */
  readonly lastOrder: { readonly items: readonly Item[]; readonly at: Iso } | null
  /** What they last answered when asked how it went; null before the first answer. */
  readonly satisfaction: Satisfaction | null
  /** What they asked for or complained of after a sale and is not settled yet, oldest first. */
  readonly tickets: readonly Ticket[]
  /** What they were asked about bringing others. */
  readonly referring: Referring
  /** Calls and meetings that people of the business have in mind, and who looks after them. */
  readonly care: Care
}

/** `good`: nothing stands against asking them for a favour. */
export type Satisfaction = {
  readonly kind: SurveyKind
  readonly score: number | null
  readonly good: boolean
  readonly at: Iso
}

export type Ticket = {
  /** As everybody calls it: "caso 5". */
  readonly number: number
  /** `asked`: somebody says that it is settled, and the customer is asked whether it is. */
  readonly status: 'open' | 'asked'
  readonly about: 'complaint' | 'request' | 'score'
  readonly priority: Priority
  /** In their own words. */
  readonly said: string
  readonly openedAt: Iso
  readonly dueAt: Iso
  /** Null: whoever is first in line. */
  readonly assignedTo: Assignee | null
  /** How often whoever is in charge was reminded since it was opened last. */
  readonly reminded: number
  /** How often the customer said that it was not settled after all. */
  readonly reopened: number
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
  /** By when that was; null when nothing is promised, or it was kept. */
  readonly promisedBy: Iso | null
  /** When a person of the business last wrote to them about it. */
  readonly attendedAt: Iso | null
  /** Sleeps until then: nothing is said unasked, and whoever is in charge is reminded. */
  readonly postponed: Postponed | null
  /** How they are accompanied while they are not ready; null when they are not. */
  readonly nurture: Nurture | null
  /** What the owner quoted last. */
  readonly quote: GivenQuote | null
  /** Contacts, places and documents that they sent, the newest last. */
  readonly shared: readonly Shared[]
  readonly tags: readonly string[]
}

/** The owner or seller who took an inquiry. */
export type Assignee = { readonly id: ContactId; readonly name: string }

export type Postponed = { readonly until: Iso; readonly by: Assignee }

/** A price that the owner gave for this inquiry. */
export type GivenQuote = {
  readonly amount: number
  /** Per cent off; 0 when there is one of unknown size; null without any. */
  readonly discount: number | null
  readonly at: Iso
  /** When the bot sent it; null when it did not. */
  readonly sentAt: Iso | null
}

export type Reason = {
  readonly id: string
  readonly points: number
  readonly text: string
  readonly said: string | null
}

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
  /** `by`: a name, `phone` for whoever held it, or `BY_LOOP`. */
  readonly paused: { readonly until: Iso; readonly by: string } | null
  readonly heardAt: Iso | null
  readonly spokeAt: Iso | null
  /** What the loop detector remembers. */
  readonly loop: LoopMemory
  /** Something was said unasked since they last wrote. */
  readonly unasked: boolean
  /** A reminder is set for the case that the person does not answer. */
  readonly reminding: boolean
  /** The product last asked about, so that "20 también" is understood. */
  readonly topic: string | null
  /** What they write in, and are answered in where somebody wrote it. */
  readonly language: Language
  /** What would have been answered, while the bot only rehearses; null once it is settled. */
  readonly rehearsed: Proposal | null
  readonly question: {
    readonly id: string
    readonly text: string
    readonly at: Iso
    /** What the status was before, and is again afterwards. */
    readonly status: Dialogue['status']
    /** They were told that it takes its time. */
    readonly held: boolean
    /** Slots that are looked for in an answer; none where it is a question. */
    readonly wanted?: readonly string[]
    /** How it came, so that it is answered as if no model had been asked. */
    readonly as?: Arrived
  } | null
}

/** Everything that is known about one contact on one line: what `step` takes and gives back. */
export type Case = {
  readonly contact: ContactState
  /** The newest inquiry, open or closed; null before the first. */
  readonly inquiry: InquiryState | null
  readonly dialogue: Dialogue
}

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
  readonly read: Reader
  readonly choose: Chooser
  readonly model: 'on' | 'off'
  /** Whether voice notes are put into words: one that came without could not be. */
  readonly ears: 'on' | 'off'
  /** The bot is silent towards every prospect; null when it is not. */
  readonly silence: Silence | null
  /** Until then the bot only says what it would answer; null when it answers. */
  readonly rehearsal: Iso | null
  /** The number that the next ticket gets: looked up only by a step that opens one. */
  readonly nextTicket: () => number
  /** Every code that was ever given: looked up only where one may be meant, or a new one is made. */
  readonly referralCodes: () => readonly ReferralCode[]
  /** How this contact came to be written to, and ceased to be, oldest first: looked up only when they ask. */
  readonly permissions: (contact: ContactId) => readonly Permission[]
}

/** Since when, and at whose word, the bot is silent everywhere. */
export type Silence = { readonly by: string; readonly at: Iso }

export type Step = readonly [next: Case, effects: readonly Effect[]]
