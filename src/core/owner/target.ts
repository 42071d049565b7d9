import type { ContactId } from '../types.js'
import type { Command } from './commands.js'
import { hasBought } from './customers.js'
import { findLeads } from './find-lead.js'
import { firstOf, where } from './lazily.js'
import { mayPart } from './part-with.js'
import type { Circle } from './people.js'
import type { OpenLead, StaffState, World } from './types.js'
import { MOST_LISTED } from './which.js'

/** Commands that are about one lead. */
export type Aimed = Extract<Command, { name: unknown }>

type Target =
  | { readonly kind: 'one'; readonly lead: OpenLead }
  | { readonly kind: 'which'; readonly among: readonly OpenLead[]; readonly named: boolean }
  | { readonly kind: 'not_found'; readonly name: string }
  | { readonly kind: 'nobody' }

/**
 * Whom a word means: the card it answers, else the name in it, else the only one it can apply to,
 * else the one just talked about. Where two fit, it asks.
 */
export function targetOf(command: Aimed, staff: StaffState, world: World): Target {
  const quoted = world.quoted === null ? null : world.people.byId(world.quoted.contactId)
  if (quoted !== null) return { kind: 'one', lead: quoted }
  // Whoever the quoted message was about is gone: nobody else is meant by it.
  if (world.quoted !== null && command.name === null) return { kind: 'nobody' }
  const { name } = command
  if (name === null) return unnamed(command, staff, world)
  const found = findLeads(world.people, name)
  const [only, another] = firstOf(found, 2)
  if (only === undefined) return { kind: 'not_found', name }
  if (another === undefined) return { kind: 'one', lead: only }
  return narrowed(found, command, world)
}

/** Whether the command would change something about this lead. */
function applies(command: Aimed, lead: OpenLead, world: World): boolean {
  const open = lead.outcome === null
  switch (command.kind) {
    case 'customer':
      return hasBought(lead)
    case 'lead':
    case 'note':
      return true
    case 'called':
    case 'not_called':
    case 'drop_call':
    case 'call':
    case 'entrust':
    case 'cancel_meeting':
      return isCaredFor(command.kind, lead)
    case 'take':
      return open && lead.assignedTo?.id !== world.me.id
    case 'release':
      return lead.assignedTo?.id === world.me.id || isCaller(lead, world)
    case 'sale':
      // One more to a customer is only meant of who is named.
      return open || (command.again && command.name !== null && hasBought(lead))
    case 'won':
    case 'lost':
    case 'quote':
    case 'postpone':
    case 'meeting':
      return open
    case 'respond':
    case 'draft':
      return open && !lead.optedOut
    case 'vip':
    case 'unvip':
      return lead.vip === (command.kind === 'unvip')
    case 'deliver':
      return world.owed.some(({ referrer }) => referrer === lead.id)
    case 'ignore':
      return !lead.leftAlone
    case 'attend':
      return lead.leftAlone
    case 'pause':
      return open && !lead.paused
    case 'opt_out':
    case 'erase':
    case 'unfollow':
      return mayPart(command.kind, lead)
    case 'resume':
      return lead.paused
  }
}

/** Whether what a word about calls and meetings is about was planned with this one. */
function isCaredFor(
  kind: 'called' | 'not_called' | 'drop_call' | 'call' | 'entrust' | 'cancel_meeting',
  { care, vip, postponed, outcome }: OpenLead,
): boolean {
  if (kind === 'cancel_meeting') return care.meeting !== null
  if (kind === 'drop_call' && postponed !== null && outcome === null) return true
  return kind === 'call' || kind === 'entrust' ? vip : care.call !== null
}

/** Of those who share a name, the ones the command can apply to; all of them when it fits none. */
function narrowed(found: Iterable<OpenLead>, command: Aimed, world: World): Target {
  const fitting = firstOf(
    where(found, (lead) => applies(command, lead, world)),
    MOST_LISTED,
  )
  const [lead] = fitting
  if (lead !== undefined && fitting.length === 1) return { kind: 'one', lead }
  const among = fitting.length > 0 ? fitting : firstOf(found, MOST_LISTED)
  return { kind: 'which', among, named: true }
}

