import { wordList } from '../business/word-list.js'
import type { AskStep } from '../flow/types.js'
import { readChoice } from '../understanding/choice.js'
import { fold } from '../understanding/normalise.js'
import type { SlotValue } from '../types.js'
import { type Draft, patchInquiry } from './draft.js'
import type { Asked, Heard } from './heard.js'
import { declineSlot, noteSlot, slotOf } from './note-slot.js'
import { takeOrder } from './take-order.js'

/**
 * Takes every fact that stands in what they wrote, whatever was asked: none of them is asked again.
 * What came is in `draft.fresh` and `draft.changed`.
 */
export function fillSlots(draft: Draft, heard: Heard): void {
  takePerson(draft, heard)
  if (draft.inquiry === null) return
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
  const { urgency } = heard.reading
  if (urgency !== null) noteSlot(draft, heard, 'urgency', urgency.value, urgency)
}

function takeAuthority(draft: Draft, heard: Heard): void {
  const { authority } = heard.reading
  if (authority !== null) noteSlot(draft, heard, 'authority', authority.value, authority)
}

function takeBudget(draft: Draft, heard: Heard): void {
  const { budget, yes } = heard.reading
  const figure = heard.asked?.pending.figure ?? null
  if (budget !== null && !budget.value.none) return noteSlot(draft, heard, 'budget', budget.value, budget)
  if (figure === null || yes === null) {
    if (budget !== null && heard.asked?.step.slots.includes('budget')) declineSlot(draft, heard, 'budget')
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

/** What only the pending question makes sense of: a choice, a yes or no, "no sé". */
function takeAnswer(draft: Draft, heard: Heard, asked: Asked): void {
  const missing = asked.step.slots.filter((name) => slotOf(draft, name) === undefined)
  if (missing.length === 0) return
  if (asked.step.options.length > 0 && takeChoice(draft, heard, asked, missing)) return
  if (tookSomething(draft, missing)) return
  if (takeYesNo(draft, heard, asked, missing)) return
  const { cues } = heard.reading
  if (cues.includes('unsure') || cues.includes('declines')) {
    for (const name of missing) declineSlot(draft, heard, name)
  }
}

function tookSomething(draft: Draft, names: readonly string[]): boolean {
  return names.some((name) => draft.fresh.has(name) || draft.changed.has(name))
}

function takeChoice(draft: Draft, heard: Heard, asked: Asked, missing: readonly string[]): boolean {
  const { step, pending } = asked
  const treatment = draft.context.business.treatment
  const options = step.options.map(({ id, label, words }) => ({ id, label: label[treatment], words }))
  const shown = pending.options.length > 0
  const id = shown ? readChoice(heard.text, options) : choiceInWords(draft, heard, step)
  const chosen = step.options.find((option) => option.id === id)
  const [slot] = missing
  if (chosen === undefined || slot === undefined) return false
  if (chosen.value === null) for (const name of missing) declineSlot(draft, heard, name)
  else noteSlot(draft, heard, slot, optionValue(draft, slot, chosen.value), { said: heard.text, confidence: 1 })
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
  const doubts = wordList(draft.context.messages, 'order.but').some(has)
  if (doubts || reading.intents.includes('complaint')) return step.anythingElse
  const found = step.options
    .flatMap(({ id, words: phrases }) => phrases.filter(has).map((phrase) => ({ id, phrase })))
    .sort((a, b) => b.phrase.length - a.phrase.length)
  return found[0]?.id ?? step.anythingElse
}

/** Options are written as plain values; a date's is its bucket, a budget's a figure. */
function optionValue(draft: Draft, slot: string, value: string | number): SlotValue {
  if (slot === 'urgency') return { bucket: bucketOf(String(value)), days: null }
  if (slot !== 'budget' || typeof value !== 'number') return value
  return { min: value, max: value, currency: draft.context.business.currency, none: false }
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
