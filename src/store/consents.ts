import type {
  Actor,
  ContactId,
  Iso,
  MessageId,
  Permission,
  PermissionChange,
} from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseNullable, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** A way in to being written to, or out of it, with the words and the message that prove it. */
export type Consent = Permission & {
  readonly contactId: ContactId
  readonly kind: string
  readonly evidence: MessageId | null
}

/** Appends: the last one of a kind holds, the earlier ones are its history. */
export function addConsent(db: Database, { actor, ...consent }: Consent): void {
  insert(db).run({ ...consent, actor: actor === null ? null : toJson(actor) })
}

/** Oldest first. */
export function consentsOf(db: Database, contactId: ContactId): readonly Consent[] {
  return select(db)
    .all({ contactId })
    .map(({ actor, ...row }) => ({ ...row, actor: parseNullable<Actor>(actor) }))
}

type Row = {
  readonly contactId: ContactId
  readonly kind: string
  readonly state: PermissionChange
  readonly words: string
  readonly actor: string | null
  readonly evidence: MessageId | null
  readonly at: Iso
}

const insert = statement<Row>()((query, arg) =>
  query.insertInto('consents').values({
    contact_id: arg('contactId'),
    kind: arg('kind'),
    state: arg('state'),
    words: arg('words'),
    actor: arg('actor'),
    message_id: arg('evidence'),
    at: arg('at'),
  }),
)

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('consents')
    .select(['contact_id as contactId', 'kind', 'state', 'words', 'actor'])
    .select(['message_id as evidence', 'at'])
    .where('contact_id', '=', arg('contactId'))
    .orderBy('id'),
)