/** Where those are to be found to whom a word without a name can apply. */
const CIRCLES: { readonly [K in Aimed['kind']]: Circle } = {
  lead: 'everybody',
  customer: 'everybody',
  note: 'everybody',
  vip: 'everybody',
  ignore: 'everybody',
  opt_out: 'everybody',
  erase: 'everybody',
  take: 'open',
  sale: 'open',
  won: 'open',
  lost: 'open',
  quote: 'open',
  postpone: 'open',
  meeting: 'open',
  respond: 'open',
  draft: 'open',
  pause: 'open',
  release: 'mine',
  resume: 'busy',
  called: 'busy',
  not_called: 'busy',
  call: 'busy',
  entrust: 'busy',
  cancel_meeting: 'busy',
  drop_call: 'busy',
  unvip: 'busy',
  deliver: 'busy',
  attend: 'busy',
  unfollow: 'busy',
}

function unnamed(command: Aimed, staff: StaffState, world: World): Target {
  const circle = world.people.circle(CIRCLES[command.kind])
  const fitting = where(circle, (lead) => applies(command, lead, world))
  // Somebody without a person in charge waits for it more than somebody else's lead.
  const free = command.kind === 'take' ? firstOf(where(fitting, isFree), MOST_LISTED) : []
  const among = free.length > 0 ? free : firstOf(fitting, MOST_LISTED)
  const [only] = among
  if (only === undefined) return lastResort(staff, world)
  // What is said to somebody is never said to another than the one who was quoted.
  if (isSaid(command) && world.quotesNobody) {
    return { kind: 'which', among, named: false }
  }
  if (among.length === 1) return { kind: 'one', lead: only }
  const mayBe = (lead: OpenLead): boolean =>
    applies(command, lead, world) && (free.length === 0 || isFree(lead))
  const lead = inFocus(command, mayBe, staff, world)
  return lead === null ? { kind: 'which', among, named: false } : { kind: 'one', lead }
}

/**
 * The one just talked about, unless a card of somebody else came since. `tomar` alone after a card
 * means that card; nothing else is taken for granted about a lead that was only announced.
 */
function inFocus(
  command: Aimed,
  mayBe: (lead: OpenLead) => boolean,
  staff: StaffState,
  world: World,
): OpenLead | null {
  const among = (id: ContactId | null): OpenLead | null => {
    const lead = id === null ? null : world.people.byId(id)
    return lead !== null && mayBe(lead) ? lead : null
  }
  const about = among(staff.lastAbout)
  // What is said to somebody is never said to somebody else: any news since counts, not only a card.
  const last = isSaid(command) ? (world.lastNews ?? world.lastCard) : world.lastCard
  const carded = among(last)
  if (about === null) return command.kind === 'take' ? carded : null
  if (about.id === world.spokenSince) return about
  return carded === null || carded.id === about.id ? about : null
}

function isFree({ assignedTo }: OpenLead): boolean {
  return assignedTo === null
}

/** What ends in words to that person. */
function isSaid({ kind }: Aimed): boolean {
  return kind === 'respond' || kind === 'draft'
}

/** Nobody is left: the word is about the one just talked about, and the answer says how they stand. */
function lastResort(staff: StaffState, world: World): Target {
  const id = staff.lastAbout ?? world.lastCard
  const lead = id === null ? null : world.people.byId(id)
  return lead === null ? { kind: 'nobody' } : { kind: 'one', lead }
}

/** Commands that are about one lead, told from the others. */
export function isAimed(command: Command): command is Aimed {
  return 'name' in command
}

/** Whether a call that is planned is theirs: what nobody planned is everybody's. */
function isCaller({ care: { call } }: OpenLead, { me }: World): boolean {
  return call !== null && (call.by === null || call.by.id === me.id)
}
