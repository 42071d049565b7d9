import type { ContactId, Iso } from '../core/types.js'
import { statement } from './sqlite/statement.js'

export type ReferralRow = {
  readonly phone: string | null
  readonly name: string | null
  readonly code: string
  readonly status: string
}

type Of = { contactId: ContactId }

export const selectContact = statement<Of>()((query, arg) =>
  query
    .selectFrom('contacts')
    .leftJoin('inquiries', 'inquiries.id', 'contacts.inquiry_id')
    .select(['contacts.phone', 'contacts.state as contact', 'inquiries.state as inquiry'])
    .where('contacts.id', '=', arg('contactId')),
)

export const selectStaff = statement<Of>()((query, arg) =>
  query.selectFrom('staff').select('role').where('contact_id', '=', arg('contactId')),
)

export const selectPaused = statement<Of & { now: Iso }>()((query, arg) =>
  query
    .selectFrom('conversations')
    .select('state')
    .where('contact_id', '=', arg('contactId'))
    .where('paused_until', '>', arg('now'))
    .orderBy('paused_until', 'desc'),
)

export const selectInquiries = statement<Of>()((query, arg) =>
  query
    .selectFrom('inquiries')
    .select(['number', 'opened_at as openedAt', 'score', 'outcome'])
    .where('contact_id', '=', arg('contactId'))
    .orderBy('number'),
)

export const selectTickets = statement<Of>()((query, arg) =>
  query
    .selectFrom('tickets')
    .select(['number', 'status', 'due_at as dueAt'])
    .where('contact_id', '=', arg('contactId'))
    .orderBy('number'),
)

export const selectReferrals = statement<Of>()((query, arg) =>
  query
    .selectFrom('referrals')
    .select(['phone', 'name', 'code', 'status'])
    .where('contact_id', '=', arg('contactId'))
    .orderBy('id'),
)
