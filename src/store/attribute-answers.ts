import { sql } from 'kysely'
import type { Judged } from '../core/aftersale/attribute-kinds.js'
import type { AttributeAnswer } from '../core/conversation/effects.js'
import type { ContactId, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

export function addAttributeAnswers(
  db: Database,
  contactId: ContactId,
  answers: readonly AttributeAnswer[],
  at: Iso,
): void {
  for (const answer of answers) insert(db).run({ contactId, ...answer, at })
}

/** The newest answers of everybody, each with whether that customer was content when last asked. */
export function judgedAttributes(db: Database, limit: number): readonly Judged[] {
  return select(db)
    .all({ limit })
    .map(({ good, ...answer }) => ({ ...answer, content: good === null ? null : good === 1 }))
}

const insert = statement<AttributeAnswer & { contactId: ContactId; at: Iso }>()((query, arg) =>
  query.insertInto('attribute_answers').values({
    contact_id: arg('contactId'),
    attribute: arg('attribute'),
    level: arg('level'),
    at: arg('at'),
  }),
)

const select = statement<{ limit: number }>()((query, arg) =>
  query
    .selectFrom('attribute_answers')
    .innerJoin('contacts', 'contacts.id', 'attribute_answers.contact_id')
    .select(['attribute_answers.attribute', 'attribute_answers.level'])
    .select(sql<number | null>`json_extract(contacts.state, '$.satisfaction.good')`.as('good'))
    .orderBy('attribute_answers.id', 'desc')
    .limit(arg('limit')),
)
