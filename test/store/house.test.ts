import { expect, test } from 'vitest'
import { keepHouse, readHouse } from '../../src/store/house.js'
import { at, temporaryDatabase } from './_fixture.js'

test('changes one thing at a time', () => {
  const db = temporaryDatabase()
  const built = { silence: null, model: 'on', facts: '', weights: null, rehearsal: null }
  expect(readHouse(db)).toEqual(built)
  keepHouse(db, { facts: 'v1' })
  keepHouse(db, { silence: { by: 'Rosalba', at: at(1) } })
  expect(readHouse(db)).toEqual({
    ...built,
    silence: { by: 'Rosalba', at: at(1) },
    facts: 'v1',
  })
})

test('believes no change that was rolled back', async () => {
  const db = temporaryDatabase()
  const undone = db.write(() => {
    keepHouse(db, { facts: 'v1' })
    expect(readHouse(db).facts).toBe('v1')
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(readHouse(db).facts).toBe('')
})
