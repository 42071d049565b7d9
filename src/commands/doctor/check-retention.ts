import type { Business } from '../../core/business/types.js'
import type { Iso } from '../../core/types.js'
import { countOverdue } from '../../store/retention.js'
import type { Database } from '../../store/sqlite/database.js'
import type { Find, Finding } from './finding.js'

/** How much the coming night would let go of; nothing where everything is kept. */
export function checkRetention(
  { retention, timeZone }: Business,
  db: Database,
  now: Iso,
  find: Find,
): readonly Finding[] {
  if (retention.texts === null && retention.contact === null) return []
  return [find.fine('doctor.retention', countOverdue(db, retention, { now, timeZone }))]
}
