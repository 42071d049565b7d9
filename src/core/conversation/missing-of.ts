import type { AskStep } from '../flow/types.js'
import type { Draft } from './draft.js'
import { slotOf } from './note-slot.js'

/** What a question still waits for; nothing once one slot is there, where one is enough. */
export function missingOf(draft: Draft, step: AskStep): readonly string[] {
  const missing = step.slots.filter((name) => slotOf(draft, name) === undefined)
  return step.any && missing.length < step.slots.length ? [] : missing
}
