import type { Ticket } from '../conversation/types.js'
import type { Params } from '../messages.js'
import type { GateAnswer } from '../schedule/gate.js'
import { heldText } from '../schedule/held-text.js'
import { answer, change } from './answer.js'
import type { Command } from './commands.js'
import { dueText } from './due-text.js'
import { mayMean } from './find-lead.js'
import { plain, quoted } from './quoted.js'
import type { Answered, Said } from './said.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'

type Held = { readonly ticket: Ticket; readonly lead: OpenLead }
type Written = Extract<Command, { kind: 'ticket' }>

/** More than this is no list any more. */
const MOST = 15

/** `tickets`: what customers asked for and is not settled, the one that falls due first in front. */
export function listTickets(staff: StaffState, world: World): Obeyed {
  const held = heldIn(world)
  if (held.length === 0) return answer(staff, say(world, 'owner.ticket.none'))
  const left = held.length - MOST
  return answer(
    staff,
    [
      say(world, 'owner.ticket.title', { n: held.length }),
      ...held.slice(0, MOST).map((each) => lineOf(each, world)),
      ...(left > 0 ? [say(world, 'owner.leads.more', { n: left })] : []),
      say(world, 'owner.ticket.list_foot', { n: held[0]?.ticket.number ?? 0 }),
    ].join('\n'),
  )
}

/** `ticket 5`, `ticket 5 resuelto`, `resuelto` in reply to its news. */
export function heedTicket(written: Written, staff: StaffState, world: World): Obeyed {
  const found = meant(written, world)
  const [only, another] = found
  if (only === undefined) return answer(staff, unknownText(written, world))
  if (another !== undefined) return ask(found, staff, world)
  return written.settles ? settle(only, staff, world) : show(only, staff, world)
}

/** The same for a ticket known by its number. */
export function settleTicket(number: number, staff: StaffState, world: World): Obeyed {
  return heedTicket({ kind: 'ticket', number, who: null, settles: true }, staff, world)
}

/** "el 5", after we asked which. */
export function ticketAnswer({ text, parsed }: Said): Answered | null {
  const number = /^\D{0,12}(\d{1,6})\D{0,12}$/.exec(text.trim())?.[1]
  if (parsed.kind === 'command' && parsed.exact) return null
  if (number === undefined) return null
  const command = { kind: 'ticket', number: Number(number), who: null, settles: true } as const
  return { kind: 'run', command }
}

function heldIn({ people }: World): readonly Held[] {
  return [...people.circle('busy')]
    .flatMap((lead) => lead.tickets.map((ticket) => ({ ticket, lead })))
    .sort((a, b) => rank(a).localeCompare(rank(b)))
}

/** Whatever only waits for the customer's word comes last. */
function rank({ ticket }: Held): string {
  return `${ticket.status === 'open' ? 0 : 1} ${ticket.dueAt} ${ticket.number}`
}

/** By number, else by the message replied to, else by name, else the only one there is to settle. */
function meant({ number, who, settles }: Written, world: World): readonly Held[] {
  const held = heldIn(world)
  const by = number ?? (who === null ? world.quotedTicket : null)
  if (by !== null) return held.filter(({ ticket }) => ticket.number === by)
  const open = settles ? held.filter(({ ticket }) => ticket.status === 'open') : held
  if (who !== null) return openOf(who, open, world)
  const quoted = open.filter(({ lead }) => lead.id === world.quoted?.contactId)
  return quoted.length > 0 ? quoted : open
}

/** "resuelto Ana ya se la cambié": what stands behind the name tells how it ended. */
function openOf(who: string, open: readonly Held[], world: World): readonly Held[] {
  const words = who.split(/\s+/)
  for (let last = words.length; last > 0; last -= 1) {
    const name = words.slice(0, last).join(' ')
    const found = open.filter(({ lead }) => mayMean(world.people, name, lead))
    if (found.length > 0) return found
  }
  return []
}

function unknownText({ number, who }: Written, world: World): string {
  if (number !== null) return say(world, 'owner.ticket.no_such', { n: number })
  return who === null
    ? say(world, 'owner.ticket.none')
    : say(world, 'owner.ticket.none_of', { name: plain(who) })
}

function ask(found: readonly Held[], staff: StaffState, world: World): Obeyed {
  const lines = found.slice(0, MOST).map((each) => lineOf(each, world))
  const text = [say(world, 'owner.ticket.which'), ...lines].join('\n')
  return answer(staff, text, { kind: 'ticket' })
}

function show({ ticket, lead }: Held, staff: StaffState, world: World): Obeyed {
  const foot = say(world, 'owner.ticket.foot', { n: ticket.number })
  const text = `${lineOf({ ticket, lead }, world)}\n${foot}`
  return answer({ ...staff, lastAbout: lead.id }, text)
}

function settle({ ticket, lead }: Held, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  const n = ticket.number
  if (ticket.status === 'asked') {
    return answer(staff, say(world, 'owner.ticket.already', { n, name }))
  }
  const about = { ...staff, lastAbout: lead.id }
  const what = say(world, ...whetherAsked(world.gateFor(lead.id), { n, name }, world))
  return change(about, lead, { kind: 'settle', ticket: n }, undoable(world, what))
}

/** The customer is asked by the gate: at once, later, or never. */
function whetherAsked(
  answer: GateAnswer,
  params: { readonly n: number; readonly name: string },
  { business, messages }: World,
): readonly [key: string, params: Params] {
  if (answer.kind === 'go') return ['owner.ticket.settled', params]
  if (answer.reason === 'held.opted_out') return ['owner.ticket.settled_unasked', params]
  const why = heldText(answer, business, messages)
  const key = answer.kind === 'wait' ? 'owner.ticket.settled_later' : 'owner.ticket.settled_never'
  return [key, { ...params, why }]
}

function lineOf({ ticket, lead }: Held, world: World): string {
  const { name } = names(lead, world)
  const params = { n: ticket.number, name, said: quoted(ticket.said) }
  if (ticket.status === 'asked') return say(world, 'owner.ticket.line_asked', params)
  return say(world, 'owner.ticket.line', { ...params, due: dueText(ticket.dueAt, world) })
}
