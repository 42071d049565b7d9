import { expect, test } from 'vitest'
import {
  addUnanswered,
  markAnswered,
  openQuestions,
  type Unanswered,
} from '../../src/store/unanswered.js'
import { at, id, newContact, temporaryDatabase } from './_fixture.js'

test('lists the questions nobody could answer, newest first', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const first: Unanswered = { contactId, text: 'one', evidence: id('m1'), at: at(1) }
  const second: Unanswered = { contactId, text: 'two', evidence: null, at: at(2) }
  addUnanswered(db, first)
  addUnanswered(db, second)
  expect(openQuestions(db, at(0), 10)).toEqual([second, first])
  expect(openQuestions(db, at(0), 1)).toEqual([second])
})

test('a question is open until somebody answers that person', () => {
  const db = temporaryDatabase()
  const [ana, luis] = [newContact(db), newContact(db, '+573001112244')]
  for (const contactId of [ana, luis, ana]) {
    addUnanswered(db, { contactId, text: 'envíos?', evidence: null, at: at(1) })
  }
  markAnswered(db, ana, at(2))
  expect(openQuestions(db, at(0), 10).map(({ contactId }) => contactId)).toEqual([luis])
  addUnanswered(db, { contactId: ana, text: 'y a Cali?', evidence: null, at: at(3) })
  expect(openQuestions(db, at(0), 1).map(({ text }) => text)).toEqual(['y a Cali?'])
  expect(openQuestions(db, at(2), 10).map(({ text }) => text)).toEqual(['y a Cali?'])
})
