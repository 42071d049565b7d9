import type { ContactId } from '../../core/types.js'
import { lastNoticeOf } from '../../store/notices.js'
import { lastUndoable } from '../../store/owner-words.js'
import type { Database } from '../../store/sqlite/database.js'

/** Whom this member of staff did something for after the last news they were sent; null where the news is newer. */
export function spokenSince(db: Database, staff: ContactId): ContactId | null {
  const word = lastUndoable(db, staff)
  if (word === null) return null
  const news = lastNoticeOf(db, staff)
  return news === null || word.at > news.at ? word.about : null
}
