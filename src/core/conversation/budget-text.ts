import { money } from '../business/money-text.js'
import { wordList } from '../business/word-list.js'
import { message } from '../messages.js'
import type { Slot } from '../types.js'
import { fold } from '../understanding/normalise.js'
import type { Context } from './types.js'

/** "$900.000", "unos $900.000" when they said it so, "hasta $900.000", "entre $300.000 y $400.000"; null without a figure. */
export function budgetText(slot: Slot | undefined, { business, messages }: Context): string | null {
  if (slot?.status !== 'known' || typeof slot.value !== 'object') return null
  const budget = slot.value
  if (!('none' in budget) || budget.none) return null
  const { min, max } = budget
  const currency = budget.currency ?? business.currency
  const text = (amount: number): string => money(amount, currency, business.country)
  if (min !== null && max !== null && min !== max) {
    return message(messages, 'chat.budget.between', { desde: text(min), hasta: text(max) })
  }
  if (min === null && max !== null)
    return message(messages, 'chat.budget.upto', { monto: text(max) })
  if (max === null && min !== null)
    return message(messages, 'chat.budget.from', { monto: text(min) })
  if (min === null) return null
  const hedged = wordList(messages, 'order.hedges').some((word) => fold(slot.said).includes(word))
  return hedged ? message(messages, 'chat.budget.about', { monto: text(min) }) : text(min)
}
