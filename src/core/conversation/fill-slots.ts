import { wordList } from '../business/word-list.js'
import type { AskStep } from '../flow/types.js'
import { deadlineDay } from '../funnel/deadline.js'
import { totalOf } from '../funnel/facts-of-case.js'
import { civil, localTime } from '../schedule/local-time.js'
import type { Budget, SlotValue, Urgency } from '../types.js'
import { fold } from '../understanding/normalise.js'
import type { Found } from '../understanding/types.js'
import { caseOf, type Draft, patchInquiry } from './draft.js'
import type { Asked, Heard } from './heard.js'
import { declineSlot, noteSlot, slotOf } from './note-slot.js'
import { takeOrder } from './take-order.js'

/**
 * Takes every fact that stands in what they wrote, whatever was asked: none of them is asked again.
 * What came is in `draft.fresh` and `draft.changed`.
 */
export function fillSlots(draft: Draft, heard: Heard): void {
  takePerson(draft, heard)
  const outcome = draft.inquiry?.outcome?.kind
  if (draft.inquiry === null) return
  // What was sold or lost stays as it was; only a check-in is still answered.
  if (outcome === 'won' || outcome === 'lost') {
    if (heard.asked !== null) takeAnswer(draft, heard, heard.asked)
    return
  }
  takeRequests(draft, heard)
  takeOrder(draft, heard)
  takeUrgency(draft, heard)
  takeBudget(draft, heard)
  takeAuthority(draft, heard)
  if (heard.asked !== null) takeAnswer(draft, heard, heard.asked)
}

function takePerson(draft: Draft, heard: Heard): void {
  const { name, organization, place, email, phone } = heard.reading
  for (const [slot, found] of Object.entries({ name, organization, place, email, phone })) {
    if (found !== null) noteSlot(draft, heard, slot, found.value, found)
  }
}

/** A price, a meeting or a person asked for counts from now on, also on the day they qualify. */
function takeRequests(draft: Draft, { reading }: Heard): void {
  if (draft.inquiry === null) return
  const { asked } = draft.inquiry
  const price = asked.price || reading.intents.includes('price')
  const meeting = asked.meeting || reading.intents.includes('meeting')
  const person = asked.person || reading.intents.includes('handoff')
  if (price !== asked.price || meeting !== asked.meeting || person !== asked.person) {
    patchInquiry(draft, { asked: { price, meeting, person } })
  }
}

function takeUrgency(draft: Draft, heard: Heard): void {
  const { urgency, cues } = heard.reading
  if (urgency === null) return
  // "ya no", "luego te digo", "no sé": words of time that tell no time.
  const evades = ['cancels', 'later', 'unsure', 'declines', 'waits'] as const
  if (urgency.value.days === null && evades.some((cue) => cues.includes(cue))) return
  // A lone "no" is not "no hurry" unless the date was asked.
  const asked = heard.asked?.step.slots.includes('urgency') === true
  const corrects = heard.reading.intents.includes('correction')
  if (urgency.value.bucket === 'none' && (corrects || (!asked && urgency.said.length <= 3))) return
  const value = inMonthOf(draft, urgency)
  noteSlot(draft, heard, 'urgency', value, urgency)
}

/** "mejor para el 30" moves a date within its month. */
function inMonthOf(draft: Draft, { value, said }: Found<Urgency>): Urgency {
  const { timeZone } = draft.context.business
  const before = deadlineDay(slotOf(draft, 'urgency'), timeZone)
  const date = /^\D*(\d{1,2})\D*$/.exec(said)?.[1]
  const named = !namesMonth(draft, said)
  if (before === null || date === undefined || !named) return value
  const today = localTime(draft.context.now, timeZone).day
  const ahead = before - civil(before).date + Number(date) - today
  if (ahead < 0 || value.days === null) return value
  return { bucket: bucketOfDays(ahead), days: [ahead, ahead] }
}

function namesMonth({ context }: Draft, said: string): boolean {
  const words = fold(said).split(/[^a-z]+/)
  const named = [
    ...wordList(context.messages, 'time.months'),
    ...wordList(context.messages, 'time.words.lead'),
  ]
  return named.some((word) => words.includes(word))
}

/** As `UTTERANCES` cuts them: two days, two weeks, two months, four months. */
function bucketOfDays(days: number): Urgency['bucket'] {
  if (days <= 2) return 'now'
  if (days <= 13) return 'week'
  if (days <= 59) return 'month'
  return days <= 125 ? 'quarter' : 'later'
}

function takeAuthority(draft: Draft, heard: Heard): void {
  const { authority } = heard.reading
  if (authority !== null) noteSlot(draft, heard, 'authority', authority.value, authority)
}

function takeBudget(draft: Draft, heard: Heard): void {
  const { yes } = heard.reading
  const figure = heard.asked?.pending.figure ?? null
  const budget = heard.reading.budget ?? besideTotal(draft, heard)
  if (budget !== null && !budget.value.none) {
    const value = toScale(draft, budget.value)
    const currency = value.currency ?? draft.context.business.currency
    if (!isOrdinal(heard) && isPlausible(draft, value))
      noteSlot(draft, heard, 'budget', { ...value, currency }, budget)
    return
  }
  if (figure === null || yes === null) {
    if (budget !== null && heard.asked?.step.slots.includes('budget'))
      declineSlot(draft, heard, 'budget')
    return
  }
  if (yes.value === true) {
    const { currency } = draft.context.business
    noteSlot(draft, heard, 'budget', { min: figure, max: figure, currency, none: false }, yes)
  }
  if (yes.value === null) {
    noteSlot(draft, heard, 'budget', { min: null, max: null, currency: null, none: true }, yes)
  }
}

