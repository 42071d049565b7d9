import { quiet } from './answer.js'
import { MOST_TODAY, todayText } from './today.js'
import { todayThings } from './today-things.js'
import type { Obeyed, StaffState, World } from './types.js'
import { reply } from './wording.js'

/** `hoy`: the day's list; a number answers with that one's card. */
export function listToday(staff: StaffState, world: World): Obeyed {
  const today = todayThings({ ...world, leads: [...world.people.circle('busy')] })
  const candidates = today.things.slice(0, MOST_TODAY).map(({ lead }) => lead)
  const command = { kind: 'lead', name: null } as const
  const pending = candidates.length === 0 ? null : ({ kind: 'which', command, candidates } as const)
  return { ...quiet({ ...staff, pending }), replies: [reply(todayText(today, world))] }
}
