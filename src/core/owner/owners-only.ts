import { answer } from './answer.js'
import type { Command } from './commands.js'
import type { Obeyed, StaffState, World } from './types.js'
import { say } from './wording.js'

/** What concerns everybody, what the business knows, and its money. */
const OWNERS: readonly Command['kind'][] = [
  'pause_all',
  'resume_all',
  'learn',
  'forget',
  'spend',
  'sold',
  'figures',
  'forecast',
  'diagnosis',
  'report',
  'export',
  'model_off',
  'model_on',
  'erase',
  'end_rehearsal',
]

/** A seller's word that only owners may say is told kindly from whom to ask it; null for all others. */
export function ownersOnly({ kind }: Command, staff: StaffState, world: World): Obeyed | null {
  if (world.me.role === 'owner' || !OWNERS.includes(kind)) return null
  return answer(staff, say(world, 'owner.owners_only', { owner: ownerName(world) }))
}

/** Under the words of help, what a seller does not find there. */
export function sellersHelp(world: World): string | null {
  if (world.me.role === 'owner') return null
  return say(world, 'owner.help_seller', { owner: ownerName(world) })
}

function ownerName({ business }: World): string {
  return business.staff.find(({ role }) => role === 'owner')?.name ?? business.name
}
