import type { PlannedCall } from '../aftersale/care.js'
import type { Business } from '../business/types.js'
import type { Assignee, Silence } from '../conversation/types.js'
import type { Messages } from '../messages.js'
import { localTime } from '../schedule/local-time.js'
import type { ContactId, Iso } from '../types.js'
import { displayName } from './find-lead.js'
import type { OpenLead } from './types.js'

type Named = { readonly lead: ContactId; readonly name: string; readonly summary: string }

/** One thing to do today. */
export type TodayThing = Named &
  (
    | { readonly kind: 'call'; readonly promisedBy: Iso | null }
    | {
        readonly kind: 'ticket'
        readonly number: number
        readonly said: string
        readonly dueAt: Iso
      }
    | { readonly kind: 'meeting'; readonly at: Iso }
    /** A call that somebody planned, or that is owed. */
    | { readonly kind: 'planned'; readonly at: Iso; readonly why: PlannedCall['why'] }
    | { readonly kind: 'postponed'; readonly until: Iso }
    /** They asked to be written to today, and the bot will. */
    | { readonly kind: 'returns'; readonly at: Iso }
    /** A quote that was given and not answered. */
    | { readonly kind: 'quote'; readonly amount: number; readonly at: Iso }
    /** In charge of the reader, and not heard of for days. */
    | { readonly kind: 'follow_up'; readonly since: Iso }
  )

export type Today = {
  /** What presses most first: each ticket, meeting and planned call, and each lead once. */
  readonly things: readonly TodayThing[]
  /** Chats in which the bot is silent. */
  readonly paused: readonly { readonly name: string; readonly until: Iso }[]
  /** Since when, and by whom, the bot is silent everywhere; null when it is not. */
  readonly silence: Silence | null
}

type Asking = {
  readonly me: Assignee
  readonly leads: readonly OpenLead[]
  readonly silence: Silence | null
  readonly now: Iso
  readonly business: Business
  readonly messages: Messages
}

/** After so many days without a word somebody in charge asks again. */
const SILENT_DAYS = 3
const KINDS: readonly TodayThing['kind'][] = [
  ...(['call', 'ticket', 'meeting', 'planned', 'postponed', 'returns', 'quote'] as const),
  'follow_up',
]

/** What one owner or seller has to do today: what is theirs, and what nobody has taken. */
export function todayThings(asking: Asking): Today {
  const things = asking.leads
    .flatMap((lead) => {
      const ours = isOpen(lead) && isOurs(lead.assignedTo, asking.me)
      const things = ours ? thingOf(lead, asking) : []
      const waits = things.some(({ kind }) => kind === 'call')
      return [...ticketsOf(lead, asking), ...plannedOf(lead, waits, asking), ...things]
    })
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || whenOf(a) - whenOf(b))
  const paused = asking.leads.flatMap((lead) =>
    lead.pausedUntil === null
      ? []
      : [{ name: displayName(lead, asking.messages), until: lead.pausedUntil }],
  )
  return { things, paused, silence: asking.silence }
}

/** What is open after a sale is to be settled, whatever else they want. */
function ticketsOf(lead: OpenLead, { me, messages }: Asking): readonly TodayThing[] {
  const named = { lead: lead.id, name: displayName(lead, messages), summary: lead.summary }
  return lead.tickets
    .filter(({ status, assignedTo }) => status === 'open' && isOurs(assignedTo, me))
    .map(({ number, said, dueAt }) => ({ ...named, kind: 'ticket', number, said, dueAt }))
}

/** What somebody planned for today or before; a call is owed once to whoever waits for one anyway. */
function plannedOf(
  lead: OpenLead,
  waits: boolean,
  { me, now, business, messages }: Asking,
): readonly TodayThing[] {
  const { call, meeting } = lead.care
  const dayOf = (iso: Iso): number => localTime(iso, business.timeZone).day
  const named = { lead: lead.id, name: displayName(lead, messages), summary: lead.summary }
  const isDue = call !== null && dayOf(call.at) <= dayOf(now) && isOurs(call.by, me)
  return [
    ...(meeting !== null && dayOf(meeting.at) === dayOf(now) && isOurs(meeting.by, me)
      ? [{ ...named, kind: 'meeting', at: meeting.at } as const]
      : []),
    ...(isDue && !(waits && call.why === 'missed')
      ? [{ ...named, kind: 'planned', at: call.at, why: call.why } as const]
      : []),
  ]
}

function thingOf(lead: OpenLead, asking: Asking): readonly TodayThing[] {
  const { now, business, messages } = asking
  const dayOf = (iso: Iso): number => localTime(iso, business.timeZone).day
  const named = { lead: lead.id, name: displayName(lead, messages), summary: lead.summary }
  const { postponed, promisedBy, quote, heardAt, nurture } = lead
  if (postponed !== null) {
    if (dayOf(postponed.until) > dayOf(now)) return []
    return [{ ...named, kind: 'postponed', until: postponed.until }]
  }
  if (nurture?.agreed && nurture.times === 0 && nurture.nextAt !== null) {
    if (dayOf(nurture.nextAt) !== dayOf(now)) return []
    return [{ ...named, kind: 'returns', at: nurture.nextAt }]
  }
  if (quote !== null && !isAfter(heardAt, quote.at)) {
    return [{ ...named, kind: 'quote', amount: quote.amount, at: quote.at }]
  }
  if (promisedBy !== null || waits(lead)) return [{ ...named, kind: 'call', promisedBy }]
  const ours = lead.assignedTo !== null || lead.attendedAt !== null
  const isSilent = heardAt !== null && dayOf(now) - dayOf(heardAt) >= SILENT_DAYS
  return ours && isSilent ? [{ ...named, kind: 'follow_up', since: heardAt }] : []
}

/** Nobody has taken them, and nobody has written to them since they last wrote. */
function waits({ told, assignedTo, attendedAt, heardAt }: OpenLead): boolean {
  if (!told || assignedTo !== null) return false
  return attendedAt === null || isAfter(heardAt, attendedAt)
}

function isAfter(heardAt: Iso | null, moment: Iso): boolean {
  return heardAt !== null && heardAt > moment
}

/** Also somebody who bought already and was promised an answer since: the order came badly. */
function isOpen({ outcome, promisedBy }: OpenLead): boolean {
  return outcome === null || (outcome.kind === 'won' && promisedBy !== null)
}

function isOurs(assignedTo: Assignee | null, me: Assignee): boolean {
  return assignedTo === null || assignedTo.id === me.id
}

/** The oldest promise first; who was promised nothing comes after everybody who was. */
function whenOf(thing: TodayThing): number {
  switch (thing.kind) {
    case 'call':
      return thing.promisedBy === null ? Number.MAX_SAFE_INTEGER : Date.parse(thing.promisedBy)
    case 'ticket':
      return Date.parse(thing.dueAt)
    case 'meeting':
    case 'planned':
      return Date.parse(thing.at)
    case 'postponed':
      return Date.parse(thing.until)
    case 'returns':
    case 'quote':
      return Date.parse(thing.at)
    case 'follow_up':
      return Date.parse(thing.since)
  }
}
