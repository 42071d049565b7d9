import type { Business } from '../../core/business/types.js'
import { type Messages, message } from '../../core/messages.js'
import type { Explained, Explanation, Ground } from '../../core/understanding/explain.js'
import { slotLabel, slotText } from './slot-text.js'

/** A stretch of the text; `slot` is what it was read as, null for the rest. */
type Stretch = { readonly text: string; readonly slot: string | null }

export type ReadLine = {
  readonly slot: string
  readonly label: string
  readonly value: string
  readonly said: string
  /** In percent; null for what is simply there, as an intent is. */
  readonly sure: number | null
  /** The words it rests on, each with where it stands in the lexicon (`limit_before · max`). */
  readonly grounds: readonly { readonly said: string; readonly place: string }[]
}

export type ReadingView = { readonly text: readonly Stretch[]; readonly lines: readonly ReadLine[] }

type Frame = { readonly messages: Messages; readonly business: Business; readonly country: string }

/** What was read in a text, as the page shows it: the text with its parts, and a line for each. */
export function readingView({ reading, explained }: Explanation, frame: Frame): ReadingView {
  const facts = explained.filter(({ slot }) => !SIGNALS.includes(slot))
  const signals = explained.filter(({ slot }) => SIGNALS.includes(slot))
  return {
    text: stretches(reading.text, facts),
    lines: [...facts, ...signals].map((one) => lineOf(one, frame)),
  }
}

const SIGNALS = ['intent', 'cue']

/** Of two that share words the one that begins first is shown; its line tells of the other. */
function stretches(text: string, facts: readonly Explained[]): readonly Stretch[] {
  const out: Stretch[] = []
  let at = 0
  for (const { slot, span } of facts) {
    if (span[0] < at || span[1] === span[0]) continue
    out.push({ text: text.slice(at, span[0]), slot: null }, { text: text.slice(...span), slot })
    at = span[1]
  }
  return [...out, { text: text.slice(at), slot: null }].filter((one) => one.text !== '')
}

function lineOf(one: Explained, frame: Frame): ReadLine {
  const { slot, said, confidence, grounds } = one
  return {
    slot,
    label: labelOf(slot, frame.messages),
    value: valueText(one, frame),
    said,
    sure: SIGNALS.includes(slot) ? null : Math.round(confidence * 100),
    grounds: grounds.map((ground) => ({ said: ground.said, place: placeOf(ground) })),
  }
}

function labelOf(slot: string, messages: Messages): string {
  switch (slot) {
    case 'yes':
      return message(messages, 'web.reading.slot.yes')
    case 'nps':
      return message(messages, 'web.reading.slot.nps')
    case 'intent':
      return message(messages, 'web.reading.slot.intent')
    case 'cue':
      return message(messages, 'web.reading.slot.cue')
    default:
      return slotLabel(messages, slot)
  }
}

function valueText({ slot, value }: Explained, { messages, business, country }: Frame): string {
  if (slot === 'intent') return message(messages, `web.reading.intent.${value}`)
  if (slot === 'cue') return message(messages, `web.reading.cue.${value}`)
  if (slot === 'quantity') return quantityText(value)
  if (value === null) return message(messages, 'web.reading.neither')
  return slotText(slot, value, { messages, business: { ...business, country } })
}

function quantityText(value: unknown): string {
  const { count, unit } = Object(value)
  return unit === null ? String(count) : `${count} ${unit}`
}

function placeOf({ tag, value }: Ground): string {
  return value === '' ? tag : `${tag} · ${value}`
}
