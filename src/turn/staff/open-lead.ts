import { itemsText } from '../../core/business/quote.js'
import { isLeftAlone } from '../../core/conversation/attention.js'
import { friendlyName } from '../../core/conversation/friendly-name.js'
import type { ContactState, Dialogue } from '../../core/conversation/types.js'
import { orderOf } from '../../core/funnel/order.js'
import { calledBy } from '../../core/owner/account-entry.js'
import { promiseField } from '../../core/owner/card-fields.js'
import type { OpenLead } from '../../core/owner/types.js'
import type { Iso } from '../../core/types.js'
import type { LeadRow } from '../../store/leads.js'
import type { TurnDeps } from '../deps.js'

/** A stored contact with their inquiry and chat, as the owner's words see them. */
export function leadOf(
  { business, messages }: Pick<TurnDeps, 'business' | 'messages'>,
  row: LeadRow,
  now: Iso,
): OpenLead {
  const { contact, inquiry, dialogue, heardAt } = row
  const { score, assignedTo, outcome, told, promisedBy, attendedAt, postponed, quote, nurture } =
    inquiry
  const items = orderOf(row, business)
  const { need } = inquiry.slots
  const wanted = need?.status === 'known' ? String(need.value) : ''
  const { paused } = dialogue
  const pausedUntil = paused !== null && paused.until > now ? paused.until : null
  return {
    id: contact.id,
    ...calledBy(contact),
    called: friendlyName(contact),
    stage: contact.stage,
    score,
    summary: items.length === 0 ? wanted : itemsText(business, items, messages),
    items,
    assignedTo,
    outcome,
    paused: pausedUntil !== null,
    pausedUntil,
    told,
    promise: promiseField({ inquiry, now, business, messages }),
    promisedBy,
    attendedAt,
    postponed,
    nurture,
    rehearsed: dialogue.rehearsed,
    quote,
    vip: contact.vip,
    care: contact.care,
    tickets: contact.tickets,
    leftAlone: isLeftAlone(contact, business),
    refused: contact.consent === 'opted_out',
    optedOut: hasLeft(contact, dialogue),
    heardAt,
  }
}

/** They asked not to be written to, and have asked nothing since: then they would have been told so. */
function hasLeft({ consent }: ContactState, { said }: Dialogue): boolean {
  return consent === 'opted_out' && said['chat.opt_out.note'] === undefined
}
