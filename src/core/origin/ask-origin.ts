import { type Draft, label, patchContact, patchDialogue, speak } from '../conversation/draft.js'
import type { Heard } from '../conversation/heard.js'
import type { Option } from '../types.js'
import type { Cue } from '../understanding/types.js'
import { originAnswered, originToldIn, sourceTold, type ToldOrigin } from './read-origin.js'
import { noteRecommender } from './recommender.js'

const ASKED = 'chat.origin.ask'
/** Nobody is asked more than these before they are handed to a person; this one too would be the fifth. */
const MOST_QUESTIONS = 4

/** Ways that are shown as a list where the business has none of its own. */
const USUAL = ['instagram', 'google', 'friend', 'street'] as const
const LABELS: { readonly [W in (typeof USUAL)[number]]: string } = {
  instagram: 'chat.origin.labels.instagram',
  google: 'chat.origin.labels.google',
  friend: 'chat.origin.labels.friend',
  street: 'chat.origin.labels.street',
}

/**
 * Asks where they heard of the business, once, at the very end: when they are handed to a person and
 * everything else is said and fewer than four questions were put. Never whoever's source is known, and never
 * somebody who is upset.
 */
export function askOrigin(draft: Draft, reason: string): void {
  const { contact, context, dialogue } = draft
  if (!isDue(draft, reason) || dialogue.said[ASKED] !== undefined) return
  if (Object.keys(dialogue.askedTimes).length >= MOST_QUESTIONS) return
  if (contact.source !== null || contact.referredBy !== null || contact.purchases > 0) return
  if (draft.upset || contact.consent === 'opted_out') return
  if (!speak(draft, ASKED)) return
  const options = context.business.origins.list ? optionsOf(draft) : []
  draft.options = options
  patchDialogue(draft, { pending: { kind: 'origin', options } })
}

function isDue({ context, inquiry }: Draft, reason: string): boolean {
  switch (context.business.origins.ask) {
    case 'no':
      return false
    case 'qualified':
      return reason === 'qualified' && inquiry?.qualified === true
    case 'handed':
      return inquiry?.slots.need !== undefined && !inquiry.asked.person
  }
}

function optionsOf(draft: Draft): readonly Option[] {
  const own = draft.spoken.origins.options
  if (own.length > 0) return own.map(({ id, label: text }) => ({ id, label: text }))
  return USUAL.map((id) => ({ id, label: label(draft, LABELS[id]) }))
}

/**
 * Takes what they answer to it. Whatever else they write ends the question, which is never put again.
 * True when the answer was all they wrote.
 */
export function heedOrigin(draft: Draft, heard: Heard): boolean {
  const { pending } = draft.dialogue
  if (pending?.kind !== 'origin') return false
  patchDialogue(draft, { pending: null })
  const { reading } = heard
  const skips = reading.cues.includes('unsure') || reading.cues.includes('declines')
  const isElse = saysElse(heard)
  const found = skips ? null : originIn(draft, heard, pending.options)
  if (found === null) {
    if (!skips || isElse) return false
    return speak(draft, 'chat.closed')
  }
  placeContact(draft, found)
  return isElse ? false : speak(draft, 'chat.origin.thanks')
}

/** Notes it without a word, while a person talks to them. */
export function listenForOrigin(draft: Draft, heard: Heard): void {
  const { pending } = draft.dialogue
  if (pending?.kind !== 'origin') return
  const found = originIn(draft, heard, pending.options)
  if (found === null) return
  patchDialogue(draft, { pending: null })
  placeContact(draft, found)
}

type Answer = { readonly told: ToldOrigin; readonly said: string }

function placeContact(draft: Draft, { told, said }: Answer): void {
  if (draft.contact.source !== null || draft.contact.referredBy !== null) return
  patchContact(draft, { source: sourceTold(told, said) })
  noteRecommender(draft, told)
}

/** A bare way, or words of their own, count for an answer only where the message says nothing else. */
function originIn({ context }: Draft, heard: Heard, options: readonly Option[]): Answer | null {
  const { text } = heard
  const { campaigns, origins } = context.business
  const known = { campaigns, rules: origins, messages: context.messages }
  const picked = options.length === 0 ? null : context.choose(text, options)
  const option = options.find(({ id }) => id === picked)
  if (option !== undefined) {
    return { told: { way: option.id, campaign: null, by: null }, said: option.label }
  }
  const isElse = saysElse(heard) || isCourtesy(heard)
  const told = isElse ? originToldIn(text, known) : originAnswered(text, known)
  return told === null ? null : { told, said: text }
}

const ELSE: readonly Cue[] = ['asks', 'angry', 'later', 'waits', 'cancels', 'restarts', 'back']

/** Something besides: an order changed, who decides, a question, anger, a person asked for. */
function saysElse({ reading, mentions }: Heard): boolean {
  const { budget, urgency, quantities, authority, intents, cues } = reading
  if (budget !== null || urgency !== null || quantities.length > 0 || authority !== null)
    return true
  if (mentions.products.length > 0 || cues.some((cue) => ELSE.includes(cue))) return true
  return intents.some((intent) => intent !== 'greeting' && intent !== 'thanks')
}

/** "gracias", "ok", "no por ahora": no answer to it, unless a way is told in so many words. */
function isCourtesy({ reading }: Heard): boolean {
  return (
    reading.intents.includes('thanks') ||
    reading.intent === 'greeting' ||
    reading.cues.includes('closes') ||
    reading.yes !== null
  )
}
