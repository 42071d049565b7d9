import type { QuestionOf } from '../core/conversation/llm.js'
import type { ContactId, Iso, LineId } from '../core/types.js'
import type { Json } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** Something a model is to write while the talk goes on. */
export type LlmTask = {
  readonly id: string
  /** Whom it is about: nothing of anybody else is in it. */
  readonly contactId: ContactId
  readonly lineId: LineId
  /** Who gets to see it; null for whoever is in charge by then. */
  readonly forStaff: ContactId | null
  readonly question: QuestionOf<'summarise'> | QuestionOf<'draft'>
  readonly at: Iso
}

/** True when it was not there yet. */
export function addLlmTask(db: Database, { question, ...task }: LlmTask): boolean {
  return insert(db).run({ ...task, question: toJson(question) }).changes > 0
}

/** True when it was still to be done: its answer counts once. */
export function finishLlmTask(db: Database, id: string): boolean {
  return remove(db).run({ id }).changes > 0
}

/** What was under way when the process ended, the oldest first. */
export function openLlmTasks(db: Database): readonly LlmTask[] {
  return select(db)
    .all({})
    .map(({ question, ...task }) => ({ ...task, question: parseJson(question) }))
}

const insert = statement<Omit<LlmTask, 'question'> & { question: Json }>()((query, arg) =>
  query
    .insertInto('llm_tasks')
    .values({
      id: arg('id'),
      contact_id: arg('contactId'),
      line_id: arg('lineId'),
      for_staff: arg('forStaff'),
      question: arg('question'),
      at: arg('at'),
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
)

const remove = statement<{ id: string }>()((query, arg) =>
  query.deleteFrom('llm_tasks').where('id', '=', arg('id')),
)

const select = statement()((query) =>
  query
    .selectFrom('llm_tasks')
    .select(['id', 'contact_id as contactId', 'line_id as lineId'])
    .select(['for_staff as forStaff', 'question', 'at'])
    .orderBy('at'),
)
