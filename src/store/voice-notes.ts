import type { Content, LineId, MessageId } from '../core/types.js'
import type { Json } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** The file of one voice note: where it can be had from, and in what its sender says it is written. */
type VoiceFile = { readonly id: number; readonly mime: string }

/** What came with a message of this line as a voice note; null where it brought no file. */
export function voiceFileOf(db: Database, lineId: LineId, messageId: MessageId): VoiceFile | null {
  return select(db).get({ lineId, messageId }) ?? null
}

/** The words of a voice note that still waits for its turn stand in its message from now on. */
export function keepTranscript(
  db: Database,
  rowId: number,
  audio: Extract<Content, { kind: 'audio' }>,
): void {
  update(db).run({ rowId, content: toJson(audio) })
  db.memory.parts.change(rowId, (part) => ({ ...part, content: audio }))
}

const select = statement<{ lineId: LineId; messageId: MessageId }>()((query, arg) =>
  query
    .selectFrom('media')
    .select(['id', 'mime'])
    .where('line_id', '=', arg('lineId'))
    .where('message_id', '=', arg('messageId'))
    .where('kind', '=', 'audio'),
)

const update = statement<{ rowId: number; content: Json }>()((query, arg) =>
  query
    .updateTable('inbox')
    .set({ content: arg('content') })
    .where('id', '=', arg('rowId'))
    .where('status', '=', 'pending'),
)
