import { expect, test } from 'vitest'
import { catchUpFigures } from '../../src/store/catch-up-figures.js'
import { storeInbound } from '../../src/store/inbox.js'
import { addObjection, countObjections } from '../../src/store/objections.js'
import { at, inbound, temporaryDatabase } from './_fixture.js'

test('objections are counted by what they are, from a day on', () => {
  const db = temporaryDatabase()
  const { contactId } = storeInbound(db, inbound('a1'), at(1))
  const one = { contactId, inquiryId: null, said: 'caro' }
  for (const [objection, when] of [
    ['caro', 1],
    ['caro', 5],
    ['pensarlo', 6],
    ['caro', 7],
  ] as const) {
    addObjection(db, { ...one, objection, at: at(when) })
  }
  // Of whoever is not counted, or only on a list, nothing is.
  expect(countObjections(db, at(2))).toEqual([])
  db.raw.exec("update contacts set stage = 'lead'")
  catchUpFigures(db, { timeZone: 'America/Bogota', currency: 'COP' }, 9)
  expect(countObjections(db, at(2))).toEqual([
    { objection: 'caro', count: 2 },
    { objection: 'pensarlo', count: 1 },
  ])
})
