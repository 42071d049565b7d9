import type { ContactId, InquiryId, Iso } from '../core/types.js'
import type { Database } from './database.js'
import { statement } from './statement.js'

export type StoredObjection = {
  readonly contactId: ContactId
  readonly inquiryId: InquiryId | null
  /** Its id in the business file. */
  readonly objection: string
  readonly said: string
  readonly at: Iso
}

/** Something that was said against a price. */
export function addObjection(
  db: Database,
  { contactId, inquiryId, objection, said, at }: StoredObjection,
): void {
  insert(db).run({ contactId, inquiryId, objection, said, at })
}

/** How often each was said since then, the commonest first. */
export function countObjections(
  db: Database,
  since: Iso,
): readonly { readonly objection: string; readonly count: number }[] {
  return count(db).all({ since })
}

const insert = statement<StoredObjection>()((query, arg) =>
  query.insertInto('objections').values({
    contact_id: arg('contactId'),
    inquiry_id: arg('inquiryId'),
    kind: arg('objection'),
    said: arg('said'),
    at: arg('at'),
  }),
)

const count = statement<{ since: Iso }>()((query, arg) =>
  query
    .selectFrom('objections')
    .select((row) => ['kind as objection', row.fn.countAll<number>().as('count')])
    .where('at', '>', arg('since'))
    .groupBy('kind')
    .orderBy('count', 'desc'),
)
