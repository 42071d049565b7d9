import type { ContactId, InquiryId, Iso } from '../core/types.js'
import { simulatorCounts } from './figures.js'
import type { Flag } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

type StoredObjection = {
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

/** How often each was said since then, the commonest first; by whom figures count. */
export function countObjections(
  db: Database,
  since: Iso,
): readonly { readonly objection: string; readonly count: number }[] {
  return count(db).all({ since, most: simulatorCounts(db) })
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

const count = statement<{ since: Iso; most: Flag }>()((query, arg) =>
  query
    .selectFrom('objections')
    .innerJoin('figure_people', 'figure_people.contact_id', 'objections.contact_id')
    .select((row) => ['objections.kind as objection', row.fn.countAll<number>().as('count')])
    .where('objections.at', '>', arg('since'))
    .where('figure_people.simulated', '<=', arg('most'))
    .groupBy('objections.kind')
    .orderBy('count', 'desc')
    .orderBy('objections.kind'),
)
