import { expect, test } from 'vitest'
import { addSurvey, type Survey, surveysOf } from '../../src/store/surveys.js'
import { at, newContact, temporaryDatabase } from './_fixture.js'

test('keeps answers with and without a score', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const scored: Survey = {
    contactId,
    inquiryId: null,
    kind: 'nps',
    score: 9,
    said: 'un 9',
    at: at(1),
  }
  const inWords: Survey = { ...scored, kind: 'check_in', score: null, said: 'bien', at: at(2) }
  addSurvey(db, scored)
  addSurvey(db, inWords)
  expect(surveysOf(db, contactId)).toEqual([scored, inWords])
})
