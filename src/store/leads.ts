import { sql } from 'kysely'
import type { ContactState, Dialogue, InquiryState } from '../core/conversation/types.js'
import { type ContactId, type Iso, type LineId, STAGES } from '../core/types.js'
import { isFilled } from './fill-accounts.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { type Query, statement } from './sqlite/statement.js'

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
  if (!isFilled(db)) return selectEvery(db).all({ lineId, limit, now }).map(leadRowOf)
  // As many as are wanted were heard in this hour and since; who wrote when, in it, their rows tell.
  const since = selectSince(db).get({ lineId, limit })?.since ?? null
  const listed = since === null ? [] : selectListed(db).all({ lineId, since, limit })
  const seen = new Set(listed.map(({ id }) => id))
  const paused = selectPaused(db)
    .all({ lineId, now, limit })
    .filter(({ id }) => !seen.has(id))
  return [...listed, ...paused].sort(lastHeardFirst).slice(0, limit).map(leadRowOf)
}

/** One person on a line, at whatever stage; null for whoever has not asked for anything. */
export function findLead(db: Database, lineId: LineId, contactId: ContactId): LeadRow | null {
  const row = selectOne(db).get({ lineId, contactId })
  return row === undefined ? null : leadRowOf(row)
}

function lastHeardFirst(a: StoredLead, b: StoredLead): number {
  return (b.heardAt ?? '').localeCompare(a.heardAt ?? '')
}

type StoredLead = {
  readonly id: ContactId
  readonly contact: string
  readonly phone: string | null
  readonly inquiry: string
  readonly dialogue: string
  readonly heardAt: Iso | null
}

function leadRowOf({
  contact,
  phone,
  inquiry,
  dialogue,
  heardAt,
}: Omit<StoredLead, 'id'>): LeadRow {
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
    .select('contacts.id')
    .select(['contacts.state as contact', 'contacts.phone', 'inquiries.state as inquiry'])
    .select(['conversations.state as dialogue', 'conversations.heard_at as heardAt'])

const selectOne = statement<{ lineId: LineId; contactId: ContactId }>()((query, arg) =>
  leads(query)
    .where('conversations.contact_id', '=', arg('contactId'))
    .where('conversations.line_id', '=', arg('lineId')),
)

const selectSince = statement<{ lineId: LineId; limit: number }>()((query, arg) =>
  query
    .selectFrom((row) =>
      row
        .selectFrom('conversations')
        .select('listed_on')
        .where('line_id', '=', arg('lineId'))
        .where('listed_on', 'is not', null)
        .orderBy('listed_on', 'desc')
        .limit(arg('limit'))
        .as('last'),
    )
    .select((row) => row.fn.min<string | null>('last.listed_on').as('since')),
)

const selectListed = statement<{ lineId: LineId; since: string; limit: number }>()((query, arg) =>
  leads(query)
    .where('conversations.line_id', '=', arg('lineId'))
    .where('conversations.listed_on', '>=', arg('since'))
    .orderBy('conversations.heard_at', 'desc')
    .limit(arg('limit')),
)

/** Whoever is silenced now may be named, lead or not. */
const selectPaused = statement<{ lineId: LineId; limit: number; now: Iso }>()((query, arg) =>
  leads(query)
    .where('conversations.line_id', '=', arg('lineId'))
    .where('conversations.paused_until', '>', arg('now'))
    .orderBy('conversations.heard_at', 'desc')
    .limit(arg('limit')),
)

/** The same of everybody, until they are entered. */
const selectEvery = statement<{ lineId: LineId; limit: number; now: Iso }>()((query, arg) =>
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
