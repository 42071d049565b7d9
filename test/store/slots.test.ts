import { expect, test } from 'vitest'
import type { InquiryId } from '../../src/core/types.js'
import { addSlot } from '../../src/store/slots.js'
import { at, id, newContact, temporaryDatabase } from './_fixture.js'

test('keeps every value a slot ever had, with the words and the message that prove it', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const inquiryId = `${contactId}.1` as InquiryId
  const proof = { message: id('m1'), at: at(1) }
  const budget = { min: 900_000, max: 900_000, currency: 'COP', none: false }
  const entries: readonly Parameters<typeof addSlot>[1][] = [
    {
      contactId,
      inquiryId: null,
      name: 'name',
      slot: { status: 'known', value: 'Camila', said: 'soy Camila', confidence: 0.9, ...proof },
    },
    { contactId, inquiryId, name: 'budget', slot: { status: 'declined', said: 'paso', ...proof } },
    {
      contactId,
      inquiryId,
      name: 'budget',
      slot: { status: 'known', value: budget, said: '900 mil', confidence: 1, ...proof },
    },
    {
      contactId,
      inquiryId,
      name: 'quantity',
      slot: { status: 'known', value: 20, said: '20', confidence: 1, message: null, at: at(2) },
    },
  ]
  for (const entry of entries) addSlot(db, entry)
  const rows = db.raw
    .prepare(
      'select inquiry_id, name, value, said, confidence, message_id, at from slots order by id',
    )
    .raw()
    .all()
  expect(rows).toEqual([
    [null, 'name', '"Camila"', 'soy Camila', 0.9, 'm1', at(1)],
    [inquiryId, 'budget', null, 'paso', null, 'm1', at(1)],
    [inquiryId, 'budget', JSON.stringify(budget), '900 mil', 1, 'm1', at(1)],
    [inquiryId, 'quantity', '20', '20', 1, null, at(2)],
  ])
})
