import { expect, test } from 'vitest'
import { addUnanswered, listUnanswered, type Unanswered } from '../../src/store/unanswered.js'
import { at, id, newContact, temporaryDatabase } from './_fixture.js'

test('lists the questions nobody could answer, newest first', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const first: Unanswered = { contactId, text: 'one', evidence: id('m1'), at: at(1) }
  const second: Unanswered = { contactId, text: 'two', evidence: null, at: at(2) }
  addUnanswered(db, first)
  addUnanswered(db, second)
  expect(listUnanswered(db, 10)).toEqual([second, first])
  expect(listUnanswered(db, 1)).toEqual([second])
})
