import type { ContactId, InquiryId, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** One answer; `score` is null when it was given in words only. */
export type Survey = {
  readonly contactId: ContactId
  readonly inquiryId: InquiryId | null
  readonly kind: string
  readonly score: number | null
  readonly said: string
  readonly at: Iso
}

export function addSurvey(db: Database, survey: Survey): void {
  insert(db).run(survey)
}

/** Oldest first. */
export function surveysOf(db: Database, contactId: ContactId): readonly Survey[] {
  return select(db).all({ contactId })
}

const insert = statement<Survey>()((query, arg) =>
  query.insertInto('surveys').values({
    contact_id: arg('contactId'),
    inquiry_id: arg('inquiryId'),
    kind: arg('kind'),
    score: arg('score'),
    said: arg('said'),
    at: arg('at'),
  }),
)

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('surveys')
    .select(['contact_id as contactId', 'inquiry_id as inquiryId', 'kind', 'score', 'said', 'at'])
    .where('contact_id', '=', arg('contactId'))
    .orderBy('id'),
)
