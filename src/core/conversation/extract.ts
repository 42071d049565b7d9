import { strung } from '../business/quote.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso, SlotValue } from '../types.js'
import { type Draft, inSpanish, label, patchDialogue, patchInquiry, phrase } from './draft.js'
import { type Asked, askedOf, createHeard, type Heard } from './heard.js'
import type { FoundSlot } from './llm.js'
import { meantBy } from './meant-by.js'
import { missingOf } from './missing-of.js'
import { noteSlot, slotOf } from './note-slot.js'
import type { PendingConfirm, Proposal } from './pending.js'
import { repair } from './repair.js'
import type { Item } from './types.js'
import { variableOf } from './variables.js'

/** What a model may be asked for; whatever else a flow wants to know is taken as it is written. */
const READABLE = ['need', 'quantity', 'urgency', 'budget', 'authority'] as const
/** A shorter answer holds nothing that the reader would not have seen. */
const FEWEST_WORDS = 6
/** Whoever said it to a model, and then said yes, told it less clearly than whoever wrote it out. */
const CONFIDENCE = 0.5

/**
 * The slots that a model may look for in an answer of which nothing could be read; none where the
 * answer is too short, the talk is not in Spanish, or the question is of a kind only the flow knows.
 */
export function wantedOf(draft: Draft, heard: Heard, asked: Asked): readonly string[] {
  const { context, dialogue } = draft
  if (context.model === 'off' || dialogue.language !== 'es') return []
  if (heard.words.filter((word) => word !== '').length < FEWEST_WORDS) return []
  const isReadable = (name: string): boolean => READABLE.some((each) => each === name)
  if (!missingOf(draft, asked.step).some(isReadable)) return []
  return READABLE.filter((name) => slotOf(draft, name) === undefined)
}

/**
 * What a model found, as far as our own reader reads the same in it, is put to the person: nothing of
 * it counts before they said yes. Where nothing is left the answer was not understood.
 */
export function proposeFound(
  draft: Draft,
  { text, wanted }: { readonly text: string; readonly wanted: readonly string[] },
  found: readonly FoundSlot[],
): void {
  const asked = askedOf(draft, draft.context)
  if (asked === null) return
  const known = (name: string): boolean => slotOf(draft, name) !== undefined
  const proposals = wanted
    .filter((slot) => !known(slot))
    .flatMap((slot) =>
      meantBy(
        draft,
        asked,
        text,
        found.filter((each) => each.slot === slot),
      ),
    )
  const question = proposals.length === 0 ? null : questionText(draft, proposals)
  if (question === null) return repair(draft, asked)
  draft.sentences.push(question)
  const ask = { ...asked.pending, options: [] }
  patchDialogue(draft, { pending: { kind: 'confirm', ask, proposals, at: draft.context.now } })
}

/**
 * Their answer to what was proposed: a yes takes it, a no is answered with an example, and anything
 * else answers the question that was open before. Null when nothing is left to hear.
 */
export function heedConfirm(draft: Draft, heard: Heard): Heard | null {
  const { pending } = draft.dialogue
  if (pending?.kind !== 'confirm') return heard
  patchDialogue(draft, { pending: pending.ask })
  const { yes, budget, urgency, quantities } = heard.reading
  const plain = budget === null && urgency === null && quantities.length === 0
  if (!plain || yes === null || heard.mentions.products.length > 0) return heard
  if (yes.value === true) {
    take(draft, heard, sinceThen(draft, pending))
    return { ...heard, asked: null, reading: { ...heard.reading, yes: null } }
  }
  const asked = askedOf(draft, draft.context)
  if (yes.value !== false || asked === null) return heard
  repair(draft, asked)
  return null
}

/** "en dos semanas", confirmed a day later, is a day less. */
function sinceThen({ context }: Draft, { proposals, at }: PendingConfirm): readonly Proposal[] {
  const day = (iso: Iso): number => localTime(iso, context.business.timeZone).day
  const passed = day(context.now) - day(at)
  return proposals.map((proposal) => {
    const { value } = proposal
    if (typeof value !== 'object' || 'none' in value || value.days === null) return proposal
    const [from, to] = value.days
    const less = (days: number): number => Math.max(0, days - passed)
    const days = [less(from), to === null ? null : less(to)] as const
    return { ...proposal, value: { ...value, days } }
  })
}

