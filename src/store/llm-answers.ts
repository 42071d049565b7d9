import type { LlmAnswer } from '../core/conversation/events.js'
import type { ContactId, Iso } from '../core/types.js'
import type { Json } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

type KeptAnswer = {
  /** Contact, their message and the prompt, as a hash. */
  readonly key: string
  readonly contactId: ContactId
  readonly promptHash: string
  readonly answer: LlmAnswer
  readonly tokens: number
  readonly at: Iso
}

/** Kept before it is used: after a crash in between it is not paid for again. */
export function keepAnswer(db: Database, { answer, ...rest }: KeptAnswer): void {
  insert(db).run({ ...rest, answer: toJson(answer) })
}

export function findAnswer(db: Database, key: string): LlmAnswer | null {
  const found = select(db).get({ key })
  return found === undefined ? null : parseJson<LlmAnswer>(found.answer)
}

const insert = statement<Omit<KeptAnswer, 'answer'> & { answer: Json }>()((query, arg) =>
  query
    .insertInto('llm_answers')
    .values({
      key: arg('key'),
      contact_id: arg('contactId'),
      prompt_hash: arg('promptHash'),
      answer: arg('answer'),
      tokens: arg('tokens'),
      at: arg('at'),
    })
    .onConflict((conflict) => conflict.column('key').doNothing()),
)

const select = statement<{ key: string }>()((query, arg) =>
  query.selectFrom('llm_answers').select('answer').where('key', '=', arg('key')),
)
