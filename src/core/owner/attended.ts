import type { ContactId } from '../types.js'
import { mayMean } from './find-lead.js'
import { isAimed } from './target.js'
import type { Obeyed, OwnerEvent, StaffState, World } from './types.js'

/**
 * Whom a member of the staff is dealing with, to judge by one message or reaction of theirs: alerts
 * about these people need not be repeated. Asking for somebody's card is dealing with them too.
 */
export function attended(
  before: StaffState,
  event: OwnerEvent,
  { actions, replies, staff }: Obeyed,
  world: World,
): readonly ContactId[] {
  if (event.kind === 'reaction' && event.emoji === '') return actions.map(({ target }) => target)
  const quoted = world.quoted === null ? [] : [world.quoted.contactId]
  const cards = replies.flatMap((reply) => (reply.kind === 'card' ? [reply.target] : []))
  const named = namesLast(event, staff, world) || staff.lastAbout !== before.lastAbout
  const last = named && staff.lastAbout !== null ? [staff.lastAbout] : []
  return [...new Set([...actions.map(({ target }) => target), ...quoted, ...cards, ...last])]
}

/** "tomar" of somebody who is theirs already changes nothing, and is about that person all the same. */
function namesLast(event: OwnerEvent, { lastAbout, pending }: StaffState, world: World): boolean {
  if (event.kind === 'reaction' || pending?.kind === 'which') return false
  const parsed = world.parse(event.text, world.readAmount)
  if (parsed.kind !== 'command' || !isAimed(parsed.command)) return false
  const { name } = parsed.command
  if (name === null) return true
  const lead = lastAbout === null ? null : world.people.byId(lastAbout)
  return lead !== null && mayMean(world.people, name, lead)
}
