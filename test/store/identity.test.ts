import { expect, test } from 'vitest'
import type { Identity } from '../../src/core/types.js'
import { findContact, findContactByPhone, keepContact } from '../../src/store/identity.js'
import { at, caseOf, newContact, temporaryDatabase } from './_fixture.js'

const LID: Identity = { kind: 'lid', value: '77@lid' }
const phone = (value: string): Identity => ({ kind: 'phone', value })

test.each([
  ['+525512345678', '+5215512345678'],
  ['+541123456789', '+5491123456789'],
  ['+553187654321', '+5531987654321'],
])('finds %s under %s and the other way round', (one, other) => {
  const db = temporaryDatabase()
  const contactId = newContact(db, one)
  expect(keepContact(db, [phone(other)], null, at(1)).contactId).toBe(contactId)
  expect(findContactByPhone(db, other)).toBe(contactId)
  expect(caseOf(db, contactId).contact.phone).toBe(one)
})

test('knows nobody by an identity never seen', () => {
  const db = temporaryDatabase()
  newContact(db)
  expect(findContactByPhone(db, '+573009999999')).toBe(null)
  expect(findContact(db, [LID])).toBe(null)
})

test('makes a contact from a hidden number, and learns the phone when it turns up', () => {
  const db = temporaryDatabase()
  const { contactId } = keepContact(db, [LID], 'Camila', at(0))
  expect(caseOf(db, contactId).contact.phone).toBe(null)
  keepContact(db, [LID, phone('+573001112233')], 'Camila', at(1))
  expect(findContactByPhone(db, '+573001112233')).toBe(contactId)
  expect(caseOf(db, contactId).contact).toMatchObject({
    phone: '+573001112233',
    profileName: 'Camila',
  })
})

test('keeps the older of two contacts that turn out to be one, and names the one that is gone', () => {
  const db = temporaryDatabase()
  const older = keepContact(db, [LID], null, at(0)).contactId
  const younger = keepContact(db, [phone('+573001112233')], null, at(1)).contactId
  const both = keepContact(db, [phone('+573001112233'), LID], null, at(2))
  expect(both).toEqual({ contactId: older, merged: [younger], isNew: false })
})

test('the same user name in another case is the same contact', () => {
  const db = temporaryDatabase()
  const { contactId } = keepContact(db, [{ kind: 'username', value: 'Camila.R' }], null, at(0))
  expect(findContact(db, [{ kind: 'username', value: 'camila.r' }])).toBe(contactId)
  expect(findContact(db, [{ kind: 'business_scoped', value: 'camila.r' }])).toBe(null)
})

test('refuses a contact nobody could recognise', () => {
  const db = temporaryDatabase()
  expect(() => keepContact(db, [], 'Camila', at(0))).toThrow('identity')
})
