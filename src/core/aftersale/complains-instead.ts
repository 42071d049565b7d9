import type { Draft } from '../conversation/draft.js'
import type { Asked, Heard } from '../conversation/heard.js'
import { slotOf } from '../conversation/note-slot.js'
import type { Action } from '../flow/action.js'
import type { Flow } from '../flow/types.js'
import { DAY } from '../schedule/units.js'

/**
 * A complaint where a sequence asked something that a complaint is no answer to ("¿qué fue lo que más le
 * gustó?"): its flow would thank for it and go on. Where their answer leads to a ticket, or to a mark
 * that is kept, the flow knows what to do; where it only tells the owner, as long as it is an answer at all.
 */
export function complainsInstead(draft: Draft, { asked }: Heard): boolean {
  if (!draft.upset || draft.contact.purchases === 0 || asked === null) return false
  const { slots, anythingElse } = asked.step
  // Asked for a mark, they gave none.
  if (anythingElse === null && !slots.some((name) => draft.fresh.has(name))) return true
  const { spokeAt } = draft.dialogue
  const fresh = spokeAt !== null && Date.parse(draft.context.now) - Date.parse(spokeAt) < DAY
  const heeds = ({ kind }: Action): boolean =>
    kind === 'ticket' || kind === 'survey' || (kind === 'alert' && fresh)
  return !isHeeded(asked.flow, wayOf(draft, asked), heeds)
}

/** Where what they answered leads: by the option it was taken for, or the one that anything else is. */
function wayOf(draft: Draft, { step }: Asked): string | null {
  const values = step.slots.map((name) => {
    const slot = draft.fresh.has(name) ? slotOf(draft, name) : undefined
    return slot?.status === 'known' ? slot.value : null
  })
  const option =
    step.options.find(({ value }) => values.includes(value)) ??
    step.options.find(({ id }) => id === step.anythingElse)
  return option?.next ?? step.next
}

/** Whether whichever way the flow goes from there, a person hears of it before anything else is asked. */
function isHeeded(flow: Flow, id: string | null, heeds: (action: Action) => boolean): boolean {
  const step = id === null ? undefined : flow.steps[id]
  switch (step?.kind) {
    case 'say':
      return isHeeded(flow, step.next, heeds)
    case 'do':
      return heeds(step.action) || isHeeded(flow, step.next, heeds)
    case 'branch':
      return [...step.cases.map(({ next }) => next), step.otherwise].every((next) =>
        isHeeded(flow, next, heeds),
      )
    default:
      return false
  }
}
