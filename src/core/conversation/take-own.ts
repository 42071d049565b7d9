import type { Flow, SlotType } from '../flow/types.js'
import { fold } from '../understanding/normalise.js'
import type { Cue, Found, Intent } from '../understanding/types.js'
import { type Draft, flowOf } from './draft.js'
import type { Asked, Heard } from './heard.js'
import { missingOf } from './missing-of.js'
import { noteSlot, slotOf } from './note-slot.js'

/** Words besides what was read elsewhere, before a message counts as an answer in free text. */
const FEWEST_WORDS = 3
const LONGEST = 200

/**
 * Takes what a slot that only the flow has was asked for, read by its type, and answers with what is
 * left for the others: the count of their branches is no count of what they want.
 */
export function takeAsked(draft: Draft, heard: Heard): Heard {
  const { asked } = heard
  if (asked === null) return heard
  return missingOf(draft, asked.step).reduce((rest, slot) => {
    const type = asked.flow.slots[slot]
    return type === undefined ? rest : takeTyped(draft, rest, asked, slot, type)
  }, heard)
}

function takeTyped(draft: Draft, heard: Heard, asked: Asked, slot: string, type: SlotType): Heard {
  const { reading } = heard
  const take = (found: Found<string | number> | null | undefined): boolean => {
    if (found) noteSlot(draft, heard, slot, found.value, found)
    return Boolean(found)
  }
  switch (type) {
    case 'text':
      takeText(draft, heard, asked, slot)
      return heard
    case 'number': {
      const count = reading.quantities.at(-1)
      const taken = take(count && { ...count, value: count.value.count })
      return taken ? { ...heard, reading: { ...reading, quantities: [] } } : heard
    }
    case 'date':
      if (reading.urgency === null) return heard
      noteSlot(draft, heard, slot, reading.urgency.value, reading.urgency)
      return { ...heard, reading: { ...reading, urgency: null } }
    case 'email':
    case 'phone':
      take(reading[type])
      return heard
    case 'option':
    case 'yes_no':
      // Read with the answer itself, once everything else was taken.
      return heard
  }
}

/** Signs that a message is no answer in free text but something else. */
const NO_ANSWER: readonly (Cue | Intent)[] = [
  ...(['asks', 'unsure', 'declines', 'later', 'waits', 'cancels', 'restarts', 'back'] as const),
  ...(['ambiguous_exit', 'opts_in', 'my_data', 'erase_me', 'closes'] as const),
  ...(['opt_out', 'handoff', 'price', 'meeting', 'greeting', 'thanks'] as const),
]

function takeText(draft: Draft, heard: Heard, { step, pending }: Asked, slot: string): void {
  const { reading, text } = heard
  const signs: readonly (Cue | Intent)[] = [...reading.cues, reading.intent]
  if (signs.some((sign) => NO_ANSWER.includes(sign))) return
  const chosen = pending.options.length > 0 && draft.context.choose(text, shown(pending.options))
  if (chosen) return
  const fewest = step.slots.length === 1 ? 1 : FEWEST_WORDS
  if (ownWords(heard).length < fewest) return
  const said = text.trim().slice(0, LONGEST)
  noteSlot(draft, heard, slot, said, { said, confidence: 0.8 })
}

function shown(options: Asked['pending']['options']) {
  return options.map((option) => ({ ...option, words: [] }))
}

/** What is left of a message without the facts that others read in it. */
function ownWords({ text, reading, mentions, folded }: Heard): readonly string[] {
  const { budget, urgency, name, organization, size, place, quantities } = reading
  const read = [budget, urgency, name, organization, size, place, ...quantities]
  const spans = read.flatMap((found) => (found === null ? [] : [found.span]))
  const bare = spans.reduce(blank, text)
  const products = mentions.products.map(({ span }) => folded.slice(...span))
  const rest = products.reduce((left, product) => left.replace(product, ' '), fold(bare))
  return rest.split(/[^\p{L}]+/u).filter((word) => word.length > 3)
}

type Span = readonly [start: number, end: number]

/** The same text with spaces in place of a span, so that the other spans still fit it. */
function blank(text: string, [start, end]: Span): string {
  return text.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + text.slice(end)
}

/**
 * Takes slots whose words the flow tells from the clauses that have them, whatever was asked, and
 * answers with what is left: the two months after which a shirt fades are no date of theirs.
 */
export function takeUnasked(draft: Draft, heard: Heard): Heard {
  const flow = flowOf(draft)
  return Object.entries(flow.slotWords).reduce((rest, [slot, words]) => {
    const corrects = rest.reading.intents.includes('correction')
    if (slotOf(draft, slot) !== undefined && !corrects) return rest
    return takeClauses(draft, rest, slot, words)
  }, heard)
}

function takeClauses(
  draft: Draft,
  heard: Heard,
  slot: string,
  words: Flow['slotWords'][string],
): Heard {
  const starts = words.map((word) => ` ${fold(word)}`)
  const spans = clausesOf(heard.text).filter(([start, end]) => {
    // "¿cuánto nos duran?" tells no problem.
    if (heard.text.charAt(end) === '?') return false
    const clause = ` ${fold(heard.text.slice(start, end)).replace(/[^\p{L}\p{N}]+/gu, ' ')}`
    return starts.some((word) => clause.includes(word))
  })
  if (spans.length === 0) return heard
  const asked = heard.asked?.step.slots.includes(slot) === true
  const told = spans.map(([start, end]) => heard.text.slice(start, end).trim()).join(', ')
  const value = (asked ? heard.text.trim() : told).slice(0, LONGEST)
  noteSlot(draft, heard, slot, value, { said: value, confidence: 0.7 })
  return leftOf(heard, spans)
}

function clausesOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^,.;:!?¡¿\n]+/g)].map(({ index, 0: clause }) => {
    return [index, index + clause.length]
  })
}

/** A date inside such a clause says when it happens, and a thing without a count what it happens to. */
function leftOf(heard: Heard, spans: readonly Span[]): Heard {
  const { reading, mentions, folded, text } = heard
  const within = ([start, end]: Span): boolean =>
    spans.some(([from, to]) => start >= from && end <= to)
  const told = spans
    .map(([start, end]) => fold(text.slice(start, end)))
    .map((clause): Span => {
      const at = folded.indexOf(clause)
      return [at, at + clause.length]
    })
  const others = mentions.products.filter(
    ({ span: [start, end] }) => !told.some(([from, to]) => start >= from && end <= to),
  )
  const urgency = reading.urgency !== null && within(reading.urgency.span) ? null : reading.urgency
  const products = others.length > 0 ? others : mentions.products
  return {
    ...heard,
    reading: { ...reading, urgency },
    mentions: { ...mentions, products },
  }
}
