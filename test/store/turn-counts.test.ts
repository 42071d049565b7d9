import { expect, test } from 'vitest'
import { finishParts, pendingParts, storeInbound } from '../../src/store/inbox.js'
import { turnCount } from '../../src/store/turn-counts.js'
import { at, inbound, LINE, temporaryDatabase } from './_fixture.js'

test('counts turns and not messages, in their span, those of staff apart', () => {
  const db = temporaryDatabase()
  const writes = (id: string, phone: string, minute: number): void => {
    const identities = [{ kind: 'phone', value: phone }] as const
    const { contactId } = storeInbound(db, inbound(id, { chat: phone, identities }), at(minute))
    if (phone.endsWith('9')) {
      db.raw
        .prepare(`insert into staff (contact_id, line_id, chat, role, name, phone, activated_at)
          values (?, ?, ?, 'owner', 'Rosalba', ?, ?) on conflict do nothing`)
        .run(contactId, LINE, phone, phone, at(minute))
    }
    if (id.endsWith('+')) return
    const parts = pendingParts(db, contactId, LINE).map(({ rowId }) => rowId)
    finishParts(db, parts, at(minute))
  }
  writes('a', '+573000000001', 1)
  writes('b+', '+573000000001', 5)
  writes('c', '+573000000001', 5)
  writes('d', '+573000000002', 6)
  writes('e', '+573000000009', 7)
  writes('f', '+573000000002', 30)
  writes('g+', '+573000000002', 31)
  expect(turnCount(db, at(0), at(60))).toBe(4)
  expect(turnCount(db, at(5), at(30))).toBe(2)
  expect(turnCount(db, at(40), at(60))).toBe(0)
  db.raw.exec("delete from inbox where message_id in ('c', 'd')")
  expect(turnCount(db, at(6), at(60))).toBe(1)
})
