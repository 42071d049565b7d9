import { hourText } from '../business/hour-text.js'
import { promisedText } from '../business/promise.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'
import { answer, change, quiet } from './answer.js'
import { careFor, dropCall, dropsCall } from './care.js'
import { showCustomer } from './customers.js'
import { deliverReward } from './deliver-reward.js'
import { draftReply } from './draft-reply.js'
import { giveQuote } from './give-quote.js'
import { holderNews } from './holder-news.js'
import { leaveAlone } from './leave-alone.js'
import type { Reason } from './loss-reason.js'
import { isParting, partWith } from './part-with.js'
import { postpone } from './postpone.js'
import { markKey, note } from './remark.js'
import { respond, silentUntil } from './respond.js'
import { sell } from './sell.js'
import type { Aimed } from './target.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'

/** Does what a word asks for one lead, or says why it changes nothing. */
export function act(command: Aimed, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const obeyed = carryOut(command, lead, staff, world)
  return { ...obeyed, news: [...obeyed.news, ...holderNews(obeyed.actions, lead, world)] }
}

function carryOut(command: Aimed, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const about: StaffState = { ...staff, pending: null, lastAbout: lead.id }
  if (isParting(command)) return partWith(command, lead, about, world)
  switch (command.kind) {
    case 'lead':
      return {
        ...quiet(about),
        replies: [
          { kind: 'card', target: lead.id, size: command.name === null ? 'short' : 'full' },
        ],
      }
    case 'customer':
      return showCustomer(lead, about, world)
    case 'take':
      return take(lead, about, world)
    case 'release':
      return release(lead, about, world)
    case 'won':
      return sell({ ...JUST_WON, amount: command.amount, at: command.at }, lead, about, world)
    case 'sale':
      return sell(command, lead, about, world)
    case 'lost':
      return lose(command.reason, lead, about, world)
    case 'pause':
      return pause(lead, about, world)
    case 'resume':
      return resume(lead, about, world)
    case 'postpone':
      return postpone(command.until, lead, about, world)
    case 'note':
      return note(command.text, lead, about, world)
    case 'vip':
    case 'unvip':
      return markKey(command.kind, lead, about, world)
    case 'deliver':
      return deliverReward(lead, about, world)
    case 'ignore':
    case 'attend':
      return leaveAlone(command.kind, lead, about, world)
    case 'respond':
      return respond(command.text, lead, about, world)
    case 'draft':
      return draftReply(command.text, lead, about, world)
    case 'quote':
      return giveQuote(command, lead, about, world)
    default:
      return careFor(command, lead, about, world)
  }
}

/** A sale of which nothing but its sum is said. */
const JUST_WON = { discount: null, product: null, again: false } as const

function take(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  if (lead.assignedTo?.id === world.me.id) {
    return answer(staff, say(world, 'owner.already.taken', { name }))
  }
  const other = lead.assignedTo?.name
  const taken =
    other === undefined
      ? say(world, 'owner.done.taken', { name })
      : say(world, 'owner.done.taken_from', { name, other })
  // Whoever got the first card has read the promise on it; a seller steps in later.
  const promise = promiseTo(lead, world)
  const what =
    promise === null || world.me.role === 'owner'
      ? taken
      : say(world, 'owner.done.taken_promise', { what: taken, promise })
  const text = takenNews(name, world)
  // Whoever had it is told for certain; the others only when they hold its card.
  const before = lead.assignedTo === null ? [] : [{ about: lead.id, text, to: lead.assignedTo.id }]
  return change(staff, lead, { kind: 'take' }, undoable(world, what), [
    ...before,
    { about: lead.id, text, to: null },
  ])
}

/** As it has to be said now: "hoy" of yesterday is "ayer". */
function promiseTo({ promise, promisedBy }: OpenLead, world: World): string | null {
  if (promise === null || promisedBy === null) return promise
  return promisedText(promisedBy, world.now, world.business, world.messages)
}

function takenNews(name: string, world: World): string {
  const hour = hourText(minuteOf(world.now, world), world.business.country, world.messages)
  return say(world, 'owner.news.taken', { staff: world.me.name, name, hour })
}

function release(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  const { assignedTo } = lead
  if (dropsCall(lead, world)) return dropCall(lead, staff, world)
  if (assignedTo === null) return answer(staff, say(world, 'owner.already.released', { name }))
  if (assignedTo.id === world.me.id) {
    const what = say(world, 'owner.done.released', { name })
    return change(staff, lead, { kind: 'release' }, undoable(world, what))
  }
  const other = assignedTo.name
  const what = say(world, 'owner.done.released_from', { name, other })
  return change(staff, lead, { kind: 'release' }, undoable(world, what))
}

function lose(reason: Reason | null, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
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
  const called = names(lead, world)
  if (lead.paused) return answer(staff, say(world, 'owner.already.paused', called))
  const text = say(world, 'owner.done.paused', { ...called, until: silentUntil(world) })
  return change(staff, lead, { kind: 'pause' }, text)
}

function resume(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const called = names(lead, world)
  if (!lead.paused) return answer(staff, say(world, 'owner.already.resumed', called))
  return change(staff, lead, { kind: 'resume' }, say(world, 'owner.done.resumed', called))
}

function minuteOf(iso: Iso, world: World): number {
  return localTime(iso, world.business.timeZone).minute
}
