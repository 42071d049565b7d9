import { answer, change } from './answer.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'

/** `beneficio entregado ana`: what she earned first is hers now, and never owed again. */
export function deliverReward(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  const theirs = world.owed.filter(({ referrer }) => referrer === lead.id)
  const [reward] = theirs
  if (reward === undefined) return answer(staff, say(world, 'owner.already.no_reward', { name }))
  const friend = reward.friend ?? say(world, 'owner.nameless')
  const done = undoable(world, say(world, 'owner.done.rewarded', { name, friend }))
  const left = theirs.length - 1
  const text = left === 0 ? done : `${done} ${say(world, 'owner.done.rewards_left', { n: left })}`
  return change(staff, lead, { kind: 'deliver_reward', referral: reward.id }, text)
}
