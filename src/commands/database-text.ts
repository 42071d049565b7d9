import { basename, dirname } from 'node:path'
import { type Messages, message } from '../core/messages.js'
import type { DatabaseError } from '../store/sqlite/database-error.js'

/** What is wrong with the database and how to mend it, in one sentence. */
export function databaseText(messages: Messages, error: DatabaseError, shown: string): string {
  const [folder, file] = [dirname(shown), basename(shown)]
  switch (error.kind) {
    case 'busy':
      return error.pid === null
        ? message(messages, 'start.busy_unknown')
        : message(messages, 'start.busy', { pid: error.pid })
    case 'unwritable':
      return message(messages, 'start.unwritable', { folder })
    case 'full':
      return message(messages, 'start.full')
    case 'corrupt':
      return message(messages, 'start.corrupt', { file })
    case 'foreign':
      return message(messages, 'start.foreign', { file })
    case 'newer':
      return message(messages, 'start.newer', { file })
  }
}
