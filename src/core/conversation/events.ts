import type { Care, Manager, PlannedCall } from '../aftersale/care.js'
import type { Nurture } from '../nurture/nurture.js'
import type { Actor, ContactId, Iso, Outcome, Referral, Slots, Stage } from '../types.js'
import type { Reading } from '../understanding/types.js'
import type { Effect } from './effects.js'
import type { LlmAnswer, QuestionOf } from './llm.js'
import type {
  Assignee,
  ContactState,
  Dialogue,
  GivenQuote,
  Item,
  Part,
  Pending,
  Postponed,
} from './types.js'

export type { LlmAnswer, LlmQuestion } from './llm.js'

export type OwnerAction =
  | { readonly kind: 'take' }
  | { readonly kind: 'release' }
  | { readonly kind: 'won'; readonly amount: number; readonly saleId: string }
  /** A sale of which more is known than its sum, or one more to a customer. */
  | {
      readonly kind: 'sale'
      readonly amount: number
      readonly saleId: string
      readonly discount: number | null
      /** What was sold, in words; empty when nobody said. */
      readonly product: string
      readonly items: readonly Item[]
      /** When it was, if it was not now. */
      readonly at: Iso | null
    }
  | { readonly kind: 'lost'; readonly reason: string }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'postpone'; readonly until: Iso }
  /** Nobody accompanies them any more while they are not ready. */
  | { readonly kind: 'stop_nurture' }
  /** Everything about them is deleted, for good. */
  | { readonly kind: 'erase' }
  /** They want no messages, as they told a person; `words` is how that person put it. */
  | { readonly kind: 'opt_out'; readonly words: string }
  | { readonly kind: 'note'; readonly id: string; readonly text: string }
  | { readonly kind: 'vip' }
  | { readonly kind: 'unvip' }
  /** Leaves this person alone, or answers them whatever else is set. */
  | { readonly kind: 'ignore' }
  | { readonly kind: 'attend' }
  /** Said through the bot, in the owner's own words. */
  | { readonly kind: 'respond'; readonly text: string }
  | {
      readonly kind: 'quote'
      readonly id: string
      readonly amount: number
      readonly discount: number | null
      /** It went out already, by hand. */
      readonly sent: boolean
    }
  /** The message of a quote, as the owner approved it. */
  | { readonly kind: 'send_quote'; readonly id: string; readonly text: string }
  /** A ticket is settled, as far as the business knows: the customer is asked. */
  | { readonly kind: 'settle'; readonly ticket: number }
  /** The answer that this person was promised is now a fact. */
  | { readonly kind: 'answer'; readonly fact: string }
  /** What they were owed for bringing somebody was given to them. */
  | { readonly kind: 'deliver_reward'; readonly referral: number }
  | CareAction
  /** What the bot only rehearsed: it goes out, other words do, or nothing does and it is silent there. */
  | { readonly kind: 'approve' }
  | { readonly kind: 'say_instead'; readonly text: string }
  | { readonly kind: 'hush' }
  /** Takes back an earlier action of the same inquiry: what it returns to is in `before`. */
  | { readonly kind: 'undo'; readonly of: Undoable; readonly before: Before }

export type UndoableCare =
  | { readonly kind: 'plan_call' | 'drop_call' | 'meet' | 'cancel_meeting' | 'entrust' }
  | { readonly kind: 'touch'; readonly id: string; readonly of: Touched }

export type Touched = 'call' | 'gesture'

/** What people of the business do for a customer beside selling. */
export type CareAction =
  /** A person called or visited them; `note` in that person's own words, or what they were given. */
  | {
      readonly kind: 'touch'
      readonly id: string
      readonly note: string
      readonly of: Touched
    }
  | { readonly kind: 'plan_call'; readonly at: Iso; readonly why: PlannedCall['why'] }
  | { readonly kind: 'drop_call' }
  | { readonly kind: 'meet'; readonly at: Iso }
  | { readonly kind: 'cancel_meeting' }
  | { readonly kind: 'entrust'; readonly manager: Manager }

export type Undoable =
  | {
      readonly kind:
        | 'take'
        | 'release'
        | 'lost'
        | 'pause'
        | 'resume'
        | 'postpone'
        | 'stop_nurture'
        | 'opt_out'
        | 'vip'
        | 'unvip'
        | 'ignore'
        | 'attend'
        | 'respond'
        | 'send_quote'
        | 'approve'
        | 'say_instead'
        | 'hush'
    }
  | { readonly kind: 'won'; readonly saleId: string; readonly amount: number }
  | { readonly kind: 'settle'; readonly ticket: number }
  | { readonly kind: 'note'; readonly id: string }
  | { readonly kind: 'deliver_reward'; readonly referral: number }
  | UndoableCare
  | { readonly kind: 'quote'; readonly id: string; readonly amount: number }

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
  readonly promise: string | null
  readonly promisedBy: Iso | null
  readonly postponed: Postponed | null
  readonly nurture: Nurture | null
  readonly quote: GivenQuote | null
  readonly vip: boolean
  readonly care: Care
  readonly tickets: ContactState['tickets']
  readonly attention: ContactState['attention']
  /** Absent in words of before it was kept. */
  readonly consent?: ContactState['consent']
  /** What was known of the inquiry, and what the dialogue had said. */
  readonly slots: Slots
  readonly said: Dialogue['said']
  readonly attendedAt: Iso | null
}

/** What the undo log keeps of a word: how things stood before, and what is said when it is undone. */
export type Remembered = Before & {
  /** The contact's name as it was said then. */
  readonly name: string
  readonly stageAfter: Stage | null
  /** Local day of the check-in that the word started, if any. */
  readonly checkIn: number | null
  /** Every timer that waited for the contact; `ended`: the ids of those that the word ended or moved. */
  readonly waiting: readonly Waiting[]
  readonly ended: readonly string[]
}

/** A timer as it was set. */
export type Waiting = Omit<Extract<Effect, { kind: 'set_timer' }>, 'kind'>

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
      /** Until when the line had better send nothing that nobody asked for. */
      readonly lockedUntil: Iso | null
    }
  | { readonly kind: 'owner'; readonly by: Actor & { kind: 'staff' }; readonly action: OwnerAction }
  /** A customer gave us their contact. */
  | {
      readonly kind: 'introduced'
      readonly by: ContactId
      readonly name: string
      readonly code: string
    }
  /** Somebody whom this contact sent became a lead or bought; `earned`: a reward is owed for it now. */
  | {
      readonly kind: 'friend'
      readonly referral: number
      readonly name: string | null
      readonly became: 'lead' | 'customer'
      readonly earned: boolean
    }
  /** The model takes its time over this question. */
  | { readonly kind: 'llm_slow'; readonly question: string }
  | { readonly kind: 'llm_answered'; readonly question: string; readonly answer: LlmAnswer }
  /** What a model made of the talk, for whoever got the card. */
  | {
      readonly kind: 'summarised'
      readonly question: QuestionOf<'summarise'>
      readonly answer: LlmAnswer
    }
