import { lastTold } from '../../core/aftersale/last-told.js'
import type { Business } from '../../core/business/types.js'
import { isBusiness } from '../../core/funnel/facts-of-case.js'
import { customerCard } from '../../core/owner/customer-card.js'
import { type AskingAllowed, mayAskReferral } from '../../core/referral/may-ask.js'
import type { ContactId, Iso, LineId } from '../../core/types.js'
import { contactName } from '../../store/contact-name.js'
import { findLead, type LeadRow } from '../../store/leads.js'
import { notesOf } from '../../store/notes.js'
import { broughtBy, referralOf } from '../../store/referrals.js'
import { soldTo } from '../../store/sales.js'
import { touchesOf } from '../../store/touches.js'
import type { TurnDeps } from '../deps.js'
import { leadOf } from './open-lead.js'

/** One customer's card, with everything looked up for it; null for whoever never asked for anything. */
export function customerFor(
  deps: TurnDeps,
  target: ContactId,
  lineId: LineId,
  now: Iso,
): string | null {
  const { db, business, messages } = deps
  const row = findLead(db, lineId, target)
  if (row === null) return null
  const touches = touchesOf(db, target)
  const referral = referralOf(db, target)
  return customerCard({
    lead: leadOf(deps, row, now),
    satisfaction: row.contact.satisfaction,
    sales: soldTo(db, target),
    asking: askingOf(row, business, now),
    notes: notesOf(db, target).map(({ text }) => text),
    touch: touches.at(-1) ?? null,
    told: lastTold(
      touches.map(({ note }) => note),
      messages,
    ),
    brought: broughtBy(db, target).map(({ friend, name, phone, status }) => ({
      friend: (friend === null ? null : contactName(db, friend)) ?? name ?? phone,
      status,
    })),
    source: row.contact.source,
    broughtBy: referral === null ? null : contactName(db, referral.referrer),
    now,
    business,
    messages,
  })
}

/** Whether they may be asked for somebody they know; null for a business that asks nobody. */
function askingOf(row: LeadRow, business: Business, now: Iso): AskingAllowed | null {
  const { referrals, timeZone } = business
  if (referrals === null) return null
  const { everyDays } = referrals
  const rules = { now, timeZone, everyDays, isBusiness: isBusiness(row, { business }) }
  return mayAskReferral(row.contact, rules)
}
