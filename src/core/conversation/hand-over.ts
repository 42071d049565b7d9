import { type Draft, patchDialogue, patchInquiry, tell } from './draft.js'
import { promiseNow } from './variables.js'

/**
 * Leaves the chat with a person: from here the bot answers from the facts but asks nothing. The
 * owner gets the card of the inquiry, once; whoever asks again is only announced.
 */
export function handOver(draft: Draft): void {
  patchDialogue(draft, { status: 'handed', pending: null, topic: null })
  givePromise(draft)
  giveCard(draft)
}

/** Notes what was promised on behalf of a person: the owner reads it and is held to it. */
export function givePromise(draft: Draft): void {
  const { text, by } = promiseNow(draft)
  patchInquiry(draft, { promise: text, promisedBy: by })
}

/** Hands the card of this inquiry to the owner unless it was; true when it is handed over now. */
export function giveCard(draft: Draft): boolean {
  if (draft.inquiry === null || draft.inquiry.told) return false
  patchInquiry(draft, { told: true })
  tell(draft, { kind: 'card' })
  if (draft.context.model === 'on') draft.effects.push({ kind: 'summarise' })
  return true
}
