import type { InquiryState } from '../core/conversation/types.js'
import type { PersonFacts } from '../core/funnel/count-person.js'
import type { ContactId, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson, parseNullable } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** What the rows about one contact say, as figures look at them. */
export type PersonRows = {
  readonly facts: PersonFacts
  readonly inquiries: readonly {
    readonly state: InquiryState
    readonly quoted: number | null
  }[]
  /** They were heard in the simulator and nowhere else. */
  readonly simulated: boolean
}

/** Null for staff, and for whoever is not there. Everything is found by an index. */
export function personRows(
  db: Database,
  contactId: ContactId,
  { currency }: { readonly currency: string },
): PersonRows | null {
  const of = { contactId }
  const contact = selectContact(db).get(of)
  if (contact === undefined || isStaff(db).get(of) !== undefined) return null
  const heard = selectHeard(db).get(of)
  const said = selectSaid(db).get(of)
  const human = earliest(heard?.firstHuman ?? null, said?.firstPerson ?? null)
  const quotes = selectQuotes(db).all(of)
  const inquiries = selectInquiries(db)
    .all(of)
    .map(({ state }) => parseJson<InquiryState>(state))
  const sales = selectSales(db).all({ contactId, currency })
  const lines = selectLines(db).all(of)
  return {
    facts: {
      stage: contact.stage,
      source: parseNullable(contact.source),
      isReferred: contact.referredBy !== null,
      createdAt: contact.createdAt,
      firstWroteAt: heard?.first ?? null,
      lastWroteAt: heard?.last ?? null,
      firstSaidAt: earliest(said?.first ?? null, human),
      firstHumanAt: human,
      sales: sales.map(({ amount }) => amount),
      referrals: countReferrals(db).get(of)?.n ?? 0,
      nps: selectNps(db).get(of)?.score ?? null,
      inquiries,
    },
    inquiries: inquiries.map((state) => ({
      state,
      quoted: quotes.findLast(({ inquiryId }) => inquiryId === state.id)?.amount ?? null,
    })),
    simulated: lines.length > 0 && lines.every(({ kind }) => kind === 'simulator'),
  }
}

function earliest(a: Iso | null, b: Iso | null): Iso | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

type Of = { contactId: ContactId }

const selectContact = statement<Of>()((query, arg) =>
  query
    .selectFrom('contacts')
    .select(['stage', 'source', 'referred_by as referredBy', 'created_at as createdAt'])
    .where('id', '=', arg('contactId')),
)

const isStaff = statement<Of>()((query, arg) =>
  query.selectFrom('staff').select('contact_id').where('contact_id', '=', arg('contactId')),
)

const selectHeard = statement<Of>()((query, arg) =>
  query
    .selectFrom('inbox')
    .select((row) => {
      const own = row('sender', '=', 'contact')
      return [
        row.fn.min('received_at').filterWhere(own).as('first'),
        row.fn.max('received_at').filterWhere(own).as('last'),
        row.fn.min('received_at').filterWhere('sender', '=', 'business').as('firstHuman'),
      ]
    })
    .where('contact_id', '=', arg('contactId')),
)

const selectSaid = statement<Of>()((query, arg) =>
  query
    .selectFrom('outbox')
    .select((row) => [
      row.fn.min('created_at').as('first'),
      row.fn.min('created_at').filterWhere('occasion', '=', 'person').as('firstPerson'),
    ])
    .where('contact_id', '=', arg('contactId'))
    .where('status', 'not in', ['cancelled', 'failed']),
)

const selectSales = statement<Of & { currency: string }>()((query, arg) =>
  query
    .selectFrom('sales')
    .select('amount')
    .where('contact_id', '=', arg('contactId'))
    .where('currency', '=', arg('currency'))
    .where('voided_at', 'is', null),
)

const selectQuotes = statement<Of>()((query, arg) =>
  query
    .selectFrom('quotes')
    .select(['amount', 'inquiry_id as inquiryId'])
    .where('contact_id', '=', arg('contactId'))
    .where('voided_at', 'is', null)
    .orderBy('id'),
)

const selectInquiries = statement<Of>()((query, arg) =>
  query.selectFrom('inquiries').select('state').where('contact_id', '=', arg('contactId')),
)

const selectNps = statement<Of>()((query, arg) =>
  query
    .selectFrom('surveys')
    .select('score')
    .where('contact_id', '=', arg('contactId'))
    .where('kind', '=', 'nps')
    .where('score', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1),
)

const countReferrals = statement<Of>()((query, arg) =>
  query
    .selectFrom('referrals')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('contact_id', '=', arg('contactId')),
)

const selectLines = statement<Of>()((query, arg) =>
  query
    .selectFrom('conversations')
    .leftJoin('lines', 'lines.id', 'conversations.line_id')
    .select('lines.kind')
    .where('conversations.contact_id', '=', arg('contactId')),
)