/** "la 2", "1.": picks something, and is never money. */
function isOrdinal({ folded }: Heard): boolean {
  return /^(?:la |el |opcion )?\d[.)]?$/.test(folded)
}

/** "15 camisas, hasta 900": beside what the order costs, a limit without a currency is money. */
function besideTotal(draft: Draft, heard: Heard): Found<Budget> | null {
  const { context } = draft
  const total = totalOf(caseOf(draft), context)
  if (total === null || slotOf(draft, 'budget') !== undefined || heard.asked !== null) return null
  const { country, timeZone } = context.business
  const today = localTime(context.now, timeZone).day
  const { budget } = context.read(heard.text, { question: 'budget', country, today, figure: total })
  const limits = budget !== null && !budget.value.none && budget.value.min === null
  return limits && (budget.value.max ?? 0) * 50 > total ? budget : null
}

/** Nobody who wants something for a million means to spend a thousand: that was no answer. */
function isPlausible(draft: Draft, { min, max, currency }: Budget): boolean {
  const total = totalOf(caseOf(draft), draft.context)
  return total === null || currency !== null || (max ?? min ?? 0) * 100 >= total
}

/** Beside an order that costs hundreds of thousands, "750" is 750 thousand. */
function toScale(draft: Draft, budget: Budget): Budget {
  const total = totalOf(caseOf(draft), draft.context)
  const most = budget.max ?? budget.min ?? 0
  if (total === null || budget.currency !== null || most >= 1000 || most * 100 >= total)
    return budget
  const scale = (amount: number | null): number | null => (amount === null ? null : amount * 1000)
  return { ...budget, min: scale(budget.min), max: scale(budget.max) }
}

/** What only the pending question makes sense of: a choice, a yes or no, "no sé". */
function takeAnswer(draft: Draft, heard: Heard, asked: Asked): void {
  const missing = asked.step.slots.filter((name) => slotOf(draft, name) === undefined)
  if (missing.length === 0) return
  if (asked.step.options.length > 0 && takeChoice(draft, heard, asked, missing)) return
  if (tookSomething(draft, missing)) return
  if (takeYesNo(draft, heard, asked, missing)) return
  const { cues } = heard.reading
  if (cues.includes('unsure') || cues.includes('declines')) {
    // What they want cannot be left out: a hint helps more than going on without it.
    const skips = missing.includes('need') ? [] : missing
    for (const name of skips) declineSlot(draft, heard, name)
  }
}

function tookSomething(draft: Draft, names: readonly string[]): boolean {
  return names.some((name) => draft.fresh.has(name) || draft.changed.has(name))
}

function takeChoice(draft: Draft, heard: Heard, asked: Asked, missing: readonly string[]): boolean {
  const { step, pending } = asked
  const treatment = draft.context.business.treatment
  const options = step.options.map(({ id, label, words }) => ({
    id,
    label: label[treatment],
    words,
  }))
  const shown = pending.options.length > 0
  const id = shown ? draft.context.choose(heard.text, options) : choiceInWords(draft, heard, step)
  const chosen = step.options.find((option) => option.id === id)
  const [slot] = missing
  if (chosen === undefined || slot === undefined) return false
  if (chosen.value === null) for (const name of missing) declineSlot(draft, heard, name)
  else
    noteSlot(draft, heard, slot, optionValue(draft, slot, chosen.value), {
      said: heard.text,
      confidence: 1,
    })
  return true
}

/**
 * An option nobody was shown is chosen by its words alone, never by a number. With a "but" after it
 * no good word counts: whatever they go on to say is what matters.
 */
function choiceInWords(draft: Draft, { folded, reading }: Heard, step: AskStep): string | null {
  if (step.anythingElse === null) return null
  const words = ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const has = (phrase: string): boolean => words.includes(` ${fold(phrase)} `)
  if (wordList(draft.context.messages, 'order.but').some(has)) return step.anythingElse
  const found = step.options
    .flatMap(({ id, words: phrases }) => phrases.filter(has).map((phrase) => ({ id, phrase })))
    .sort((a, b) => b.phrase.length - a.phrase.length)
  const best = found[0]
  // A lone "sí" does not outweigh a complaint; an option named in full does.
  const sure = best?.phrase.includes(' ') === true || !reading.intents.includes('complaint')
  return best !== undefined && sure ? best.id : step.anythingElse
}

/** Options are written as plain values; a date's is its bucket, a budget's a range ("-1000000"). */
function optionValue(draft: Draft, slot: string, value: string | number): SlotValue {
  if (slot === 'urgency') return { bucket: bucketOf(String(value)), days: null }
  const range = /^(\d*)-(\d*)$/.exec(String(value))
  if (slot !== 'budget' || range === null) return value
  const [min, max] = range.slice(1).map((end) => (end === '' ? null : Number(end)))
  return {
    min: min ?? null,
    max: max ?? null,
    currency: draft.context.business.currency,
    none: false,
  }
}

function bucketOf(word: string) {
  const buckets = ['now', 'week', 'month', 'quarter', 'later', 'none'] as const
  return buckets.find((bucket) => bucket === word) ?? 'later'
}

function takeYesNo(draft: Draft, heard: Heard, asked: Asked, missing: readonly string[]): boolean {
  const [slot] = missing
  const flow = draft.context.flow(asked.pending.flow, null)
  const { yes } = heard.reading
  if (slot === undefined || flow.slots[slot] !== 'yes_no' || yes === null) return false
  if (yes.value === null) declineSlot(draft, heard, slot)
  else noteSlot(draft, heard, slot, yes.value, yes)
  return true
}
