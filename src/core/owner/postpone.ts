import { whenText } from '../business/when-text.js'
import type { Iso } from '../types.js'
import { answer, change } from './answer.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'

/** `posponer 3 días`: the lead sleeps, and comes back on its day. Without a day it asks for one. */
export function postpone(
  until: Iso | null,
  lead: OpenLead,
  staff: StaffState,
  world: World,
): Obeyed {
  const { name, short } = names(lead, world)
  if (lead.outcome?.kind === 'won' || lead.outcome?.kind === 'lost') {
    return answer(staff, say(world, 'owner.already.closed_recall', { name, short }))
  }
  if (until === null) {
    const question = say(world, 'owner.ask.when', { name })
    return answer(staff, question, { kind: 'when', target: lead.id })
  }
  const when = whenText(until, world.now, world.business, world.messages)
  const what = say(world, 'owner.done.postponed', { name, when })
  return change(staff, lead, { kind: 'postpone', until }, undoable(world, what))
}
