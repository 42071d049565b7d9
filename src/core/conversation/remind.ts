import { type Draft, flowOf, patchDialogue } from './draft.js'
import { askIn } from './heard.js'
import { startSequence } from './walk.js'

/**
 * Sets the reminder for the case that the person does not answer, or takes it away. Nobody who opted
 * out is ever reminded.
 */
export function remind(draft: Draft): void {
  const { dialogue, contact } = draft
  const sequence = flowOf(draft).onSilence
  if (sequence === null) return
  const waits = askIn(dialogue.pending)?.flow === dialogue.flow
  // Nobody is chased while it is us who owe an answer.
  const owes = draft.returns || draft.effects.some(({ kind }) => kind === 'unanswered')
  const accompanied = draft.inquiry?.nurture != null
  const due =
    waits && !owes && !accompanied && dialogue.paused === null && contact.consent !== 'opted_out'
  if (due) startSequence(draft, sequence)
  else if (dialogue.reminding) forgetReminder(draft, 'held.overtaken')
  if (due !== dialogue.reminding) patchDialogue(draft, { reminding: due })
}

export function forgetReminder(draft: Draft, reason: string): void {
  const sequence = flowOf(draft).onSilence
  if (sequence !== null) draft.effects.push({ kind: 'cancel_timers', flow: sequence, reason })
  patchDialogue(draft, { reminding: false })
}
