import { expect, test } from 'vitest'
import { addQuote, markQuoteSent, quotesOf, voidQuote } from '../../src/store/quotes.js'
import { at, inquiryOf, newContact, temporaryDatabase } from './_fixture.js'

test('a quote is given, sent and taken back by marks, never removed', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const given = { contactId, inquiryId: inquiryOf(contactId).id, currency: 'COP' }
  addQuote(db, { ...given, ref: 'm1', amount: 870_000, discount: null, at: at(1) })
  addQuote(db, { ...given, ref: 'm2', amount: 820_000, discount: 10, at: at(2) })
  markQuoteSent(db, 'm1', contactId, at(3))
  voidQuote(db, 'm2', contactId, at(4))
  voidQuote(db, 'm2', contactId, at(5))
  const kept = { currency: 'COP', sentAt: null, voidedAt: null }
  expect(quotesOf(db, contactId)).toEqual([
    { ...kept, ref: 'm1', amount: 870_000, discount: null, at: at(1), sentAt: at(3) },
    { ...kept, ref: 'm2', amount: 820_000, discount: 10, at: at(2), voidedAt: at(4) },
  ])
})
