import { type RawBuilder, sql } from 'kysely'
import type { ContactState } from '../core/conversation/types.js'
import type { ListedContact } from '../core/intake/contacts-csv.js'
import type { ContactId, Referral, SlotValue } from '../core/types.js'
import { consentsOf } from './consents.js'
import type { Database } from './sqlite/database.js'
import { parseJson, parseNullable } from './sqlite/json.js'
import { type Query, statement } from './sqlite/statement.js'

/** Everybody, the oldest first. */
export function contactRows(db: Database, currency: string): readonly ListedContact[] {
  return select(db)
    .all({ currency })
    .map((row) => listedOf(db, row))
}

/** Everybody, some at a time, so that whoever reads them need not keep others waiting. */
export function* contactPages(
  db: Database,
  currency: string,
): Generator<readonly ListedContact[], void> {
  let after = ''
  for (;;) {
    const rows = selectPage(db).all({ currency, after, limit: PAGE })
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    yield rows.map((row) => listedOf(db, row))
  }
}

const PAGE = 200

type Row = Omit<
  ListedContact,
  'name' | 'organization' | 'place' | 'email' | 'source' | 'optedOut' | 'permissions'
> & {
  readonly id: ContactId
  readonly state: string
  readonly source: string | null
  readonly consent: string
  readonly profileName: string | null
}

function listedOf(
  db: Database,
  { id, state, source, consent, profileName, ...row }: Row,
): ListedContact {
  const { slots } = parseJson<ContactState>(state)
  const said = (name: string): SlotValue | null => {
    const slot = slots[name]
    return slot?.status === 'known' ? slot.value : null
  }
  const text = (name: string): string | null => said(name)?.toString() ?? null
  return {
    ...row,
    name: text('name') ?? profileName,
    organization: text('organization'),
    place: text('place'),
    email: text('email'),
    source: parseNullable<Referral>(source),
    optedOut: consent === 'opted_out',
    permissions: consentsOf(db, id),
  }
}

const listed = (query: Query, currency: RawBuilder<string>) =>
  query
    .selectFrom('contacts')
    .select([
      'contacts.id',
      'contacts.phone',
      'contacts.stage',
      'contacts.source',
      'contacts.consent',
    ])
    .select(['contacts.state', 'contacts.created_at as since'])
    .select('contacts.profile_name as profileName')
    .select((row) => {
      const sales = row
        .selectFrom('sales')
        .whereRef('sales.contact_id', '=', 'contacts.id')
        .where('sales.voided_at', 'is', null)
      return [
        sales
          .select((one) => one.fn.countAll<number>().as('n'))
          .$asScalar()
          .$notNull()
          .as('sales'),
        row.fn
          .coalesce(
            sales
              .select((one) => one.fn.sum<number>('sales.amount').as('n'))
              .where('sales.currency', '=', currency)
              .$asScalar(),
            row.lit(0),
          )
          .as('bought'),
        sales
          .select((one) => one.fn.max('sales.at').as('at'))
          .$asScalar()
          .as('lastBoughtAt'),
      ]
    })

const select = statement<{ currency: string }>()((query, arg) =>
  listed(query, arg('currency')).orderBy('contacts.created_at').orderBy('contacts.id'),
)

const selectPage = statement<{ currency: string; after: string; limit: number }>()((query, arg) =>
  listed(query, arg('currency'))
    .where(sql<string>`contacts.id`, '>', arg('after'))
    .orderBy('contacts.id')
    .limit(arg('limit')),
)
