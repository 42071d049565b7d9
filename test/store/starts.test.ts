import { expect, test } from 'vitest'
import { keepStart, starts } from '../../src/store/starts.js'
import { at, temporaryDatabase } from './_fixture.js'

test('every start is known, the newest last', () => {
  const db = temporaryDatabase()
  expect(starts(db)).toEqual([])
  for (const minute of [1, 2, 3]) keepStart(db, at(minute))
  expect(starts(db)).toEqual([at(1), at(2), at(3)])
})

test('of very many only the last hundred are', () => {
  const db = temporaryDatabase()
  for (let n = 0; n < 130; n += 1) keepStart(db, at(n))
  expect(starts(db)).toHaveLength(100)
  expect(starts(db).at(-1)).toBe(at(129))
})
