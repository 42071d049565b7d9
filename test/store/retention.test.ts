import { expect, test } from 'vitest'
import { retentionRules } from '../../src/core/business/retention-rules.js'
import type { ContactId, Iso } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { findContactByPhone } from '../../src/store/identity.js'
import { finishParts, pendingParts, storeInbound } from '../../src/store/inbox.js'
import { countOverdue, eraseOverdue, eraseTexts, overdue } from '../../src/store/retention.js'
import { addSale } from '../../src/store/sales.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { activateStaff } from '../../src/store/staff.js'
import { isSuppressed } from '../../src/store/suppression.js'
import { setTimer } from '../../src/store/timers.js'
import { caseOf, inbound, inquiryOf, LINE, temporaryDatabase } from './_fixture.js'

const NOW = '2026-03-10T15:00:00.000Z' as Iso
const RULES = retentionRules({ texts: 12, contact: 36, buyers: 120 })
const WHEN = { now: NOW, timeZone: 'America/Bogota' }
const CANARY = 'tornasolado'

/** Somebody who wrote then, and what a turn left. */
function person(db: Database, phone: string, at: string): ContactId {
  const heard = `${at}T15:00:00.000Z` as Iso
  const identities = [{ kind: 'phone', value: phone }] as const
  const content = { kind: 'text', text: `20 polos color ${CANARY}` } as const
  const stored = storeInbound(db, inbound(`m${phone}`, { chat: phone, identities, content }), heard)
  const { contactId } = stored
  const parts = pendingParts(db, contactId, LINE).map(({ rowId }) => rowId)
  finishParts(db, parts, heard)
  const before = caseOf(db, contactId)
  const slot = {
    status: 'known',
    value: 20,
    said: CANARY,
    confidence: 1,
    message: null,
    at: heard,
  } as const
  const dialogue = {
    ...before.dialogue,
    status: 'talking',
    heardAt: heard,
    lastSaid: CANARY,
  } as const
  const inquiry = { ...inquiryOf(contactId), slots: { quantity: slot } }
  saveCase(db, before, { contact: { ...before.contact, inquiries: 1 }, inquiry, dialogue }, heard)
  return contactId
}

function due(db: Database) {
  return overdue(db, RULES, { ...WHEN, limit: 100 })
}

test('whoever wrote within the time keeps everything, and nothing goes without a rule', () => {
  const db = temporaryDatabase()
  person(db, '+573000000101', '2025-06-01')
  person(db, '+573000000102', '2019-06-01')
  expect(due(db).texts).toEqual([])
  expect(due(db).contacts).toHaveLength(1)
  expect(overdue(db, retentionRules(undefined), { ...WHEN, limit: 100 })).toEqual({
    texts: [],
    contacts: [],
  })
})

test('texts go after their time, with what was quoted of them, and the person stays', async () => {
  const db = temporaryDatabase()
  const id = person(db, '+573000000101', '2024-12-01')
  expect(countOverdue(db, RULES, WHEN)).toEqual({ texts: 1, contacts: 0 })
  await db.write(() => eraseTexts(db, id))
  expect(due(db)).toEqual({ texts: [], contacts: [] })
  for (const table of ['inbox', 'outbox', 'slots', 'inquiries', 'conversations', 'contacts']) {
    const rows = JSON.stringify(db.raw.prepare(`select * from ${table}`).all())
    expect(rows, table).not.toContain(CANARY)
  }
  expect(caseOf(db, id).inquiry?.slots.quantity).toMatchObject({ value: 20, said: '' })
  expect(findContactByPhone(db, '+573000000101')).toBe(id)
})

test.each<[string, (db: Database, id: ContactId) => void]>([
  [
    'has an open case',
    (db, id) => {
      db.raw.exec(
        `insert into tickets (contact_id, status, text, due_at, created_at, priority)
          values ('${id}', 'open', 'x', '${NOW}', '${NOW}', 'normal')`,
      )
    },
  ],
  [
    'is of the business',
    (db, id) => {
      const entry = { contactId: id, lineId: LINE, chat: 'x', name: 'Rosalba', phone: 'x' }
      activateStaff(db, { ...entry, role: 'owner', activatedAt: NOW })
    },
  ],
])('nothing goes of whoever %s', (_, make) => {
  const db = temporaryDatabase()
  make(db, person(db, '+573000000101', '2019-06-01'))
  expect(due(db)).toEqual({ texts: [], contacts: [] })
})

test.each<[string, (db: Database, id: ContactId) => void]>([
  [
    'bought so lately that the invoice is kept',
    (db, contactId) => {
      const at = '2019-06-02T15:00:00.000Z' as Iso
      const sale = { id: 's1', amount: 840_000, currency: 'COP', discount: null, product: 'polos' }
      addSale(db, { ...sale, contactId, inquiryId: inquiryOf(contactId).id, at })
    },
  ],
  [
    'is to be written to',
    (db, contactId) => {
      const named = { id: 't', name: 'contenido', flow: 'nurture', step: '', held: null }
      setTimer(
        db,
        { ...named, contactId, lineId: LINE, dueAt: '2026-09-01T15:00:00.000Z' as Iso },
        NOW,
      )
    },
  ],
])('only the texts go of whoever %s', (_, make) => {
  const db = temporaryDatabase()
  const id = person(db, '+573000000101', '2019-06-01')
  make(db, id)
  expect(due(db)).toEqual({ texts: [id], contacts: [] })
})

test('who is gone may come back as new; who wanted no messages stays unwritten to', async () => {
  const db = temporaryDatabase()
  const plain = person(db, '+573000000101', '2019-06-01')
  const refused = person(db, '+573000000102', '2019-06-01')
  const before = caseOf(db, refused)
  saveCase(db, before, { ...before, contact: { ...before.contact, consent: 'opted_out' } }, NOW)
  await db.write(() => {
    for (const id of due(db).contacts) eraseOverdue(db, id, NOW)
  })
  expect([
    findContactByPhone(db, '+573000000101'),
    findContactByPhone(db, '+573000000102'),
  ]).toEqual([null, null])
  expect(isSuppressed(db, { kind: 'phone', value: '+573000000101' })).toBe(false)
  expect(isSuppressed(db, { kind: 'phone', value: '+573000000102' })).toBe(true)
  expect(
    [plain, refused].map((id) =>
      JSON.stringify(db.raw.prepare('select * from slots where contact_id = ?').all(id)),
    ),
  ).toEqual(['[]', '[]'])
})
