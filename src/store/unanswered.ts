import type { ContactId, Iso, MessageId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** A question that neither the facts nor anybody could answer. */
export type Unanswered = {
  readonly contactId: ContactId
  readonly text: string
  readonly evidence: MessageId | null
  readonly at: Iso
}

export function addUnanswered(db: Database, question: Unanswered): void {
  insert(db).run(question)
}

/** What nobody has answered yet and was asked since, the newest first. */
export function openQuestions(db: Database, since: Iso, limit: number): readonly Unanswered[] {
  return selectOpen(db).all({ since, limit })
}

/** A person answered everything that this contact had asked. */
export function markAnswered(db: Database, contactId: ContactId, at: Iso): void {
  update(db).run({ contactId, at })
}

const insert = statement<Unanswered>()((query, arg) =>
  query.insertInto('unanswered').values({
    contact_id: arg('contactId'),
    text: arg('text'),
    message_id: arg('evidence'),
    at: arg('at'),
    answered_at: null,
  }),
)

const selectOpen = statement<{ since: Iso; limit: number }>()((query, arg) =>
  query
    .selectFrom('unanswered')
    .select(['contact_id as contactId', 'text', 'message_id as evidence', 'at'])
    .where('answered_at', 'is', null)
    .where('at', '>=', arg('since'))
    .orderBy('id', 'desc')
    .limit(arg('limit')),
)

const update = statement<{ contactId: ContactId; at: Iso }>()((query, arg) =>
  query
    .updateTable('unanswered')
    .set({ answered_at: arg('at') })
    .where('contact_id', '=', arg('contactId'))
    .where('answered_at', 'is', null),
)
