import { wordList } from '../business/word-list.js'
import type { Draft } from '../conversation/draft.js'
import type { Heard } from '../conversation/heard.js'
import { noteSlot, slotOf } from '../conversation/note-slot.js'
import { labelOf, walkSequence } from '../conversation/walk.js'
import type { AskStep, Flow } from '../flow/types.js'
import { hasWords } from './has-words.js'

/**
 * "Ya llegó, todo divino", before they are asked or between two times of asking: the answer to the question
 * that the sequence after a sale would put, which then has nothing more to ask. True when it was that.
 */
export function heedArrival(draft: Draft, heard: Heard): boolean {
  const { dialogue, inquiry, context } = draft
  if (dialogue.pending !== null || inquiry?.outcome?.kind !== 'won') return false
  if (draft.upset || heard.text.includes('?')) return false
  if (!hasWords(heard.folded, wordList(context.messages, 'order.arrived'))) return false
  const flow = context.flow(context.business.flows.afterSale, null)
  const step = firstChoice(flow)
  if (step === null) return false
  const options = step.options.map((option) => ({
    id: option.id,
    words: option.words,
    label: labelOf(draft, option.label),
  }))
  const chosen = step.options.find(({ id: own }) => own === context.choose(heard.text, options))
  const [slot] = step.slots
  if (chosen?.value == null || chosen.next === null || slot === undefined) return false
  if (isSettled(draft, flow, step)) return false
  noteSlot(draft, heard, slot, chosen.value, { said: heard.text, confidence: 0.9 }, true)
  draft.effects.push({ kind: 'cancel_timers', flow: flow.id, reason: 'held.overtaken' })
  walkSequence(draft, flow.id, chosen.next)
  return draft.sentences.length > 0
}

/** The first question of a flow that is answered with one of its options. */
function firstChoice({ order, steps }: Flow): AskStep | null {
  for (const id of order) {
    const step = steps[id]
    if (step?.kind === 'ask' && step.options.length > 0) return step
  }
  return null
}

/** Answered before, and not with "todavía no", which leads back to the same question. */
function isSettled(draft: Draft, { steps }: Flow, step: AskStep): boolean {
  const slot = slotOf(draft, step.slots[0] ?? '')
  if (slot?.status !== 'known') return false
  let at = step.options.find(({ value }) => value === slot.value)?.next ?? null
  for (let count = 0; at !== null && count < FUSE; count++) {
    if (at === step.id) return false
    const next = steps[at]
    at = next !== undefined && 'next' in next ? next.next : null
  }
  return true
}

/** More steps than these lie between no two questions. */
const FUSE = 20
