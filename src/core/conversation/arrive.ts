import { hasWords } from '../aftersale/has-words.js'
import { wordList } from '../business/word-list.js'
import { endNurture } from '../nurture/accompany.js'
import { arriveByOrigin } from '../origin/arrive-by-campaign.js'
import { arriveByReferral } from '../referral/arrive-by-code.js'
import { elapsed } from '../schedule/local-time.js'
import { DAY } from '../schedule/units.js'
import { namedInWords } from './choice-in-words.js'
import { type Draft, forget, label, patchContact, patchDialogue } from './draft.js'
import type { Event } from './events.js'
import type { Heard } from './heard.js'
import { newInquiry } from './new-inquiry.js'
import { tradeWords } from './trade-words.js'

/** Takes note that somebody wrote: who they are by their profile, where they came from, and when. */
export function arrive(draft: Draft, event: Extract<Event, { kind: 'message' }>): void {
  const { contact, context } = draft
  if (event.profileName !== null && event.profileName !== contact.profileName) {
    patchContact(draft, { profileName: event.profileName })
  }
  if (contact.source === null && event.referral !== null)
    patchContact(draft, { source: event.referral })
  if (draft.dialogue.unasked) {
    // What was about to be said unasked is old now: they spoke first.
    const reason = 'held.overtaken'
    draft.effects.push({ kind: 'cancel_queued', occasion: 'proactive', reason })
  }
  patchDialogue(draft, { heardAt: context.now, unasked: false })
  arriveByReferral(draft, event.text)
  arriveByOrigin(draft, event.text)
  if (contact.stage !== null && contact.stage !== 'stranger') return
  const evidence = event.parts[0]?.id ?? null
  const words = event.text.slice(0, FIRST_WORDS)
  const actor = { kind: 'contact' } as const
  draft.effects.push({ kind: 'consent', state: 'contacted', words, actor, evidence })
  const reason = label(draft, 'chat.reason.first_message')
  draft.effects.push({
    kind: 'stage',
    from: contact.stage,
    to: 'visitor',
    reason,
    evidence,
    actor,
  })
  patchContact(draft, { stage: 'visitor' })
}

/** As many letters of what they first wrote prove that they did. */
const FIRST_WORDS = 200

/** Somebody the business wrote to first: we hold their number, and they have never written. */
export function meet(draft: Draft): void {
  if (draft.contact.stage !== null) return
  const reason = label(draft, 'chat.reason.met')
  const actor = { kind: 'bot' } as const
  draft.effects.push({ kind: 'stage', from: null, to: 'stranger', reason, evidence: null, actor })
  patchContact(draft, { stage: 'stranger' })
}

/**
 * Opens an inquiry when there is none, or when the last one is closed and they want something again:
 * it is asked anew, and last year's budget is never reused. True when one was opened.
 */
export function openInquiryIfDue(draft: Draft, heard: Heard): boolean {
  const { inquiry } = draft
  const closed = inquiry?.outcome?.kind === 'won' || inquiry?.outcome?.kind === 'lost'
  if (inquiry !== null) {
    if (tellsHowItWent(draft, heard)) return false
    if (!((closed || isStale(draft)) && wantsSomething(draft, heard))) return false
  }
  openFor(draft)
  return true
}

/**
 * "divinas las camisetas", asked how they arrived, and "el precio", asked what they liked most: what they
 * bought, and nothing new.
 */
function tellsHowItWent(draft: Draft, heard: Heard): boolean {
  const { asked, reading, folded } = heard
  if (asked === null || asked.pending.flow === draft.dialogue.flow) return false
  if (reading.quantities.length > 0 || reading.cues.includes('asks')) return false
  if (reading.intents.includes('price')) return false
  if (hasWords(folded, wordList(draft.context.messages, 'order.requests'))) return false
  if (namedInWords(draft, heard, asked.step) !== null) return true
  const { step, flow } = asked
  const isOpen =
    step.anythingElse !== null || step.slots.some((name) => flow.slots[name] === 'text')
  return isOpen && !reading.cues.includes('same')
}

/** After three months without a word, what they wanted then is not what they want now. */
function isStale({ dialogue, context }: Draft): boolean {
  const { spokeAt } = dialogue
  return spokeAt !== null && elapsed(spokeAt, context.now) > 90 * DAY
}

/** Opens the contact's next inquiry. */
export function openFor(draft: Draft): void {
  const { contact, context } = draft
  endNurture(draft, 'held.overtaken')
  const number = contact.inquiries + 1
  const talk = context.flow(context.business.flows.talk, null)
  draft.inquiry = newInquiry(contact.id, number, context.now)
  forget(draft)
  patchContact(draft, { inquiries: number })
  patchDialogue(draft, {
    flow: talk.id,
    hash: talk.hash,
    status: 'talking',
    at: null,
    pending: null,
    askedTimes: {},
    questions: 0,
    topic: null,
  })
}

/** "me falta una camiseta", of what they bought: nothing new is wanted. */
function lacks({ contact, context }: Draft, folded: string): boolean {
  return contact.purchases > 0 && hasWords(folded, wordList(context.messages, 'order.lacking'))
}

/** "igual", to how it was against what they expected: no order of the same again. */
function answersSequence({ dialogue }: Draft): boolean {
  return dialogue.pending?.kind === 'ask' && dialogue.pending.flow !== dialogue.flow
}

function wantsSomething(draft: Draft, { mentions, reading, folded, words }: Heard): boolean {
  if (reading.intents.includes('complaint') || lacks(draft, folded)) return false
  const lost = draft.inquiry?.outcome?.kind === 'lost'
  if (lost && (reading.urgency !== null || reading.budget !== null)) return true
  const more = wordList(draft.context.messages, 'order.more').some((word) => words.includes(word))
  if (reading.quantities.length > 0 && (more || lost)) return true
  // "sí, 20", to a message that offered to order again.
  const offered = draft.from.dialogue.unasked && draft.from.dialogue.pending === null
  if (reading.quantities.length > 0 && offered) return true
  // "¿cuánto me dan por recomendar?" is asked of a fact, and wants nothing new.
  const price = reading.intents.includes('price') && mentions.facts.length === 0
  if (price || (mentions.products.length > 0 && !praises(draft, folded, reading))) return true
  if (reading.cues.includes('same') && !answersSequence(draft)) return true
  if (reading.quantities.some(({ value }) => value.unit !== null)) return true
  return tradeWords(draft).some((word) => folded.includes(word))
}

/** "Me quedó muy bien la limpieza", before anybody asked: what they bought, and nothing new. */
function praises(draft: Draft, folded: string, { cues, quantities }: Heard['reading']): boolean {
  const tells = hasWords(folded, wordList(draft.context.messages, 'order.arrived'))
  const requests = hasWords(folded, wordList(draft.context.messages, 'order.requests'))
  return tells && !requests && quantities.length === 0 && !cues.includes('asks')
}
