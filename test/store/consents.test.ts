import { expect, test } from 'vitest'
import { addConsent, type Consent, consentsOf } from '../../src/store/consents.js'
import { at, id, newContact, temporaryDatabase } from './_fixture.js'

test('keeps every consent given and withdrawn, in order', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const granted: Consent = {
    contactId,
    kind: 'proactive',
    state: 'granted',
    evidence: id('m1'),
    at: at(1),
  }
  const withdrawn: Consent = { ...granted, state: 'opted_out', evidence: null, at: at(2) }
  addConsent(db, granted)
  addConsent(db, withdrawn)
  addConsent(db, { ...granted, contactId: newContact(db, '+573009998877') })
  expect(consentsOf(db, contactId)).toEqual([granted, withdrawn])
})
