import { type Draft, patchDialogue, phrase, speak, tell, utter } from './draft.js'
import { handOver } from './hand-over.js'
import type { Asked } from './heard.js'
import { slotOf } from './note-slot.js'
import { optionsOf } from './walk.js'

/**
 * An answer that was not understood: first an example, then options, then a person. Never the same
 * sentence twice, and never a reproach.
 */
export function repair(draft: Draft, { pending, step }: Asked): void {
  const misses = pending.misses + 1
  // From here a bare number answers this question, and no older offer.
  patchDialogue(draft, { topic: null })
  const key = `${pending.flow}.${pending.step}`
  if (misses === 1) {
    if (utter(draft, step.hint, `${key}.hint`) === null) speak(draft, 'chat.repair.hint')
    return patchDialogue(draft, { pending: { ...pending, misses } })
  }
  const single = step.slots.length === 1 || slotOf(draft, step.slots[0] ?? '') === undefined
  if (misses === 2 && step.options.length > 0 && single) {
    utter(draft, step.optionsText, `${key}.options`)
    draft.options = optionsOf(draft, step)
    return patchDialogue(draft, { pending: { ...pending, misses, options: draft.options } })
  }
  const text = phrase(draft, 'chat.repair.person')
  handOver(draft)
  if (text !== null) draft.sentences.push(text)
}

/** The same for what a sequence asks: an example or options, once; then their words go to a person as they are. */
export function repairSequence(draft: Draft, { pending, step }: Asked): void {
  const misses = pending.misses + 1
  const key = `${pending.flow}.${pending.step}`
  if (misses > 1) {
    tell(draft, { kind: 'comment', said: draft.heardText ?? '' })
    patchDialogue(draft, { pending: null })
    return void speak(draft, 'chat.survey.passed_on')
  }
  if (step.options.length > 0) {
    if (utter(draft, step.optionsText, `${key}.options`) === null) speak(draft, 'chat.repair.hint')
    draft.options = optionsOf(draft, step)
    return patchDialogue(draft, { pending: { ...pending, misses, options: draft.options } })
  }
  if (utter(draft, step.hint, `${key}.hint`) === null) speak(draft, 'chat.repair.hint')
  patchDialogue(draft, { pending: { ...pending, misses } })
}
