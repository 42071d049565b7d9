import type { FlowHash } from '../types.js'
import type { Action } from './action.js'

/** A text in the three treatments; a text that is the same in all of them is stored thrice. */
export type Forms = {
  readonly usted: string
  readonly tú: string
  readonly vos: string
  /** The same in other languages, where somebody wrote it. */
  readonly pt?: string | undefined
  readonly en?: string | undefined
}

/**
 * One wording. It can be used when `when` holds and every `{variable}` in it is known, so that the
 * list of wordings runs from the most precise to the most neutral.
 */
export type Wording = { readonly text: Forms; readonly when: Condition | null }
export type Wordings = readonly Wording[]

/** Figures a condition may compare. Money in the business's currency, days as whole days. */
export const MEASURES = [
  'budget', // the most they said they would spend
  'quantity', // pieces or people
  'days', // calendar days until the date they need it
  'workingDays', // working days of the business until then
  'total', // what their order costs by the facts
  'shortfall', // total minus budget when it does not reach, else 0
  'score',
  'questionsLeft',
  'purchases',
  'nps', // the mark they just gave
  'attributes', // how many the business names
] as const
export type Measure = (typeof MEASURES)[number]

/** Conditions are data: a flow file cannot run code. */
export type Condition =
  | { readonly kind: 'known'; readonly slot: string }
  | { readonly kind: 'declined'; readonly slot: string }
  | { readonly kind: 'missing'; readonly slot: string }
  | { readonly kind: 'is'; readonly slot: string; readonly values: readonly string[] }
  | {
      readonly kind: 'number'
      readonly of: Measure
      readonly atLeast: number | null
      readonly below: number | null
    }
  | { readonly kind: 'sign'; readonly name: Sign }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

/** Yes-or-no circumstances a condition may ask for by name. */
export const SIGNS = [
  'priced', // every product of the order has a price in the facts
  'belowMinimum', // wants fewer of a product than its price is for
  'notMade', // asked for something on the business's not-made list, and for nothing else
  'unknownProduct', // asked for something the facts do not know
  'qualified',
  'disqualified',
  'askedPrice',
  'askedMeeting',
  'askedPerson',
  'known', // the person bought before
  'business', // B2B
  'openTicket', // something they asked for is not settled
  'happy', // what they last answered was good
  'unhappy',
  'keyAccount',
  'frequent', // bought three times or more
  'recurring', // what they bought last has to be renewed
  'told', // the owner already has this inquiry's card
  'agreed', // they said when to write to them, and this is that day
  'appointments', // people buy an appointment
  'otherCurrency', // what they would spend is in another currency than the business's, and compares with nothing
] as const
export type Sign = (typeof SIGNS)[number]

export type StepOption = {
  readonly id: string
  readonly label: Forms
  /** Other words that choose it. */
  readonly words: readonly string[]
  /** What choosing it writes into the asked slot; null records the slot as declined. */
  readonly value: string | number | null
  readonly next: string | null
}

export type SlotType = 'text' | 'number' | 'option' | 'yes_no' | 'date' | 'email' | 'phone'

export type Where = { readonly file: string; readonly line: number }

type Base = {
  readonly id: string
  readonly where: Where
  /** What a picture of the flow calls it; null: its id in words. */
  readonly label: string | null
}

export type SayStep = Base & {
  readonly kind: 'say'
  readonly text: Wordings
  readonly next: string | null
}

export type AskStep = Base & {
  readonly kind: 'ask'
  /** Slots this one question fills; it is over when all are known or declined. */
  readonly slots: readonly string[]
  readonly text: Wordings
  /** One of the slots is enough. */
  readonly any: boolean
  /** Wordings for when only this one of `slots` is missing. */
  readonly only: { readonly [slot: string]: Wordings }
  /** First repair: an example. */
  readonly hint: Wordings
  /** Second repair: choices, or offered at once when `offer` is `always`. */
  readonly options: readonly StepOption[]
  readonly optionsText: Wordings
  readonly offer: 'always' | 'repair'
  /** What a bare yes means: the figure on the table, or nothing in particular. */
  readonly yes: 'figure' | null
  /** Where "no sé" leads; null goes on with the slot recorded as declined. */
  readonly unsure: string | null
  /** The option any other answer counts as, instead of repairs; null for none. */
  readonly anythingElse: string | null
  /** Asked only while a question is left; never counted by the check. */
  readonly spare: boolean
  readonly atLeast: number | null
  readonly atMost: number | null
  /** Said when the answer is outside `atLeast` and `atMost`. */
  readonly outside: Wordings
  readonly next: string | null
}

export type BranchStep = Base & {
  readonly kind: 'branch'
  readonly cases: readonly BranchCase[]
  readonly otherwise: string
  /** What a picture calls the way on when nothing holds; null: words of ours. */
  readonly otherwiseLabel: string | null
}

export type BranchCase = {
  readonly when: Condition
  readonly next: string
  /** What a picture calls this way; null: its condition in words. */
  readonly label: string | null
}

export type DoStep = Base & {
  readonly kind: 'do'
  readonly action: Action
  readonly next: string | null
}

export type EndStep = Base & { readonly kind: 'end'; readonly as: 'done' | 'handed' | 'rest' }

export type Step = SayStep | AskStep | BranchStep | DoStep | EndStep

/** Said about what was just understood, in order; at most two are used in a bubble. */
export type Echo = {
  /** Slots it speaks of: one that no earlier echo took must have been understood just now. */
  readonly of: readonly string[]
  /** All of them must have been understood just now, not only one. */
  readonly every: boolean
  /** Said besides the echoes before it, whatever they took. */
  readonly also: boolean
  /** `new` the first time, `changed` when it corrects an earlier value. */
  readonly on: 'new' | 'changed'
  readonly text: Wordings
}

export type ScoreLine = {
  readonly id: string
  readonly points: number
  readonly when: Condition
  /** Why, for the owner. Variables allowed. */
  readonly reason: string
  /** The slot whose words prove it, if any. */
  readonly slot: string | null
}

export type Scorecard = { readonly threshold: number; readonly lines: readonly ScoreLine[] }

/** What must hold to be `qualified`, besides the threshold. */
export type Qualification = { readonly needs: Condition }

export type Disqualifier = {
  readonly id: string
  readonly when: Condition
  readonly reason: string
  /** The step that says no and leaves something useful. */
  readonly step: string
}

export type Flow = {
  readonly id: string
  readonly title: string
  readonly hash: FlowHash
  /** `talk` answers people; `sequence` is woken by timers and says things unasked. */
  readonly mode: 'talk' | 'sequence'
  readonly start: string
  readonly steps: { readonly [id: string]: Step }
  /** Ids in the order of the file. */
  readonly order: readonly string[]
  readonly slots: { readonly [name: string]: SlotType }
  /** Beginnings of words by which a slot in free text is told without being asked for. */
  readonly slotWords: { readonly [name: string]: readonly string[] }
  /** Most questions one person is asked, re-asks not counted. */
  readonly questions: number
  readonly echoes: readonly Echo[]
  readonly scorecard: Scorecard | null
  readonly qualification: Qualification | null
  readonly disqualifiers: readonly Disqualifier[]
  /** Sequence started each time the bot waits for an answer. */
  readonly onSilence: string | null
  readonly onSale: string | null
  /** Says nothing to somebody who waits for something to be settled. */
  readonly afterTickets: boolean
}
