import { sql } from 'kysely'
import type { Outgoing, SentFile } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** What was to be made is a message now, with its file or without; one that is being sent is left as it is. */
export function replaceMessage(db: Database, id: number, message: Outgoing): void {
  const file = message.kind === 'file' ? message.file.hash : null
  replace(db).run({ id, file, content: toJson(message) })
  db.memory.unsent.change(id, (entry) => ({ ...entry, message }))
}

/** The hashes of every file of ours that is kept. */
export function sentHashes(db: Database): readonly string[] {
  return selectHashes(db)
    .all({})
    .flatMap(({ file }) => file ?? [])
}

/** What is known of a kept file of ours by its hash; null where no message has it any more. */
export function sentFile(db: Database, hash: string): SentFile | null {
  const row = selectFile(db).get({ hash })
  const message = row === undefined ? null : parseJson<Outgoing>(row.content)
  return message?.kind === 'file' ? message.file : null
}

/**
 * Lists of people do not outlive the moment they were asked for: a newer one takes their place, and who
 * wants to be forgotten is in none of them. The messages stay, without their bytes.
 */
export function forgetTables(db: Database): void {
  forget(db).run({})
}

const replace = statement<{ id: number; file: string | null; content: string }>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ file: arg('file'), content: arg('content') })
    .where('id', '=', arg('id'))
    .where('status', '=', 'queued'),
)

const selectHashes = statement()((query) =>
  query.selectFrom('outbox').select('file').distinct().where('file', 'is not', null),
)

const selectFile = statement<{ hash: string }>()((query, arg) =>
  query
    .selectFrom('outbox')
    .select('content')
    .where('file', 'is not', null)
    .where('file', '=', arg('hash'))
    .limit(1),
)

const forget = statement()((query) =>
  query
    .updateTable('outbox')
    .set({ file: null })
    .where('file', 'is not', null)
    .where(sql<string>`json_extract(content, '$.file.media')`, '=', 'document'),
)
