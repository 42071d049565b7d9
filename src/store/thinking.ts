import type { Dialogue } from '../core/conversation/types.js'
import type { ContactId, LineId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

type Thinking = {
  readonly key: { readonly contactId: ContactId; readonly lineId: LineId }
  readonly question: NonNullable<Dialogue['question']>
}

/** Conversations that wait for the model: after a crash each is asked once more. */
export function thinkingChats(db: Database): readonly Thinking[] {
  return select(db)
    .all({})
    .flatMap(({ contactId, lineId, state }) => {
      const { question } = parseJson<Dialogue>(state)
      return question === null ? [] : [{ key: { contactId, lineId }, question }]
    })
}

const select = statement()((query) =>
  query
    .selectFrom('conversations')
    .select(['contact_id as contactId', 'line_id as lineId', 'state'])
    .where('status', '=', 'thinking'),
)
