import type { StepOption } from '../flow/types.js'
import type { SlotValue } from '../types.js'
import { fold } from '../understanding/normalise.js'
import { choiceInWords } from './choice-in-words.js'
import { chooseTalk } from './choose-talk.js'
import { noteVisitHour } from './contact-time.js'
import { withCountsAside } from './counts-aside.js'
import { type Draft, patchDialogue, patchInquiry } from './draft.js'
import type { Asked, Heard } from './heard.js'
import { declineSlot, noteSlot, slotOf } from './note-slot.js'
import { readAs } from './read-as.js'
import { setItems } from './set-items.js'
import { takeBudget } from './take-budget.js'
import { takeDetails } from './take-details.js'
import { takeNamedOptions } from './take-named-option.js'
import { takeOrder } from './take-order.js'
import { takeOtherAnswer } from './take-other.js'
import { takeAsked, takeUnasked } from './take-own.js'
import { takeUrgency } from './take-urgency.js'
import { labelOf } from './walk.js'
import { chosenByPlace } from './without-pick.js'

/**
 * Takes every fact that stands in what they wrote, whatever was asked: none of them is asked again.
 * What came is in `draft.fresh` and `draft.changed`.
 */
export function fillSlots(draft: Draft, whole: Heard): void {
  takePerson(draft, whole)
  const outcome = draft.inquiry?.outcome?.kind
  if (draft.inquiry === null) return
  // What was sold or lost stays as it was; only a check-in is still answered.
  if (outcome === 'won' || outcome === 'lost') {
    if (whole.asked !== null) takeAnswer(draft, takeAsked(draft, whole), whole.asked)
    return
  }
  chooseTalk(draft, whole)
  const heard = withCountsAside(draft, takeAsked(draft, takeUnasked(draft, whole)))
  takeRequests(draft, heard)
  takeOrder(draft, heard)
  takeUrgency(draft, heard)
  noteVisitHour(draft, heard)
  takeBudget(draft, heard)
  takeAuthority(draft, heard)
  if (heard.asked !== null) takeAnswer(draft, heard, heard.asked)
  if (!picked(draft, heard)) takeDetails(draft, heard)
  takeNamedOptions(draft, heard)
  takeOtherAnswer(draft, heard)
}

/** "de algodón", chosen among cloths, is the answer and no detail besides. */
function picked(draft: Draft, { asked }: Heard): boolean {
  if (asked === null) return false
  const { flow, step } = asked
  return tookSomething(
    draft,
    step.slots.filter((name) => flow.slots[name] === 'option'),
  )
}

/** Said in passing, and nothing whose correction the owner has to hear of. */
const KIND_OF_BUSINESS = ['sector', 'size'] as const

const READ_OF_PERSON = ['name', 'organization', 'place', 'email', 'phone'] as const

