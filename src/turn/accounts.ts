import type { Account } from '../core/aftersale/call-list.js'
import type { Business } from '../core/business/types.js'
import { isLeftAlone } from '../core/conversation/attention.js'
import { matchKey } from '../core/identity.js'
import type { OpenLead } from '../core/owner/types.js'
import type { Iso, LineId } from '../core/types.js'
import { type AccountRow, accountRows } from '../store/accounts.js'
import { findLead, type LeadRow } from '../store/leads.js'
import { touchesOf } from '../store/touches.js'
import type { TurnDeps } from './deps.js'
import { leadOf } from './open-lead.js'

export type Accounts = {
  readonly accounts: readonly Account[]
  /** The same people as the owner's words see them. */
  readonly leads: readonly OpenLead[]
}

/** Customers and marked people of a line, as calls that have no other reason look at them. */
export function accountsOn(deps: TurnDeps, lineId: LineId, now: Iso): Accounts {
  const known = accountRows(deps.db, lineId).flatMap((row) => {
    const lead = findLead(deps.db, lineId, row.contactId)
    return lead === null ? [] : [{ row, lead }]
  })
  return {
    accounts: known.map(({ row, lead }) => accountOf(deps, row, lead)),
    leads: known.map(({ lead }) => leadOf(deps, lead, now)),
  }
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