function take(draft: Draft, heard: Heard, proposals: readonly Proposal[]): void {
  const values = new Map(proposals.map(({ slot, value }) => [slot, value]))
  const note = (name: string, value: SlotValue, proposal: Proposal): void =>
    noteSlot(draft, heard, name, value, { said: proposal.said, confidence: CONFIDENCE })
  for (const proposal of proposals) {
    const { slot, value } = proposal
    if (slot === 'need') takeItems(draft, String(value), values.get('quantity') ?? null)
    else if (slot === 'quantity') takeCount(draft, Number(value))
    note(slot, slot === 'need' ? nameOf(draft, String(value)) : value, proposal)
  }
}

function takeItems(draft: Draft, product: string, quantity: SlotValue | null): void {
  const counted = slotOf(draft, 'quantity')
  const known = counted?.status === 'known' ? Number(counted.value) : null
  const items: readonly Item[] = [{ product, quantity: Number(quantity ?? known) || null }]
  patchInquiry(draft, { items, unknownProduct: null, notMade: null })
}

function takeCount(draft: Draft, quantity: number): void {
  const items = draft.inquiry?.items ?? []
  patchInquiry(draft, { items: items.map((item) => ({ ...item, quantity })) })
}

function nameOf({ plain: { business, messages } }: Draft, id: string): string {
  const found = business.products.find((product) => product.id === id)
  return strung([found?.many ?? id], messages)
}

/** What would be known after a yes, in the words in which it would be said back. */
function questionText(draft: Draft, proposals: readonly Proposal[]): string | null {
  const trial: Draft = {
    ...draft,
    effects: [],
    fresh: new Set(),
    changed: new Set(),
    known: new Map(),
    facts: null,
  }
  // What a trial changes is a copy: the parts it begins with are never written into.
  trial.inquiry = draft.inquiry === null ? null : { ...draft.inquiry }
  const reading = draft.context.read('', { question: 'open', country: '', today: 0 })
  const heard = createHeard(draft, { parts: [], text: '', reading }, draft.context)
  take(trial, heard, proposals)
  const slots = proposals.map(({ slot }) => slot)
  const partsIn = (as: Draft): readonly string[] =>
    PARTS.flatMap(([names, variable]) =>
      names.some((name) => slots.includes(name)) ? (partText(as, variable) ?? []) : [],
    )
  const spanish = partsIn(inSpanish(trial))
  const own = partsIn(trial)
  if (spanish.length === 0) return null
  return phrase(draft, 'chat.confirm.ask', ({ dialogue, context }) => {
    const parts = dialogue.language === 'es' ? spanish : own
    const whole = parts.length === spanish.length
    return { entendido: whole ? strung(parts, context.messages) : undefined }
  })
}

const PARTS = [
  [['need', 'quantity'], 'pedido'],
  [['urgency'], 'para_fecha'],
  [['budget'], 'presupuesto'],
  [['authority'], 'decide'],
] as const

function partText(draft: Draft, variable: (typeof PARTS)[number][1]): string | null {
  const count = slotOf(draft, 'quantity')
  if (variable === 'decide') return decidesText(draft)
  const text = variableOf(draft, variable)?.trim() ?? null
  if (text !== null && text !== '') return lowered(text)
  const isCount = variable === 'pedido' && count?.status === 'known'
  return isCount ? label(draft, 'chat.confirm.count', { n: Number(count.value) }) : null
}

function decidesText(draft: Draft): string | null {
  const slot = slotOf(draft, 'authority')
  if (slot?.status !== 'known') return null
  const key = DECIDES[String(slot.value)]
  return key === undefined ? null : label(draft, key)
}

const DECIDES: { readonly [value: string]: string } = {
  self: 'chat.confirm.self',
  shared: 'chat.confirm.shared',
  other: 'chat.confirm.other',
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
