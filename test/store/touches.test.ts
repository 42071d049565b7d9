import { expect, test } from 'vitest'
import { accountRow } from '../../src/store/accounts.js'
import { saveCase } from '../../src/store/cases.js'
import { addNotice } from '../../src/store/notices.js'
import { addSale, voidSale } from '../../src/store/sales.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { addTouch, touchesOf, voidTouch } from '../../src/store/touches.js'
import { at, caseOf, inquiryOf, LINE, newContact, temporaryDatabase } from './_fixture.js'

function customer(db: Database) {
  const contactId = newContact(db)
  const before = caseOf(db, contactId)
  const inquiry = inquiryOf(contactId)
  const dialogue = { ...before.dialogue, heardAt: at(1) }
  const contact = { ...before.contact, stage: 'customer', purchases: 1 } as const
  saveCase(db, before, { contact, inquiry, dialogue }, at(1))
  return contactId
}

test('keeps calls in their words, each message once, and takes one back', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const by = newContact(db, '+573000000001')
  const touch = { contactId, by, byName: 'Rosalba' }
  addTouch(db, { ...touch, ref: 'm1', note: 'abre en mayo', at: at(1) })
  addTouch(db, { ...touch, ref: 'm1', note: 'abre en mayo', at: at(1) })
  addTouch(db, { ...touch, ref: 'm2', note: 'todo bien', at: at(2) })
  voidTouch(db, 'm2', contactId, at(3))
  expect(touchesOf(db, contactId)).toEqual([{ by: 'Rosalba', note: 'abre en mayo', at: at(1) }])
})

test('counts what a customer bought, and the lists since the last call', () => {
  const db = temporaryDatabase()
  const contactId = customer(db)
  const sale = {
    contactId,
    inquiryId: inquiryOf(contactId).id,
    currency: 'COP',
    discount: null,
    product: null,
  }
  addSale(db, { ...sale, id: 's1', amount: 500, at: at(1) })
  addSale(db, { ...sale, id: 's2', amount: 300, at: at(2) })
  addSale(db, { ...sale, id: 's3', amount: 900, at: at(3) })
  voidSale(db, 's3', at(4))
  const notice = { kind: 'call_listed' } as const
  const entry = { lineId: LINE, contactId, inquiryId: null, notice, forStaff: null }
  addNotice(db, { ...entry, at: at(5) })
  addTouch(db, { ref: 'm1', contactId, by: contactId, byName: 'R', note: '', at: at(6) })
  addNotice(db, { ...entry, at: at(7) })
  addNotice(db, { ...entry, at: at(9) })
  const row = {
    contactId,
    sales: 2,
    spent: 800,
    firstSaleAt: at(1),
    lastSaleAt: at(2),
    touchedAt: at(6),
    firstListedAt: at(7),
    lastListedAt: at(9),
    owedAt: null,
    surprisedAt: null,
  }
  expect(accountRow(db, contactId)).toEqual(row)
  voidTouch(db, 'm1', contactId, at(10))
  expect(accountRow(db, contactId)).toEqual({ ...row, touchedAt: null, firstListedAt: at(5) })
})
