import { expect, test } from 'vitest'
import { saveCase } from '../../src/store/cases.js'
import { thinkingChats } from '../../src/store/thinking.js'
import { at, caseOf, LINE, newContact, temporaryDatabase } from './_fixture.js'

test('finds the conversations that wait for the model, with their question', () => {
  const db = temporaryDatabase()
  const before = caseOf(db, newContact(db))
  const question = {
    id: 'q1',
    text: '¿Bordan?',
    at: at(1),
    status: 'talking',
    held: false,
  } as const
  const thinking = { ...before.dialogue, status: 'thinking', question } as const
  const stored = saveCase(db, before, { ...before, dialogue: thinking }, at(1))
  const key = { contactId: before.contact.id, lineId: LINE }
  expect(thinkingChats(db)).toMatchObject([{ key, question: { id: 'q1', text: '¿Bordan?' } }])
  const answered = { ...thinking, status: 'talking', question: null } as const
  saveCase(db, stored, { ...stored, dialogue: answered }, at(2))
  expect(thinkingChats(db)).toEqual([])
})
