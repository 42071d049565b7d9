import type { ContactId, Iso, MessageId } from '../core/types.js'
import type { Database } from './database.js'
import { statement } from './statement.js'

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

/** Newest first. */
export function listUnanswered(db: Database, limit: number): readonly Unanswered[] {
  return select(db).all({ limit })
}

const insert = statement<Unanswered>()((query, arg) =>
  query.insertInto('unanswered').values({
    contact_id: arg('contactId'),
    text: arg('text'),
    message_id: arg('evidence'),
    at: arg('at'),
  }),
)

const select = statement<{ limit: number }>()((query, arg) =>
  query
    .selectFrom('unanswered')
    .select(['contact_id as contactId', 'text', 'message_id as evidence', 'at'])
    .orderBy('id', 'desc')
    .limit(arg('limit')),
)
