import { expect, test } from 'vitest'
import type { InquiryId } from '../../src/core/types.js'
import { addSlot, type SlotEntry, slotHistory } from '../../src/store/slots.js'
import { at, id, newContact, temporaryDatabase } from './_fixture.js'

test('keeps every value a slot ever had, with the words and the message that prove it', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const inquiryId = `${contactId}.1` as InquiryId
  const proof = { message: id('m1'), at: at(1) }
  const budget = { min: 900_000, max: 900_000, currency: 'COP', none: false }
  const entries: readonly SlotEntry[] = [
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
  expect(slotHistory(db, contactId)).toEqual(entries)
  expect(slotHistory(db, newContact(db, '+573009998877'))).toEqual([])
})
