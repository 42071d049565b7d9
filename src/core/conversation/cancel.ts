import { ALERTS } from '../owner/alert.js'
import { tookNothing } from './answered.js'
import { type Draft, patchDialogue, patchInquiry, speak, tell } from './draft.js'
import type { Heard } from './heard.js'

/** On an inquiry that its person left, until they take it up again. */
const CANCELLED = 'cancelled'

/** Ends politely and asks once why; the next words are the reason. */
export function cancel(draft: Draft, heard: Heard): boolean {
  const asked = draft.inquiry?.tags.includes(CANCELLED) === true
  if (draft.dialogue.status === 'handed') {
    // "no, gracias" to somebody who waits for a person ends nothing; "olvídelo" and "no, dejemos así, está caro" do.
    if (isPlainNo(heard)) return speak(draft, 'chat.closed')
    tellCancelled(draft, heard)
    markCancelled(draft)
    return speak(draft, 'chat.cancel.again')
  }
  patchDialogue(draft, { pending: asked ? null : { kind: 'why' }, status: 'resting' })
  if (asked) return speak(draft, 'chat.cancel.again')
  markCancelled(draft)
  if (draft.inquiry?.told) tellCancelled(draft, heard)
  return speak(draft, 'chat.cancel.ask')
}

function markCancelled(draft: Draft): void {
  patchInquiry(draft, { tags: [...new Set([...(draft.inquiry?.tags ?? []), CANCELLED])] })
}

/**
 * "pensándolo bien, mándeme la cotización", after they left it: whoever was told that they did is told
 * this too. False where they did not, or say nothing that goes on.
 */
export function takesUpCancelled(draft: Draft, heard: Heard): boolean {
  const { inquiry } = draft
  if (inquiry === null || !inquiry.told || !inquiry.tags.includes(CANCELLED)) return false
  if (tookNothing(draft) && !draft.answered) return false
  patchInquiry(draft, { tags: inquiry.tags.filter((each) => each !== CANCELLED) })
  tell(draft, { kind: 'added', what: heard.text })
  return true
}

function isPlainNo({ reading, words }: Heard): boolean {
  return reading.yes?.value === false && words.filter((word) => word !== '').length <= FEW
}

const FEW = 3

/** Nobody needs to write to them any more. */
function tellCancelled(draft: Draft, { text }: Heard): void {
  tell(draft, { kind: 'cancelled', said: text })
  draft.effects.push({ kind: 'cancel_timers', flow: ALERTS, reason: 'held.overtaken' })
}

/** What they say after "¿por qué?" is the reason, unless they go on with something. */
export function hearWhy(draft: Draft, heard: Heard): boolean {
  patchDialogue(draft, { pending: null })
  const goesOn =
    !tookNothing(draft) || heard.reading.intent !== 'none' || heard.reading.cues.includes('asks')
  if (goesOn) return false
  tellCancelled(draft, heard)
  return speak(draft, 'chat.cancel.thanks')
}
