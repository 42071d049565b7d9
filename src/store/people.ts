import type { ContactState } from '../core/conversation/types.js'
import type { Iso, LineId, Stage } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** Somebody a line knows by a phone number. */
type Person = {
  readonly phone: string
  /** As they said it, else as their profile says. */
  readonly name: string | null
  readonly stage: Stage | null
  readonly lastAt: Iso | null
  /** What was handed to their phone and not looked at yet. */
  readonly unread: number
}

/** The people of a line, the last heard of first. */
export function listPeople(db: Database, lineId: LineId, limit: number): readonly Person[] {
  return select(db)
    .all({ lineId, limit })
    .flatMap(({ phone, stage, state, profileName, lastAt, unread }) => {
      if (phone === null) return []
      const said = parseJson<ContactState>(state).slots.name
      const name = said?.status === 'known' ? String(said.value) : profileName
      return [{ phone, name, stage, lastAt, unread: unread ?? 0 }]
    })
}

const select = statement<{ lineId: LineId; limit: number }>()((query, arg) =>
  query
    .selectFrom('conversations')
    .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
    .select(['contacts.phone', 'contacts.stage', 'contacts.state'])
    .select(['contacts.profile_name as profileName', 'conversations.heard_at as lastAt'])
    .select((row) =>
      row
        .selectFrom('outbox')
        .select((one) => one.fn.countAll<number>().as('count'))
        .whereRef('outbox.contact_id', '=', 'conversations.contact_id')
        .whereRef('outbox.line_id', '=', 'conversations.line_id')
        .where('outbox.status', 'in', ['acknowledged', 'delivered'])
        .as('unread'),
    )
    .where('conversations.line_id', '=', arg('lineId'))
    .orderBy('conversations.heard_at', 'desc')
    .limit(arg('limit')),
)
