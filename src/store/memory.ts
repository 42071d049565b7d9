import type { ContactId } from '../core/types.js'
import type { StoredCase } from './cases.js'
import type { House } from './house.js'
import type { InboxPart } from './inbox.js'
import type { OutboxEntry } from './outbox.js'
import { createRecent, type Recent } from './recent.js'
import { createWaiting, type Waiting } from './waiting.js'

/**
 * What the rows of the busiest chats hold, so that a turn need not read back what was written a moment
 * ago. One process writes a file, and every verb that writes such a row says so here; what is not
 * here is read. Whenever something is undone all of it is forgotten, so that no undone write stays.
 */
export type Memory = {
  /** By contact, on the line where it was written last: another line shares contact and inquiry. */
  readonly cases: Recent<ContactId, StoredCase>
  readonly parts: Waiting<InboxPart>
  readonly unsent: Waiting<OutboxEntry>
  readonly house: Recent<'house', House>
  forget(): void
}

/** More chats than a shop has under way at once. A case is 5 to 15 KB. */
const CHATS = 1_000

/** `none` keeps nothing: for a file that another process writes. */
export function createMemory(size: 'busy chats' | 'none'): Memory {
  const most = size === 'none' ? 0 : CHATS
  const memory = {
    cases: createRecent<ContactId, StoredCase>(most),
    parts: createWaiting<InboxPart>(most, ({ rowId }) => rowId),
    unsent: createWaiting<OutboxEntry>(most, ({ id }) => id),
    house: createRecent<'house', House>(most),
  }
  const all = Object.values(memory)
  return {
    ...memory,
    forget: () => {
      for (const one of all) one.clear()
    },
  }
}
