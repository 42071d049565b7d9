import { answer, change } from './answer.js'
import { quoted } from './quoted.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'

/** Longer notes are cut: a note is a line on a card. */
const LONGEST_NOTE = 500

/** `nota …`: something to know about this contact, shown on every card. */
export function note(text: string, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  if (text === '') {
    const question = say(world, 'owner.ask.note', { name })
    return answer(staff, question, { kind: 'text', word: 'note', target: lead.id })
  }
  const what = say(world, 'owner.done.noted', { name, text: quoted(text) })
  const action = { kind: 'note', id: world.recordId, text: text.slice(0, LONGEST_NOTE) } as const
  return change(staff, lead, action, undoable(world, what))
}

/** `vip ana`, `quitar vip ana`. */
export function markKey(
  kind: 'vip' | 'unvip',
  lead: OpenLead,
  staff: StaffState,
  world: World,
): Obeyed {
  const { name } = names(lead, world)
  const becomes = kind === 'vip'
  if (lead.vip === becomes) {
    const key = becomes ? 'owner.already.vip' : 'owner.already.unvip'
    return answer(staff, say(world, key, { name }))
  }
  const what = becomes
    ? say(world, 'owner.done.vip', { name })
    : say(world, 'owner.done.unvip', { name })
  return change(staff, lead, { kind }, undoable(world, what))
}