function takePerson(draft: Draft, heard: Heard): void {
  for (const slot of READ_OF_PERSON) {
    const found = heard.reading[slot]
    if (found !== null) noteSlot(draft, heard, slot, found.value, found)
  }
  for (const slot of KIND_OF_BUSINESS) {
    const found = heard.reading[slot]
    if (found !== null) noteSlot(draft, heard, slot, found.value, found, true)
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

function takeAuthority(draft: Draft, heard: Heard): void {
  const { authority } = heard.reading
  if (authority !== null) noteSlot(draft, heard, 'authority', authority.value, authority)
}

/** What only the pending question makes sense of: a choice, a yes or no, "no sé". */
function takeAnswer(draft: Draft, heard: Heard, asked: Asked): void {
  // Where one is enough, what else they say of it is taken all the same.
  const missing = asked.step.slots.filter((name) => slotOf(draft, name) === undefined)
  if (missing.length === 0) return
  const { nps } = heard.reading
  if (nps !== null && missing.includes('nps') && isMark(heard.text, nps.span[1], asked)) {
    noteSlot(draft, heard, 'nps', nps.value, nps)
  }
  if (asked.step.options.length > 0 && takeChoice(draft, heard, asked, missing)) return
  if (tookSomething(draft, asked.step.any ? asked.step.slots : missing)) return
  if (takeYesNo(draft, heard, asked, missing)) return
  const { cues } = heard.reading
  // "no tengo idea de precio, deme un aproximado" asks, and leaves nothing out.
  if (heard.reading.intents.includes('price')) return
  if (cues.includes('unsure') || cues.includes('declines')) {
    // What they want, and how much of it, cannot be left out together: a hint helps more.
    const skips = missing.length > 1 && !asked.step.any ? [] : missing
    for (const name of skips) declineSlot(draft, heard, name)
  }
}

/** Where more than a mark was asked for, one ends its clause or names its scale: "3 came broken" is a count. */
function isMark(text: string, end: number, { step }: Asked): boolean {
  return step.slots.length === 1 || /^\s*(?:$|[^\p{L}\p{N}\s]|\p{L}+\s+10\b)/u.test(text.slice(end))
}

function tookSomething(draft: Draft, names: readonly string[]): boolean {
  return names.some((name) => draft.fresh.has(name) || draft.changed.has(name))
}

function takeChoice(draft: Draft, heard: Heard, asked: Asked, missing: readonly string[]): boolean {
  const { step, pending } = asked
  const options = step.options.map(({ id, label, words }) => ({
    id,
    label: labelOf(draft, label),
    words,
  }))
  const shown = pending.options.length > 0
  const named = missing.find((name) => asked.flow.slots[name] === 'option')
  const byPlace = chosenByPlace(heard.text, pending.options, draft.context)
  // Where anything else is an answer too, words that are taken back choose nothing: "no llegaron bien".
  const id =
    shown && step.anythingElse === null
      ? draft.context.choose(heard.text, options)
      : (byPlace ?? choiceInWords(draft, heard, step, named !== undefined))
  const chosen = step.options.find((option) => option.id === id)
  const slot = named ?? missing[0]
  if (chosen === undefined || slot === undefined) return false
  if (chosen.value === null) {
    for (const name of missing) declineSlot(draft, heard, name)
    // No value tells later which option it was: the way it leads is taken now.
    const isTalk = pending.flow === draft.dialogue.flow
    if (isTalk && chosen.next !== null) patchDialogue(draft, { at: chosen.next, pending: null })
  } else if (slot !== 'need' || !takeNamed(draft, heard, String(chosen.value))) {
    // "la 3" says nothing to whoever reads it without the list: the option's own words do.
    const said = byPlace !== null ? labelOf(draft, chosen.label) : heard.text
    noteSlot(draft, heard, slot, optionValue(draft, slot, chosen), { said, confidence: 1 })
  }
  return true
}

/** An option that names a product orders it, as its words would have. */
function takeNamed(draft: Draft, heard: Heard, value: string): boolean {
  const [first] = draft.context.mentions(fold(value)).products
  if (first === undefined) return false
  setItems(draft, heard, [{ product: first.id, quantity: null }])
  return true
}

/** Options are written as plain values; a date's is its bucket, a budget's a range ("-1000000"). */
function optionValue(draft: Draft, slot: string, { label, value }: StepOption): SlotValue {
  if (value === null) return ''
  if (slot === 'urgency') return dateOf(draft, labelOf(draft, label), value)
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

/** A date picked by its number is the one that its words would have been. */
function dateOf({ context }: Draft, words: string, value: string | number): SlotValue {
  const read = readAs(context, words, 'urgency').urgency
  return { bucket: bucketOf(String(value)), days: read?.value.days ?? null }
}

function bucketOf(word: string) {
  const buckets = ['now', 'week', 'month', 'quarter', 'later', 'none'] as const
  return buckets.find((bucket) => bucket === word) ?? 'later'
}

function takeYesNo(draft: Draft, heard: Heard, asked: Asked, missing: readonly string[]): boolean {
  const [slot] = missing
  const { yes } = heard.reading
  if (slot === undefined || asked.flow.slots[slot] !== 'yes_no' || yes === null) return false
  if (yes.value === null) declineSlot(draft, heard, slot)
  else noteSlot(draft, heard, slot, yes.value, yes)
  return true
}
