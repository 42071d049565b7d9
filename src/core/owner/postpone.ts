import { whenText } from '../business/when-text.js'
import type { Iso } from '../types.js'
import { answer, change } from './answer.js'
import { careFor } from './care.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'

/** `posponer 3 días`: the lead sleeps, and comes back on its day; of a customer, it is a call. Without a day it asks. */
export function postpone(
  until: Iso | null,
  lead: OpenLead,
  staff: StaffState,
  world: World,
): Obeyed {
  const { name } = names(lead, world)
  if (lead.outcome?.kind === 'won' || lead.outcome?.kind === 'lost') {
    // Nothing is left to put off: what is to be recalled is a call.
    const call = { kind: 'call', why: 'reminder', name: null, written: '', until } as const
    return careFor(call, lead, staff, world)
  }
  if (until === null) {
    const question = say(world, 'owner.ask.when', { name })
    return answer(staff, question, { kind: 'when', target: lead.id })
  }
  const when = whenText(until, world.now, world.business, world.messages)
  const what = say(world, 'owner.done.postponed', { name, when })
  return change(staff, lead, { kind: 'postpone', until }, undoable(world, what))
}
