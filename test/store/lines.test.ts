import { expect, test } from 'vitest'
import type { LineId } from '../../src/core/types.js'
import { keepLine, type Line, listLines } from '../../src/store/lines.js'
import { at, temporaryDatabase } from './_fixture.js'

test('keeps a line once, with the phone it was linked to', () => {
  const db = temporaryDatabase()
  const baileys: Line = { id: 'wa' as LineId, kind: 'baileys', phone: null }
  const simulator: Line = { id: 'sim' as LineId, kind: 'simulator', phone: null }
  keepLine(db, simulator, at(1))
  keepLine(db, baileys, at(2))
  keepLine(db, { ...baileys, phone: '+573000000009' }, at(3))
  keepLine(db, baileys, at(4))
  expect(listLines(db)).toEqual([simulator, { ...baileys, phone: '+573000000009' }])
})
