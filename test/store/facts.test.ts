import { expect, test } from 'vitest'
import { addFact, listFacts, restoreFact, withdrawFact } from '../../src/store/facts.js'
import { readHouse } from '../../src/store/house.js'
import { at, newContact, temporaryDatabase } from './_fixture.js'

test('a fact counts from the moment it is taught until it is withdrawn, and again when restored', () => {
  const db = temporaryDatabase()
  const by = newContact(db)
  const versions = [readHouse(db).facts]
  const keepVersion = (): number => versions.push(readHouse(db).facts)
  addFact(db, { id: 'f1', text: 'hay envíos', by, at: at(1) })
  keepVersion()
  addFact(db, { id: 'f2', text: 'hay parqueadero', by, at: at(2) })
  keepVersion()
  expect(listFacts(db).map(({ text }) => text)).toEqual(['hay envíos', 'hay parqueadero'])
  withdrawFact(db, 'f1', at(3))
  keepVersion()
  expect(listFacts(db)).toEqual([{ id: 'f2', text: 'hay parqueadero', at: at(2) }])
  restoreFact(db, 'f1', at(4))
  keepVersion()
  expect(listFacts(db).map(({ id }) => id)).toEqual(['f1', 'f2'])
  expect(new Set(versions).size).toBe(versions.length)
})
