import { expect, test } from 'vitest'
import type { Slot } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { keepContact } from '../../src/store/identity.js'
import { enqueue, markReceipt, markSending, markSent } from '../../src/store/outbox.js'
import { listPeople } from '../../src/store/people.js'
import { at, caseOf, id, LINE, newContact, temporaryDatabase } from './_fixture.js'

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
    { phone: '+573000000012', name: 'Camila', stage: null, lastAt: at(1), unread: 0 },
    { phone: '+573000000011', name: 'Lucía', stage: null, lastAt: at(0), unread: 0 },
  ])
})

test('counts what was handed to their phone and not looked at', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db, '+573000000011')
  const before = caseOf(db, contactId)
  saveCase(db, before, { ...before, dialogue: { ...before.dialogue, heardAt: at(0) } }, at(0))
  const message = { kind: 'text', text: 'Buenas' } as const
  const entry = { lineId: LINE, contactId, chat: '+573000000011', replyTo: null, notBefore: null }
  const say = (name: string): number =>
    enqueue(db, { ...entry, messageId: id(name), message, occasion: 'reply', at: at(1) })
  const handedOver = ['m1', 'm2', 'm3'].map(say)
  say('m4')
  for (const sent of handedOver) {
    markSending(db, sent, at(2))
    markSent(db, sent, at(2))
  }
  markReceipt(db, id('m1'), 'read', at(3))
  markReceipt(db, id('m2'), 'delivered', at(3))
  expect(listPeople(db, LINE, 10)).toMatchObject([{ unread: 2 }])
})
