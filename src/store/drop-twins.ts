import type { ContactId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { finishTimer, type Timer, timersOf } from './timers.js'

/**
 * Cancels what would happen twice to a person who was known as two: of the program's own timers, and
 * of what waited for the inquiries that became one, the earliest stays.
 */
export function dropTwins(db: Database, contactId: ContactId, inquiries: readonly string[]): void {
  const seen = new Set<string>()
  for (const timer of timersOf(db, contactId)) {
    const kind = kindOf(timer, inquiries)
    if (kind === null) continue
    if (seen.has(kind)) finishTimer(db, timer.id, 'cancelled', 'held.overtaken')
    seen.add(kind)
  }
}

/** What two timers have in common of which one is enough; null where each one counts. */
function kindOf({ id, flow, lineId }: Timer, inquiries: readonly string[]): string | null {
  const once = flow.startsWith('@') || inquiries.some((inquiry) => id === `${flow}:${inquiry}`)
  return once ? `${lineId} ${flow}` : null
}
