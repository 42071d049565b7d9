import { isInOwnMoney } from '../business/quote.js'
import { totalOf } from '../funnel/facts-of-case.js'
import type { Budget } from '../types.js'
import type { Found } from '../understanding/types.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'
import { declineSlot, noteSlot, slotOf } from './note-slot.js'
import { yesByPaying } from './pays.js'
import { forAll } from './per-piece.js'
import { readAs } from './read-as.js'
import { doubtScale, pickScale } from './take-scale.js'

export function takeBudget(draft: Draft, heard: Heard): void {
  if (pickScale(draft, heard)) return
  const figure = heard.asked?.pending.figure ?? agreedTo(draft, heard)
  const yes = heard.reading.yes ?? (figure === null ? null : yesByPaying(draft, heard))
  const read = heard.reading.budget ?? besideTotal(draft, heard) ?? afterNo(draft, heard)
  const budget = read === null ? null : forAll(draft, heard, read)
  if (budget === null && read !== null) return
  if (budget !== null && !budget.value.none) {
    if (isOrdinal(heard) || asksPriceOf(heard)) return
    const value = toScale(draft, budget.value)
    const currency = value.currency ?? draft.context.business.currency
    if (isPlausible(draft, value) && !doubtScale(draft, heard, value, budget.said))
      noteSlot(draft, heard, 'budget', { ...value, currency }, budget)
    return
  }
  // "¿puedo pasar a verlas?" asks to come by, and not to be spared the question.
  if (heard.reading.intents.includes('meeting')) return
  if (figure === null || yes === null) {
    if (budget !== null && heard.asked?.step.slots.includes('budget'))
      declineSlot(draft, heard, 'budget')
    return
  }
  if (yes.value === true) {
    const { currency } = draft.context.business
    noteSlot(draft, heard, 'budget', { min: figure, max: figure, currency, none: false }, yes)
  }
  if (yes.value === null && heard.reading.cues.includes('unsure')) {
    declineSlot(draft, heard, 'budget')
  } else if (yes.value === null) {
    noteSlot(draft, heard, 'budget', { min: null, max: null, currency: null, none: true }, yes)
  }
}

/** "sí", to how much they mean to spend, where the total was said before: that much. */
function agreedTo(draft: Draft, { asked, reading }: Heard): number | null {
  const agrees = reading.yes?.value === true && asked?.step.slots.includes('budget') === true
  return agrees ? totalOf(draft, draft.context) : null
}

/** "no, 600", right after they said 500: the money was wrong, and not the count. */
function afterNo(draft: Draft, heard: Heard): Found<Budget> | null {
  const { context } = draft
  if (!correctsMoney(draft, heard)) return null
  return readAs(context, heard.text, 'budget', totalOf(draft, context)).budget
}

/** Whether what they take back is the budget, as what they said last of all. */
export function correctsMoney(draft: Draft, { reading, asked }: Heard): boolean {
  const takesBack = reading.yes?.value === false || reading.intents.includes('correction')
  const [budget, quantity] = [slotOf(draft, 'budget'), slotOf(draft, 'quantity')]
  if (!takesBack || asked !== null || budget?.status !== 'known') return false
  const counts = reading.quantities.some(({ value }) => value.unit !== null)
  const later = budget.at >= (quantity?.at ?? '') && budget.message !== quantity?.message
  return !counts && later
}

/** "la 2", "1.": picks something, and is never money. */
function isOrdinal({ folded }: Heard): boolean {
  return /^(?:la |el |opcion )?\d[.)]?$/.test(folded)
}

/** "¿cuánto sería con 30?" asks for a price and offers none. */
function asksPriceOf({ reading }: Heard): boolean {
  const asks = reading.cues.includes('asks') && reading.intents.includes('price')
  const { min, max, currency } = reading.budget?.value ?? { min: 0, max: 0, currency: null }
  return asks && currency === null && (max ?? min ?? 0) < 1000
}

/** "15 camisas, hasta 900": beside what the order costs, a limit without a currency is money. */
function besideTotal(draft: Draft, heard: Heard): Found<Budget> | null {
  const { context } = draft
  const total = totalOf(draft, context)
  if (total === null || slotOf(draft, 'budget') !== undefined || heard.asked !== null) return null
  const { budget } = readAs(context, heard.text, 'budget', total)
  const limits = budget !== null && !budget.value.none && budget.value.min === null
  return limits && (budget.value.max ?? 0) * 50 > total ? budget : null
}

/**
 * Nobody who wants something for a million means to spend a thousand on it: that was no answer. Nor
 * is it what one piece should cost, "déjemelos en 25".
 */
function isPlausible(draft: Draft, { min, max, currency }: Budget): boolean {
  const total = totalOf(draft, draft.context)
  if (total === null || currency !== null) return true
  const most = max ?? min ?? 0
  return most * 100 >= total && !(isPieceLike(draft, most) && most * PIECES < total)
}

/** From so many pieces on, what they say for one of them cannot be meant for all. */
const PIECES = 12

function isPieceLike({ context, inquiry }: Draft, amount: number): boolean {
  const { business } = context
  const ordered = inquiry?.items.map(({ product }) => product) ?? []
  return business.products.some(
    (product) =>
      ordered.includes(product.id) &&
      isInOwnMoney(business, product) &&
      amount <= product.price * 1.5,
  )
}

/** Beside an order that costs hundreds of thousands, "750" is 750 thousand. */
function toScale(draft: Draft, budget: Budget): Budget {
  const total = totalOf(draft, draft.context)
  const most = budget.max ?? budget.min ?? 0
  if (total === null || budget.currency !== null || most >= 1000 || most * 100 >= total)
    return budget
  const scale = (amount: number | null): number | null => (amount === null ? null : amount * 1000)
  return { ...budget, min: scale(budget.min), max: scale(budget.max) }
}
