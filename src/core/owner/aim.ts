import { act } from './act.js'
import { answer } from './answer.js'
import { displayName } from './find-lead.js'
import { leaveNumberAlone } from './leave-alone.js'
import { nameWithin } from './name-within.js'
import { nobodyCalled, nobodyText } from './nobody.js'
import { ownersOnly } from './owners-only.js'
import { settleCommand } from './settle-command.js'
import { speakAgain } from './silence.js'
import { type Aimed, targetOf } from './target.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { chosen, MOST_LISTED, placeIn, whichText } from './which.js'
import { say } from './wording.js'

/** A word about one lead: whom it means is settled, or asked, and then it is done. */
export function aim(written: Aimed, staff: StaffState, world: World): Obeyed {
  const command = settleCommand(written, world)
  // Without a model there is no such word.
  if (command.kind === 'draft' && world.model === 'none') {
    return answer(staff, say(world, 'owner.unknown'))
  }
  // `sigue` alone while everything is silent means everything.
  const wakesAll = command.kind === 'resume' && command.name === null && world.quoted === null
  if (wakesAll && world.silence !== null) {
    return ownersOnly({ kind: 'resume_all' }, staff, world) ?? speakAgain(staff, world)
  }
  if (command.kind === 'ignore' || command.kind === 'attend') {
    const numbered = leaveNumberAlone(command.kind, command.name, staff, world)
    if (numbered !== null) return numbered
  }
  const listed = fromList(command, staff, world)
  if (listed !== null) return act(command, listed, staff, world)
  const target = targetOf(command, staff, world)
  switch (target.kind) {
    case 'one':
      return act(command, target.lead, staff, world)
    case 'not_found':
      return perhaps(command, target.name, staff, world)
    case 'nobody':
      return answer(staff, nobodyText(command, world))
    case 'which':
      return askWhich(command, target.among, staff, world)
  }
}

/** Nobody is called so, but somebody may be named in it. */
function perhaps(command: Aimed, name: string, staff: StaffState, world: World): Obeyed {
  const within = nameWithin(name, world)
  const [only, another] = within?.leads ?? []
  if (within === null || only === undefined)
    return answer(staff, nobodyCalled(command, name, world))
  if (another !== undefined) return askWhich(command, within.leads, staff, world)
  if (within.sure) return act(command, only, staff, world)
  const found = displayName(only, world.messages)
  const question = say(world, 'owner.which.perhaps', { name, found })
  return answer(staff, question, { kind: 'which', command, candidates: [only.id] })
}

function askWhich(
  command: Aimed,
  among: readonly OpenLead[],
  staff: StaffState,
  world: World,
): Obeyed {
  const candidates = among.slice(0, MOST_LISTED).map(({ id }) => id)
  return answer(staff, whichText(command, among, world), { kind: 'which', command, candidates })
}

/** "tomar 2", said of the list just shown, or of the one that is replied to. */
function fromList(
  { name }: Aimed,
  { pending }: StaffState,
  world: World,
): ReturnType<typeof chosen> {
  const shown = pending?.kind === 'which' ? pending.candidates : []
  const candidates = world.listed.length > 0 ? world.listed : shown
  if (candidates.length === 0 || name === null || world.quoted !== null) return null
  return placeIn(name, world) === null ? null : chosen(name, candidates, world)
}
