import { aroundText } from '../business/when-text.js'
import { localTime } from '../schedule/local-time.js'
import { answer } from './answer.js'
import { displayName } from './find-lead.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { MOST_LISTED } from './which.js'
import { say } from './wording.js'

/** `leads`: who is open, nobody's first, then by score, the sleeping ones last; a number answers with that one's card. */
export function listLeads(staff: StaffState, world: World): Obeyed {
  const isAsleep = (lead: OpenLead): number => Number(sleepOf(lead, world).length > 0)
  const open = world.people
    .fresh()
    .filter((lead) => lead.outcome === null && !isOnlySilent(lead))
    .sort((a, b) => isAsleep(a) - isAsleep(b) || byNeed(a, b))
  const listed = open.slice(0, MOST_LISTED)
  const candidates = listed.map(({ id }) => id)
  const text = listed.length === 0 ? say(world, 'owner.nobody.lead') : listText(open, listed, world)
  const pending =
    listed.length === 0
      ? null
      : ({ kind: 'which', command: { kind: 'lead', name: null }, candidates } as const)
  return answer(staff, text, pending)
}

/** Named for the sake of that silence: a machine, or somebody who has asked for nothing. */
function isOnlySilent({ paused, told, stage }: OpenLead): boolean {
  return paused && !told && (stage === 'visitor' || stage === 'stranger')
}

function listText(open: readonly OpenLead[], listed: readonly OpenLead[], world: World): string {
  const lines = listed.map((lead, at) => {
    const name = displayName(lead, world.messages)
    return say(world, 'owner.leads.line', { n: at + 1, name, detail: detailOf(lead, world) })
  })
  const left = open.length - listed.length
  const more = left > 0 ? [say(world, 'owner.leads.more', { n: left })] : []
  const title = say(world, 'owner.leads.title', { n: open.length })
  return [title, ...lines, ...more, say(world, 'owner.leads.foot')].join('\n')
}

function detailOf(lead: OpenLead, world: World): string {
  const known = [lead.summary, String(lead.score), ...sleepOf(lead, world)]
  const detail = known.filter((text) => text !== '').join(' · ')
  const other = lead.assignedTo
  if (other === null) return detail
  if (other.id === world.me.id) return say(world, 'owner.leads.mine', { detail })
  return say(world, 'owner.leads.with', { detail, other: other.name })
}

/** "hasta el lunes 16": nobody has to look at them before. */
function sleepOf({ postponed }: OpenLead, world: World): readonly string[] {
  if (postponed === null || postponed.until <= world.now) return []
  const { timeZone } = world.business
  const day = localTime(postponed.until, timeZone).day
  const when = aroundText(day, localTime(world.now, timeZone).day, world.messages)
  return [say(world, 'owner.leads.sleeps', { when })]
}

function byNeed(a: OpenLead, b: OpenLead): number {
  const taken = Number(a.assignedTo !== null) - Number(b.assignedTo !== null)
  return taken !== 0 ? taken : b.score - a.score
}
