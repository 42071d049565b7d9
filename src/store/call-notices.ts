import type { Notice } from '../core/conversation/effects.js'
import type { ContactId, Iso, LineId, MessageId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** Whom a list of calls, or of who asked the same, named, in its order; nobody for any other message. */
export function listedIn(
  db: Database,
  messageId: MessageId,
  kind: 'call_listed' | 'question_listed' = 'call_listed',
): readonly ContactId[] {
  return selectListed(db)
    .all({ messageId, kind })
    .flatMap(({ contactId }) => contactId ?? [])
}

/** The gesture that was suggested last on a line, for whomever; null before the first. */
export function lastGesture(
  db: Database,
  lineId: LineId,
): { readonly notice: Notice; readonly at: Iso } | null {
  const row = selectGesture(db).get({ lineId })
  return row === undefined ? null : { notice: parseJson<Notice>(row.content), at: row.at }
}

const selectListed = statement<{ messageId: MessageId; kind: string }>()((query, arg) =>
  query
    .selectFrom('notices')
    .innerJoin('outbox', 'outbox.id', 'notices.outbox_id')
    .select('notices.contact_id as contactId')
    .where('outbox.message_id', '=', arg('messageId'))
    .where('notices.kind', '=', arg('kind'))
    .orderBy('notices.id'),
)

const selectGesture = statement<{ lineId: LineId }>()((query, arg) =>
  query
    .selectFrom('notices')
    .select(['content', 'created_at as at'])
    .where('line_id', '=', arg('lineId'))
    .where('kind', '=', 'gesture')
    .orderBy('id', 'desc')
    .limit(1),
)
