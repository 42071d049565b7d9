import { expect, test } from 'vitest'
import { readSilence, writeSilence } from '../../src/store/silence.js'
import { at, temporaryDatabase } from './_fixture.js'

test('remembers since when all is silent, and at whose word', () => {
  const db = temporaryDatabase()
  expect(readSilence(db)).toBeNull()
  writeSilence(db, { by: 'Rosalba', at: at(1) })
  expect(readSilence(db)).toEqual({ by: 'Rosalba', at: at(1) })
  writeSilence(db, null)
  expect(readSilence(db)).toBeNull()
})
