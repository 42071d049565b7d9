import { weekdayDateText } from '../business/date-text.js'
import { instantOf, localTime } from '../schedule/local-time.js'
import { quiet } from './answer.js'
import { MOST_TODAY, todayLines, todayText } from './today.js'
import { type TodayThing, todayThings } from './today-things.js'
import type { Obeyed, StaffState, World } from './types.js'
import { reply, say } from './wording.js'

/** `hoy`: the day's list; a number answers with that one's card. */
export function listToday(staff: StaffState, world: World): Obeyed {
  const today = todayThings({ ...world, leads: [...world.people.circle('busy')] })
  return listed(today.things, todayText(today, world), staff)
}

/** `qué hay mañana`: what has that day; what merely waits is done today. */
export function listTomorrow(staff: StaffState, world: World): Obeyed {
  const { business, messages, now } = world
  const day = localTime(now, business.timeZone).day + 1
  const noon = instantOf(day, NOON, business.timeZone)
  const leads = [...world.people.circle('busy')]
  const { things } = todayThings({ ...world, now: noon, leads })
  const then = things.filter((thing) => dayOf(thing, business.timeZone) === day)
  const params = { day: weekdayDateText(day, messages) }
  if (then.length === 0)
    return listed([], say(world, 'owner.today.tomorrow_nothing', params), staff)
  const lines = todayLines({ things: then, paused: [], silence: null }, world)
  const text = [
    say(world, 'owner.today.tomorrow', params),
    ...lines,
    say(world, 'owner.leads.foot'),
  ]
  return listed(then, text.join('\n'), staff)
}

const NOON = 12 * 60

/** The day that was agreed for it; null for what only waits. */
function dayOf(thing: TodayThing, timeZone: string): number | null {
  switch (thing.kind) {
    case 'meeting':
    case 'planned':
    case 'returns':
      return localTime(thing.at, timeZone).day
    case 'postponed':
      return localTime(thing.until, timeZone).day
    case 'ticket':
      return localTime(thing.dueAt, timeZone).day
    case 'call':
    case 'quote':
    case 'follow_up':
      return null
  }
}

function listed(things: readonly TodayThing[], text: string, staff: StaffState): Obeyed {
  const candidates = things.slice(0, MOST_TODAY).map(({ lead }) => lead)
  const command = { kind: 'lead', name: null } as const
  const pending = candidates.length === 0 ? null : ({ kind: 'which', command, candidates } as const)
  return { ...quiet({ ...staff, pending }), replies: [reply(text)] }
}
