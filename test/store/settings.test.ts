import { expect, test } from 'vitest'
import { readSetting, writeSetting } from '../../src/store/settings.js'
import { temporaryDatabase } from './_fixture.js'

test('reads what was written last, and null for what never was', () => {
  const db = temporaryDatabase()
  expect(readSetting(db, 'offset')).toBe(null)
  writeSetting(db, 'offset', '1')
  writeSetting(db, 'offset', '2')
  expect(readSetting(db, 'offset')).toBe('2')
})
