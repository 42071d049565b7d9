import { weekdayNumber } from '../business/date-text.js'
import { hourText, preciseHourText } from '../business/hour-text.js'
import type { OwnerAction } from '../conversation/events.js'
import { addDuration } from '../schedule/due.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'
import type { Reason } from './loss-reason.js'
import { type Amount, amountDoubt } from './sale-amount.js'
import type { Aimed } from './target.js'
import type { Obeyed, OpenLead, StaffPending, StaffState, World } from './types.js'
import { amountOf, figureOf, names, reply, say, undoable } from './wording.js'

/** Does what a word asks for one lead, or says why it changes nothing. */
export function act(command: Aimed, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const about: StaffState = { ...staff, pending: null, lastAbout: lead.id }
  switch (command.kind) {
    case 'lead':
      return {
        ...quiet(about),
        replies: [
          { kind: 'card', target: lead.id, size: command.name === null ? 'short' : 'full' },
        ],
      }
    case 'take':
      return take(lead, about, world)
    case 'release':
      return release(lead, about, world)
    case 'won':
      return win(command.amount, lead, about, world)
    case 'lost':
      return lose(command.reason, lead, about, world)
    case 'pause':
      return pause(lead, about, world)
    case 'resume':
      return resume(lead, about, world)
  }
}

/** An answer of one sentence that changes nothing, with the question it leaves open, if any. */
export function answer(
  staff: StaffState,
  text: string,
  pending: StaffPending | null = null,
): Obeyed {
  return { ...quiet({ ...staff, pending }), replies: [reply(text)] }
}

function quiet(staff: StaffState): Obeyed {
  return { staff, replies: [], actions: [], news: [] }
}

function change(staff: StaffState, lead: OpenLead, action: OwnerAction, text: string): Obeyed {
  return { ...answer(staff, text), actions: [{ target: lead.id, action, undoes: null }] }
}

function take(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world.messages)
  if (lead.assignedTo?.id === world.me.id) {
    return answer(staff, say(world, 'owner.already.taken', { name }))
  }
  const other = lead.assignedTo?.name
  const taken =
    other === undefined
      ? say(world, 'owner.done.taken', { name })
      : say(world, 'owner.done.taken_from', { name, other })
  // Whoever got the first card has read the promise on it; a seller steps in later.
  const what =
    lead.promise === null || world.me.role === 'owner'
      ? taken
      : say(world, 'owner.done.taken_promise', { what: taken, promise: lead.promise })
  const done = change(staff, lead, { kind: 'take' }, undoable(world, what))
  return { ...done, news: [{ about: lead.id, text: takenNews(name, world) }] }
}

function takenNews(name: string, world: World): string {
  const hour = hourText(minuteOf(world.now, world), world.business.country, world.messages)
  return say(world, 'owner.news.taken', { staff: world.me.name, name, hour })
}

function release(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world.messages)
  if (lead.assignedTo?.id !== world.me.id) {
    return answer(staff, say(world, 'owner.already.released', { name }))
  }
  const what = say(world, 'owner.done.released', { name })
  return change(staff, lead, { kind: 'release' }, undoable(world, what))
}

function win(amount: Amount | null, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world.messages)
  if (lead.outcome?.kind === 'won') {
    return answer(staff, say(world, 'owner.already.won', { name }))
  }
  if (amount === null || amount.value <= 0) {
    return answer(staff, say(world, 'owner.ask.amount'), { kind: 'amount', target: lead.id })
  }
  const amounts = amountDoubt(amount, world.business.currency)
  if (amounts !== null) {
    const [small, large] = [figureOf(world, amounts[0]), figureOf(world, amounts[1])]
    const text = say(world, 'owner.ask.amount_doubt', { small, large })
    return answer(staff, text, { kind: 'amount_doubt', target: lead.id, amounts })
  }
  const action: OwnerAction = { kind: 'won', amount: amount.value, saleId: world.saleId }
  return change(staff, lead, action, undoable(world, saleText(amount.value, name, world)))
}

function saleText(amount: number, name: string, world: World): string {
  const what = say(world, 'owner.done.won', { amount: amountOf(world, amount), name })
  if (world.checkIn === null) return what
  const day = weekdayNumber(world.checkIn, world.messages)
  return say(world, 'owner.done.won_check_in', { what, day })
}

function lose(reason: Reason | null, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world.messages)
  if (lead.outcome?.kind === 'won') {
    return answer(staff, say(world, 'owner.already.won', { name }))
  }
  if (lead.outcome?.kind === 'lost') {
    return answer(staff, say(world, 'owner.already.lost', { name }))
  }
  if (reason === null) {
    return answer(staff, say(world, 'owner.ask.reason'), { kind: 'reason', target: lead.id })
  }
  const params = { name, reason: reason.text }
  const what =
    reason.kind === 'cause'
      ? say(world, 'owner.done.lost_because', params)
      : say(world, 'owner.done.lost', params)
  return change(staff, lead, { kind: 'lost', reason: reason.text }, undoable(world, what))
}

function pause(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const called = names(lead, world.messages)
  if (lead.paused) return answer(staff, say(world, 'owner.already.paused', called))
  const { country, timeZone, takeOverHours } = world.business
  const end = addDuration(world.now, `PT${takeOverHours}H`, timeZone)
  const until = preciseHourText(minuteOf(end, world), country, world.messages)
  const text = say(world, 'owner.done.paused', { ...called, until })
  return change(staff, lead, { kind: 'pause' }, text)
}

function resume(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const called = names(lead, world.messages)
  if (!lead.paused) return answer(staff, say(world, 'owner.already.resumed', called))
  return change(staff, lead, { kind: 'resume' }, say(world, 'owner.done.resumed', called))
}

function minuteOf(iso: Iso, world: World): number {
  return localTime(iso, world.business.timeZone).minute
}
