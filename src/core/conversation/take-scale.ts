import { isInOwnMoney } from '../business/quote.js'
import { wordList } from '../business/word-list.js'
import { totalOf } from '../funnel/facts-of-case.js'
import type { Budget, Option } from '../types.js'
import { fold } from '../understanding/normalise.js'
import { type Draft, patchDialogue, speak } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot } from './note-slot.js'
import type { PendingScale } from './types.js'
import { moneyText } from './variables.js'

const THOUSAND = 1000
const MILLION = 1_000_000

/** The two answers, in the order they are shown. */
export const SCALES: readonly Option[] = [
  { id: 'less', label: '' },
  { id: 'more', label: '' },
]

/**
 * Whether a bare figure, asked for as a budget, can only be counted in thousands or millions and nothing
 * tells which: then it is no fact yet, and they are asked. Where one of them is out of the question the
 * other is taken. True when nothing more is to be done with it.
 */
export function doubtScale(draft: Draft, heard: Heard, budget: Budget, said: string): boolean {
  const { asked } = heard
  if (!isBare(draft, heard, budget)) return false
  const scales = scalesFor(draft, mostOf(budget))
  const [less, more] = scales
  if (less === undefined) return false
  if (more === undefined) {
    const { currency } = draft.context.business
    noteSlot(
      draft,
      heard,
      'budget',
      { ...times(budget, less), currency },
      { said, confidence: 0.7 },
    )
    return true
  }
  // Nobody asks any more: whoever was called reads it as they wrote it.
  if (asked === null) return true
  const before = draft.from.dialogue.pending
  // The same figure again tells no more than before: an example helps where a question did not.
  if (before?.kind === 'scale' && mostOf(before.budget) === mostOf(budget)) return true
  const ask = { ...asked.pending, options: [] }
  patchDialogue(draft, { pending: { kind: 'scale', ask, budget, scales: [less, more] } })
  return true
}

/** Takes a message as the answer to "¿Son $50.000 o $50.000.000?". True when it was one of the two. */
export function pickScale(draft: Draft, heard: Heard): boolean {
  const { pending } = draft.dialogue
  if (pending?.kind !== 'scale') return false
  // Whatever it was, the question it was about is what stays open.
  patchDialogue(draft, { pending: pending.ask })
  if (heard.asked === null || isOtherFigure(draft, heard)) return false
  const picked = optionsOf(draft, pending)
  const id = draft.context.choose(heard.text, picked)
  const option = picked.find((one) => one.id === id)
  if (option === undefined) return false
  const { currency } = draft.context.business
  const value = { ...times(pending.budget, option.scale), currency }
  noteSlot(draft, heard, 'budget', value, { said: option.label, confidence: 1 })
  return true
}

/** Whether this step came upon a figure of two scales. */
export function doubtsScale({ dialogue, from }: Draft): boolean {
  return dialogue.pending?.kind === 'scale' && dialogue.pending !== from.dialogue.pending
}

/** Asks which of the two it is, below whatever else was answered. */
export function askScale(draft: Draft): void {
  const { pending } = draft.dialogue
  if (pending?.kind !== 'scale') return
  const options = optionsOf(draft, pending)
  const [menos, más] = options.map(({ label }) => label)
  draft.options = options.map(({ id, label }) => ({ id, label }))
  if (menos !== undefined && más !== undefined) speak(draft, 'chat.scale.ask', { menos, más })
}

/** "no, 80 millones" is another figure, and "millones" alone only says which. */
function isOtherFigure({ context }: Draft, { reading: { budget } }: Heard): boolean {
  if (budget === null || budget.value.none) return false
  const said = fold(budget.said)
  const names = ['chat.scale.less_words', 'chat.scale.more_words'].some((key) =>
    wordList(context.messages, key).includes(said),
  )
  return !names && (budget.value.currency !== null || mostOf(budget.value) >= THOUSAND)
}

/** The order has no total to compare with, and neither a currency nor a thousand was said. */
function isBare(draft: Draft, { asked }: Heard, budget: Budget): boolean {
  const most = mostOf(budget)
  const answers = asked === null || asked.step.slots.includes('budget')
  return (
    answers &&
    budget.currency === null &&
    most > 0 &&
    most < THOUSAND &&
    totalOf(draft, draft.context) === null
  )
}

/** What a figure may be multiplied by to be money here; nothing where it is as it stands. */
function scalesFor({ context: { business } }: Draft, figure: number): readonly number[] {
  const prices = business.products.flatMap((product) =>
    isInOwnMoney(business, product) ? [product.price] : [],
  )
  if (prices.length === 0) return COUNTED_IN_THOUSANDS.includes(business.currency) ? BOTH : []
  const [cheapest, dearest] = [Math.min(...prices), Math.max(...prices)]
  // Where things cost hundreds, hundreds are meant; and a third of the cheapest is a real offer.
  if (cheapest < THOUSAND || figure * 3 >= cheapest) return []
  return BOTH.filter((scale) => {
    const amount = figure * scale
    return amount * NEAR >= cheapest && amount <= dearest * MOST_PIECES
  })
}

const BOTH = [THOUSAND, MILLION] as const
/** Someone may have a tenth of what the cheapest thing costs in mind. */
const NEAR = 10
/** Nobody means to buy more pieces of the dearest thing than that. */
const MOST_PIECES = 2000
/** Where a coffee costs thousands, nobody says the thousand. */
const COUNTED_IN_THOUSANDS: readonly string[] = ['ARS', 'CLP', 'COP', 'CRC', 'PYG']

function mostOf({ min, max }: Budget): number {
  return max ?? min ?? 0
}

function times(budget: Budget, scale: number): Budget {
  const { min, max } = budget
  return {
    ...budget,
    min: min === null ? null : min * scale,
    max: max === null ? null : max * scale,
  }
}

function optionsOf(draft: Draft, { budget, scales: [less, more] }: PendingScale) {
  const most = mostOf(budget)
  const { messages } = draft.context
  return [
    {
      id: 'less',
      scale: less,
      label: moneyText(draft, most * less),
      words: wordList(messages, 'chat.scale.less_words'),
    },
    {
      id: 'more',
      scale: more,
      label: moneyText(draft, most * more),
      words: wordList(messages, 'chat.scale.more_words'),
    },
  ]
}
