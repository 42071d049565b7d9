import { expect, test } from 'vitest'
import type { InquiryId } from '../../src/core/types.js'
import { addSale, salesOf, voidSale } from '../../src/store/sales.js'
import { at, newContact, temporaryDatabase } from './_fixture.js'

test('a sale is recorded once, and stays on record when taken back', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const inquiryId = `${contactId}.1` as InquiryId
  const sale = { id: 's1', contactId, inquiryId, amount: 870_000, currency: 'COP', at: at(1) }
  addSale(db, { ...sale, discount: 10, product: 'un delantal' })
  addSale(db, { ...sale, amount: 1, discount: null, product: null })
  expect(salesOf(db, contactId)).toEqual([{ ...sale, voidedAt: null }])
  voidSale(db, 's1', at(2))
  voidSale(db, 's1', at(3))
  expect(salesOf(db, contactId)).toEqual([{ ...sale, voidedAt: at(2) }])
})
