import type { StaffState, World } from '../../core/owner/types.js'
import type { Iso } from '../../core/types.js'
import type { InboxPart } from '../../store/inbox.js'
import type { StaffEntry } from '../../store/staff.js'
import type { TurnDeps } from '../deps.js'
import { worldOf } from './world.js'

type Obeying = {
  readonly deps: TurnDeps
  readonly me: StaffEntry
  readonly now: Iso
  readonly part: InboxPart
}

/** The world as it is when a message of staff is obeyed; `place`: which of the words in it, from 0. */
export function staffWorld(
  { deps, me, now, part }: Obeying,
  staff: StaffState,
  place: number,
): World {
  const isReaction = part.content.kind === 'reaction'
  const quoting = part.content.kind === 'reaction' ? part.content.to : part.replyTo
  const recordId = place === 0 ? `${part.id}` : `${part.id}.${place}`
  return worldOf(deps, me, { now, quoting, isReaction, recordId, staff })
}
