import { weekdayDateText } from '../business/date-text.js'
import { preciseHourText } from '../business/hour-text.js'
import { whenText } from '../business/when-text.js'
import { wordList } from '../business/word-list.js'
import { localTime } from '../schedule/local-time.js'
import { unreachable } from '../types.js'
import { answer, change } from './answer.js'
import type { CareCommand } from './command-types.js'
import { wordsOf } from './command-words.js'
import { quoted } from './quoted.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'

export type AimedCare = Exclude<CareCommand, { kind: 'calls' }>

/** Longer words are cut: they are a line on a card. */
const LONGEST = 500

/** Calls, meetings and who looks after whom: what a word about them does for one customer. */
export function careFor(
  command: AimedCare,
  lead: OpenLead,
  staff: StaffState,
  world: World,
): Obeyed {
  switch (command.kind) {
    case 'call':
    case 'meeting':
      return plan(command, lead, staff, world)
    case 'called':
      return called(command.text, lead, staff, world)
    case 'not_called':
      return notCalled(lead, staff, world)
    case 'entrust':
      return entrust(command.to, lead, staff, world)
    case 'cancel_meeting':
      return cancelMeeting(lead, staff, world)
    case 'drop_call':
      return forgetCall(lead, staff, world)
    default:
      return unreachable(command)
  }
}

type Plan = Extract<AimedCare, { kind: 'call' | 'meeting' }>

function plan(command: Plan, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  const { until } = command
  if (until === null) {
    const key = command.kind === 'call' ? 'owner.ask.call_when' : 'owner.ask.meeting_when'
    return answer(staff, say(world, key, { name }), { kind: 'moment', target: lead.id, command })
  }
  const { messages, business, now } = world
  if (command.kind === 'call') {
    const when = whenText(until, now, business, messages)
    const what = say(world, 'owner.done.call_planned', { name, when })
    const action = { kind: 'plan_call', at: until, why: command.why } as const
    return change(staff, lead, action, undoable(world, what))
  }
  const { day, minute } = localTime(until, business.timeZone)
  const what = say(world, 'owner.done.meeting', {
    name,
    day: weekdayDateText(day, messages),
    hour: preciseHourText(minute, business.country, messages),
  })
  return change(staff, lead, { kind: 'meet', at: until }, undoable(world, what))
}

/** "hecho": the gesture that was suggested was made. */
export function made(note: string, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  const what = say(world, 'owner.done.gesture', { name, text: quoted(note) })
  const action = { kind: 'touch', id: world.recordId, note, of: 'gesture' } as const
  return change({ ...staff, lastAbout: lead.id }, lead, action, undoable(world, what))
}

/** `llamé a ana, todo bien`: her own words come back before the next call. */
function called(text: string, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  const note = text.trim().slice(0, LONGEST)
  const what =
    wordsOf(note).length === 0
      ? say(world, 'owner.done.called', { name })
      : say(world, 'owner.done.called_note', { name, text: quoted(note) })
  const action = { kind: 'touch', id: world.recordId, note, of: 'call' } as const
  return change(staff, lead, action, undoable(world, what))
}

/** Nobody answered: what was planned stays, and comes back by itself. */
function notCalled(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name, short } = names(lead, world)
  const key = lead.care.call === null ? 'owner.done.not_called' : 'owner.done.not_called_again'
  return answer(staff, say(world, key, { name, short }))
}

/** `soltar`, said of a call that is due: nobody is reminded of it any more. */
export function dropCall(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  const what = say(world, 'owner.done.call_dropped', { name })
  return change(staff, lead, { kind: 'drop_call' }, undoable(world, what))
}

/** `ya no me recuerdes lo de ana`. */
function forgetCall(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const isAsleep = lead.postponed !== null && lead.outcome === null
  if (lead.care.call !== null || isAsleep) return dropCall(lead, staff, world)
  return answer(staff, say(world, 'owner.already.no_call', names(lead, world)))
}

/** `cancela la cita`: nobody is reminded of it, and whoever was to be met is not told by us. */
function cancelMeeting(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { meeting } = lead.care
  const params = names(lead, world)
  if (meeting === null) return answer(staff, say(world, 'owner.already.no_meeting', params))
  const when = whenText(meeting.at, world.now, world.business, world.messages)
  const what = say(world, 'owner.done.meeting_cancelled', { ...params, when })
  return change(staff, lead, { kind: 'cancel_meeting' }, undoable(world, what))
}

/** Whether letting go means the call that somebody planned, and not the sale. */
export function dropsCall({ care, assignedTo }: OpenLead, { me, now }: World): boolean {
  return care.call !== null && (care.call.at <= now || assignedTo?.id !== me.id)
}

/** `cuenta ana de Fabián`: from now on what is about her goes to him first. */
function entrust(to: string | null, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  const written = wordsOf(to ?? '').map((word) => word.text)
  const people = world.business.staff
  const listed = people.map((one) => one.name).join(', ')
  if (written.length === 0) return answer(staff, say(world, 'owner.ask.manager', { name, listed }))
  const myself = wordList(world.messages, 'owner.words.myself')
  const mine = written.every((word) => myself.includes(word))
  const found = people.find((one) =>
    mine
      ? one.name === world.me.name
      : written.every((word) => wordsOf(one.name).some(({ text }) => text === word)),
  )
  if (found === undefined) {
    return answer(staff, say(world, 'owner.nobody.manager', { name: to ?? '', listed }))
  }
  const manager = { name: found.name, phone: found.phone }
  const what = say(world, 'owner.done.entrusted', { name, staff: found.name })
  return change(staff, lead, { kind: 'entrust', manager }, undoable(world, what))
}
