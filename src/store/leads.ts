import { sql } from 'kysely'
import type { ContactState, Dialogue, InquiryState } from '../core/conversation/types.js'
import { type ContactId, type Iso, type LineId, STAGES } from '../core/types.js'
import type { Database } from './database.js'
import { parseJson } from './json.js'
import { type Query, statement } from './statement.js'

export type LeadRow = {
  readonly contact: ContactState
  readonly inquiry: InquiryState
  readonly dialogue: Dialogue
  readonly heardAt: Iso | null
}

/**
 * Whoever an owner may name: everybody who is at least a lead, whose card was sent, or in whose chat the
 * bot is silent now, with open inquiries and closed ones, the last heard of first.
 */
export function listLeads(
  db: Database,
  lineId: LineId,
  limit: number,
  now: Iso,
): readonly LeadRow[] {
  return select(db).all({ lineId, limit, now }).map(leadRowOf)
}

/** One person on a line, at whatever stage; null for whoever has not asked for anything. */
export function findLead(db: Database, lineId: LineId, contactId: ContactId): LeadRow | null {
  const row = selectOne(db).get({ lineId, contactId })
  return row === undefined ? null : leadRowOf(row)
}

type StoredLead = {
  readonly contact: string
  readonly phone: string | null
  readonly inquiry: string
  readonly dialogue: string
  readonly heardAt: Iso | null
}

function leadRowOf({ contact, phone, inquiry, dialogue, heardAt }: StoredLead): LeadRow {
  return {
    contact: { ...parseJson<ContactState>(contact), phone },
    inquiry: parseJson<InquiryState>(inquiry),
    dialogue: parseJson<Dialogue>(dialogue),
    heardAt,
  }
}

const FROM_LEAD_ON = STAGES.slice(STAGES.indexOf('lead'))

const leads = (query: Query) =>
  query
    .selectFrom('conversations')
    .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
    .innerJoin('inquiries', 'inquiries.id', 'contacts.inquiry_id')
    .select(['contacts.state as contact', 'contacts.phone', 'inquiries.state as inquiry'])
    .select(['conversations.state as dialogue', 'conversations.heard_at as heardAt'])

const selectOne = statement<{ lineId: LineId; contactId: ContactId }>()((query, arg) =>
  leads(query)
    .where('conversations.contact_id', '=', arg('contactId'))
    .where('conversations.line_id', '=', arg('lineId')),
)

const select = statement<{ lineId: LineId; limit: number; now: Iso }>()((query, arg) =>
  leads(query)
    .where('conversations.line_id', '=', arg('lineId'))
    .where((row) =>
      row.or([
        row('inquiries.told', '=', sql.lit<1>(1)),
        row('contacts.stage', 'in', FROM_LEAD_ON),
        row('conversations.paused_until', '>', arg('now')),
      ]),
    )
    .orderBy('conversations.heard_at', 'desc')
    .limit(arg('limit')),
)
