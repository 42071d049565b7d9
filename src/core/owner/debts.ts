import { answer, quiet } from './answer.js'
import { findLeads } from './find-lead.js'
import { firstOf } from './lazily.js'
import { nameWithin } from './name-within.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { say } from './wording.js'

/** More people of one name are not read. */
const MOST_READ = 9

/** `¿quién me debe?`, `¿cuánto me debe carlos?`: of two of that name both are shown. */
export function tellDebts(called: string | null, staff: StaffState, world: World): Obeyed {
  const told = { ...quiet({ ...staff, pending: null }) }
  if (called === null) return { ...told, replies: [{ kind: 'debts', of: null }] }
  const meant = whom(called, world)
  const [only, another] = meant
  if (only === undefined) return answer(staff, say(world, 'owner.nobody.named', { name: called }))
  const about = another === undefined ? { ...told.staff, lastAbout: only.id } : told.staff
  return { ...told, staff: about, replies: [{ kind: 'debts', of: meant.map(({ id }) => id) }] }
}

function whom(called: string, world: World): readonly OpenLead[] {
  const found = firstOf(findLeads(world.people, called), MOST_READ)
  return found.length > 0 ? found : (nameWithin(called, world)?.leads ?? [])
}
