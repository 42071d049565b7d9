import type { AskStep } from '../flow/types.js'
import { usualOf } from '../funnel/order.js'
import type { Draft } from './draft.js'
import { slotOf } from './note-slot.js'

/** What a question still waits for; nothing once one slot is there, where one is enough. */
export function missingOf(draft: Draft, step: AskStep): readonly string[] {
  const missing = step.slots.filter(
    (name) => slotOf(draft, name) === undefined && !(name === 'quantity' && isUsual(draft)),
  )
  return step.any && missing.length < step.slots.length ? [] : missing
}

/** As many as are usual of everything they want: nobody has to be asked how many. */
function isUsual({ inquiry, context: { business } }: Draft): boolean {
  const items = inquiry?.items ?? []
  return items.length > 0 && items.every((item) => usualOf(item, business) !== null)
}
