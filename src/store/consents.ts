import type { ContactId, Iso, MessageId } from '../core/types.js'
import type { Database } from './database.js'
import { statement } from './statement.js'

/** What somebody agreed to or refused, with the message that proves it. */
export type Consent = {
  readonly contactId: ContactId
  readonly kind: string
  readonly state: 'granted' | 'opted_out'
  readonly evidence: MessageId | null
  readonly at: Iso
}

/** Appends: the last one of a kind holds, the earlier ones are its history. */
export function addConsent(db: Database, consent: Consent): void {
  insert(db).run(consent)
}

/** Oldest first. */
export function consentsOf(db: Database, contactId: ContactId): readonly Consent[] {
  return select(db).all({ contactId })
}

const insert = statement<Consent>()((query, arg) =>
  query.insertInto('consents').values({
    contact_id: arg('contactId'),
    kind: arg('kind'),
    state: arg('state'),
    message_id: arg('evidence'),
    at: arg('at'),
  }),
)

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('consents')
    .select(['contact_id as contactId', 'kind', 'state', 'message_id as evidence', 'at'])
    .where('contact_id', '=', arg('contactId'))
    .orderBy('id'),
)
