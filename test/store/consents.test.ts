import { expect, test } from 'vitest'
import type { ContactId } from '../../src/core/types.js'
import { addConsent, type Consent, consentsOf } from '../../src/store/consents.js'
import { at, id, newContact, temporaryDatabase } from './_fixture.js'

test('keeps every consent given and withdrawn, in order', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const granted: Consent = {
    contactId,
    kind: 'proactive',
    state: 'granted',
    words: 'sí, avísenme',
    actor: { kind: 'contact' },
    evidence: id('m1'),
    at: at(1),
  }
  const withdrawn: Consent = {
    ...granted,
    state: 'opted_out',
    words: 'me lo dijo por teléfono',
    actor: { kind: 'staff', id: 'r' as ContactId, name: 'Rosalba' },
    evidence: null,
    at: at(2),
  }
  addConsent(db, granted)
  addConsent(db, withdrawn)
  addConsent(db, { ...granted, contactId: newContact(db, '+573009998877') })
  expect(consentsOf(db, contactId)).toEqual([granted, withdrawn])
})
