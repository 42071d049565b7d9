import type { Account } from '../../core/aftersale/call-list.js'
import type { Business } from '../../core/business/types.js'
import { isLeftAlone } from '../../core/conversation/attention.js'
import { matchKey } from '../../core/identity.js'
import { isoOf } from '../../core/schedule/local-time.js'
import { DAY } from '../../core/schedule/units.js'
import type { ContactId, Iso, LineId } from '../../core/types.js'
import { type AccountRow, accountRow, keyAccountIds } from '../../store/accounts.js'
import { findLead, type LeadRow } from '../../store/leads.js'
import { touchesOf } from '../../store/touches.js'
import type { TurnDeps } from '../deps.js'

/** Everybody on a line who may be a key account: whoever is marked, and whoever buys as much as one does. */
export function keyAccountsOn(deps: TurnDeps, lineId: LineId, now: Iso): readonly Account[] {
  const { sales, spent, within } = deps.business.calls.special
  // A little longer than that: which days those were, local time tells.
  const since = isoOf(Date.parse(now) - (within + 2) * DAY)
  return keyAccountIds(deps.db, { sales, spent, since }).flatMap(
    (id) => accountOn(deps, lineId, id) ?? [],
  )
}

/** One customer or marked person, as calls that have no other reason look at them; null for others. */
export function accountOn(deps: TurnDeps, lineId: LineId, id: ContactId): Account | null {
  const row = accountRow(deps.db, id)
  const lead = row === null ? null : findLead(deps.db, lineId, id)
  return row === null || lead === null ? null : accountOf(deps, row, lead)
}

function accountOf(
  { db, business }: Pick<TurnDeps, 'db' | 'business'>,
  { contactId, owedAt, ...row }: AccountRow,
  { contact }: LeadRow,
): Account {
  return {
    ...row,
    id: contactId,
    vip: contact.vip,
    bought: contact.lastOrder?.items ?? [],
    satisfaction: contact.satisfaction,
    notes: touchesOf(db, contactId).map(({ note }) => note),
    owed: owedAt !== null,
    surveyedAt: contact.satisfaction?.at ?? null,
    openTickets: contact.tickets.length,
    optedOut: contact.consent === 'opted_out' || isLeftAlone(contact, business),
    planned: contact.care.call !== null,
    manager: managerPhone(business, contact.care.manager?.phone ?? null),
  }
}

/** As the business file writes it; null for somebody who is no longer in it. */
function managerPhone({ staff }: Business, phone: string | null): string | null {
  if (phone === null) return null
  return staff.find((one) => matchKey(one.phone) === matchKey(phone))?.phone ?? null
}
