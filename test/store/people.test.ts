import { expect, test } from 'vitest'
import type { Slot } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { keepContact } from '../../src/store/identity.js'
import { listPeople } from '../../src/store/people.js'
import { at, caseOf, LINE, newContact, temporaryDatabase } from './_fixture.js'

test('lists who has a conversation and a phone, the last heard of first', () => {
  const db = temporaryDatabase()
  const proof = { message: null, at: at(1) }
  const name: Slot = { status: 'known', value: 'Lucía', said: 'Lucía', confidence: 1, ...proof }
  const hidden = keepContact(db, [{ kind: 'lid', value: '7@lid' }], null, at(0)).contactId
  const [first, second] = [newContact(db, '+573000000011'), newContact(db, '+573000000012')]
  newContact(db, '+573000000013')
  for (const [minute, contactId] of [first, second, hidden].entries()) {
    const before = caseOf(db, contactId)
    const contact = contactId === first ? { ...before.contact, slots: { name } } : before.contact
    const dialogue = { ...before.dialogue, heardAt: at(minute) }
    saveCase(db, before, { ...before, contact, dialogue }, at(minute))
  }
  expect(listPeople(db, LINE, 10)).toEqual([
    { phone: '+573000000012', name: 'Camila', stage: null, lastAt: at(1) },
    { phone: '+573000000011', name: 'Lucía', stage: null, lastAt: at(0) },
  ])
})
