import { expect } from 'vitest'
import type { ContactId, FlowHash, LineId } from '../../src/core/types.js'
import { loadCase } from '../../src/store/cases.js'
import { readHouse } from '../../src/store/house.js'
import { pendingParts } from '../../src/store/inbox.js'
import { deliverables } from '../../src/store/outbox.js'
import { type Database, openForReading } from '../../src/store/sqlite/database.js'

const OPENING = { chat: '', flow: 'qualification', hash: 'h' as FlowHash }

/** Whatever is remembered of the chats must be what another reader finds in the rows. */
export function expectMemoryAsStored(db: Database): void {
  const rows = openForReading(db.path)
  try {
    for (const [contactId, lineId] of chatsOf(rows)) {
      expect(loadCase(db, contactId, lineId, OPENING)).toEqual(
        loadCase(rows, contactId, lineId, OPENING),
      )
      expect(pendingParts(db, contactId, lineId)).toEqual(pendingParts(rows, contactId, lineId))
      expect(deliverables(db, contactId, lineId)).toEqual(deliverables(rows, contactId, lineId))
    }
    expect(readHouse(db)).toEqual(readHouse(rows))
  } finally {
    rows.raw.close()
  }
}

function chatsOf(db: Database): readonly (readonly [ContactId, LineId])[] {
  const rows = db.raw.prepare<[], { contact: ContactId; line: LineId }>(
    'select contact_id as contact, line_id as line from conversations',
  )
  return rows.all().map(({ contact, line }) => [contact, line])
}
