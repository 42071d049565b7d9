import { shortDayText, urgencyText, weekdayDateText } from '../business/date-text.js'
import { money } from '../business/money-text.js'
import { promisedText } from '../business/promise.js'
import { itemsText } from '../business/quote.js'
import { urgencyOf } from '../funnel/deadline.js'
import { orderOf } from '../funnel/order.js'
import { localTime } from '../schedule/local-time.js'
import type { Budget, Slot } from '../types.js'
import { fold } from '../understanding/normalise.js'
import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { plain, quoted } from './quoted.js'

/** What they want: the order, else their own words. */
export function needField(props: LeadCardProps): string {
  const { inquiry, business, messages } = props
  const items = orderOf({ inquiry }, business)
  if (items.length > 0) return plain(itemsText(business, items, messages))
  const [need, count] = [inquiry.slots.need, inquiry.slots.quantity]
  if (need?.status !== 'known' || count?.status !== 'known') return wordsField(need, props)
  const thing = quoted(String(need.value))
  return cardText(props, 'order.counted', { n: Number(count.value), thing })
}

/** "$1.000.000 («más o menos un millón»)". */
export function budgetField(props: LeadCardProps): string {
  const slot = props.inquiry.slots.budget
  const budget = budgetOf(slot)
  if (slot === undefined || budget === null) return wordsField(slot, props)
  return withWords(exactBudget(budget, props), slot, props)
}

/** "unos $1.000.000". */
export function shortBudgetField(props: LeadCardProps): string {
  const slot = props.inquiry.slots.budget
  const budget = budgetOf(slot)
  if (budget === null) return wordsField(slot, props)
  const amount = exactBudget(budget, props)
  return budget.min !== null && budget.min === budget.max
    ? cardText(props, 'owner.budget.about', { amount })
    : amount
}

/** "viernes 27 de marzo (17 días)", or what they said where no day is known. */
export function dateField(props: LeadCardProps): string {
  const day = singleDay(props)
  if (day === null) return rangeField(props)
  const left = day - today(props)
  const text = weekdayDateText(day, props.messages)
  if (left === 0) return cardText(props, 'owner.card.is_today', { day: text })
  return left < 0 ? text : cardText(props, 'owner.card.days_left', { n: left, day: text })
}

/** "vie 27 mar". */
export function shortDateField(props: LeadCardProps): string {
  const day = singleDay(props)
  return day === null ? rangeField(props) : shortDayText(day, props.messages)
}

/** What was promised, as it has to be said now: "hoy" of yesterday is "ayer". */
export function promiseField(
  props: Pick<LeadCardProps, 'inquiry' | 'now' | 'business' | 'messages'>,
): string | null {
  const { inquiry, now, business, messages } = props
  const { promise, promisedBy } = inquiry
  if (promise === null || promisedBy === null) return promise
  return promisedText(promisedBy, now, business, messages)
}

/** What they answered to a question that only some talks ask; null when nobody did. */
export function ownWordsField(
  name: 'challenge' | 'priority' | 'details',
  props: LeadCardProps,
): string | null {
  const slot = props.inquiry.slots[name]
  return slot?.status === 'known' ? quoted(String(slot.value)) : null
}

/** A slot as it was said, or why there is nothing to show. */
function wordsField(slot: Slot | undefined, props: LeadCardProps): string {
  if (slot === undefined) return cardText(props, 'owner.card.unsaid')
  if (slot.status === 'declined') return cardText(props, 'owner.card.declined')
  return typeof slot.value === 'string' ? quoted(slot.value) : quoted(slot.said)
}

function rangeField(props: LeadCardProps): string {
  const slot = props.inquiry.slots.urgency
  const urgency = urgencyOf(slot)
  if (slot === undefined || urgency === null) return wordsField(slot, props)
  const saidOn = localTime(slot.at, props.business.timeZone).day
  return withWords(urgencyText(urgency, saidOn, props.messages, slot.said), slot, props)
}

/** A value with the words it was read from, unless they say nothing more. */
function withWords(value: string, slot: Slot, props: LeadCardProps): string {
  const said = quoted(slot.said)
  const told = fold(said).replace(/[^a-z0-9]/g, '')
  if (told === '' || fold(value).replace(/[^a-z0-9]/g, '') === told) return value
  return cardText(props, 'owner.card.said', { value, said })
}

function exactBudget(budget: Budget, props: LeadCardProps): string {
  const { business } = props
  const text = (amount: number): string =>
    money(amount, budget.currency ?? business.currency, business.country)
  const { min, max } = budget
  if (min === null && max === null) return cardText(props, 'owner.budget.none')
  if (min === null) return cardText(props, 'owner.budget.up_to', { amount: text(max ?? 0) })
  if (max === null) return cardText(props, 'owner.budget.at_least', { amount: text(min) })
  if (min === max) return text(min)
  return cardText(props, 'owner.budget.between', { min: text(min), max: text(max) })
}

function budgetOf(slot: Slot | undefined): Budget | null {
  if (slot?.status !== 'known' || typeof slot.value !== 'object') return null
  return 'none' in slot.value ? slot.value : null
}

function singleDay(props: LeadCardProps): number | null {
  const slot = props.inquiry.slots.urgency
  const days = urgencyOf(slot)?.days
  if (slot === undefined || !days || days[0] !== days[1]) return null
  return localTime(slot.at, props.business.timeZone).day + days[0]
}

function today({ now, business }: LeadCardProps): number {
  return localTime(now, business.timeZone).day
}
