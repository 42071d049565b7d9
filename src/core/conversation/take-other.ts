import type { Slot } from '../types.js'
import type { Question } from '../understanding/types.js'
import { tookNothing } from './answered.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot, slotOf } from './note-slot.js'
import { readAs } from './read-as.js'

/** More words than that say what they mean by themselves. */
const FEW = 4

/**
 * "Pronto", "mi esposo", while a sum is asked: a short answer that says nothing to the question that waits may
 * be one to another, asked before or still to come.
 */
export function takeOtherAnswer(draft: Draft, heard: Heard): void {
  const { asked, reading, words } = heard
  const talks = asked !== null && asked.pending.flow === draft.dialogue.flow
  if (!talks || !tookNothing(draft) || words.length > FEW) return
  const says = reading.yes !== null || reading.intents.length > 0 || reading.cues.length > 0
  if (says || reading.budget !== null || reading.quantities.length > 0) return
  for (const question of OTHERS) {
    if (asked.step.slots.includes(question) || isExact(slotOf(draft, question))) continue
    const found = readAs(draft.context, heard.text, question)[question]
    if (found !== null) return noteSlot(draft, heard, question, found.value, found)
  }
}

const OTHERS = ['urgency', 'authority'] as const satisfies readonly Question[]

/** Known, and not only as "urgente": a day said after that is news. */
function isExact(slot: Slot | undefined): boolean {
  if (slot?.status !== 'known') return false
  const { value } = slot
  return typeof value !== 'object' || !('bucket' in value) || value.days !== null
}
