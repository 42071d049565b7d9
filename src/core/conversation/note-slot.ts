import { dayText } from '../business/date-text.js'
import { localTime } from '../schedule/local-time.js'
import { PERSON_SLOTS, type Slot, type SlotValue } from '../types.js'
import { budgetText } from './budget-text.js'
import { type Draft, label, patchContact, patchInquiry, tell } from './draft.js'
import type { Heard } from './heard.js'

type Said = { readonly said: string; readonly confidence: number }

/**
 * Takes a fact: into the person's slots or the inquiry's, with the words that prove it. Saying the
 * same again changes nothing; another value replaces the old one, which stays in the history.
 */
export function noteSlot(
  draft: Draft,
  heard: Heard,
  name: string,
  value: SlotValue,
  { said, confidence }: Said,
  /** The owner is told otherwise, or not at all. */
  silent = false,
): void {
  const before = slotOf(draft, name)
  if (before?.status === 'known' && sameValue(before.value, value)) return
  const at = draft.context.now
  const slot: Slot = { status: 'known', value, said, confidence, message: heard.evidence, at }
  const corrects = before?.status === 'known' && !isEmpty(before.value)
  ;(corrects ? draft.changed : draft.fresh).add(name)
  keepSlot(draft, name, slot)
  if (corrects && !silent && draft.inquiry?.told === true) tellCorrection(draft, name, before, slot)
}

/** Records that they would rather not say, or do not know: it is not asked again. */
export function declineSlot(draft: Draft, heard: Heard, name: string): void {
  if (slotOf(draft, name) !== undefined) return
  const at = draft.context.now
  keepSlot(draft, name, {
    status: 'declined',
    said: heard.text.slice(0, 200),
    message: heard.evidence,
    at,
  })
}

export function slotOf({ contact, inquiry }: Draft, name: string): Slot | undefined {
  return contact.slots[name] ?? inquiry?.slots[name]
}

/** Puts a slot where it belongs, with the person or with what they want, and into the history. */
export function keepSlot(draft: Draft, name: string, slot: Slot): void {
  const ofPerson = PERSON_SLOTS.includes(name)
  if (ofPerson) patchContact(draft, { slots: { ...draft.contact.slots, [name]: slot } })
  else patchInquiry(draft, { slots: { ...draft.inquiry?.slots, [name]: slot } })
  const inquiry = ofPerson ? null : (draft.inquiry?.id ?? null)
  draft.effects.push({ kind: 'slot', inquiry, name, slot })
}

function sameValue(a: SlotValue, b: SlotValue): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** A budget without a figure is no fact that a figure could correct. */
function isEmpty(value: SlotValue): boolean {
  return typeof value === 'object' && 'none' in value && value.none
}

function tellCorrection(draft: Draft, slot: string, before: Slot, after: Slot): void {
  const [from, to] = [slotWords(draft, before), slotWords(draft, after)]
  if (from !== null && to !== null) tell(draft, { kind: 'corrected', slot, from, to })
}

const AUTHORITY: { readonly [value: string]: string } = {
  self: 'chat.authority.self',
  shared: 'chat.authority.shared',
  other: 'chat.authority.other',
  unknown: 'chat.authority.unknown',
}

/** A slot as the owner reads it: money as money, dates as dates. */
function slotWords(draft: Draft, slot: Slot): string | null {
  if (slot.status !== 'known') return null
  const { plain: context } = draft
  const { value } = slot
  const authority = typeof value === 'string' ? AUTHORITY[value] : undefined
  if (authority !== undefined) return label(draft, authority)
  if (typeof value !== 'object') return String(value)
  if ('none' in value) return budgetText(slot, context) ?? slot.said
  const zone = context.business.timeZone
  const days = value.days
  if (days === null || days[0] !== days[1]) return slot.said
  const [said, now] = [localTime(slot.at, zone).day, localTime(context.now, zone).day]
  return dayText(said + days[0], now, context.messages)
}
