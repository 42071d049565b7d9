import { expect, test } from 'vitest'
import type { Iso, LineId } from '../../src/core/types.js'
import { mustHold, takeLease } from '../../src/store/leases.js'
import { temporaryDatabase } from './_fixture.js'

const LINE = 'whatsapp' as LineId
const AT = '2026-03-10T15:00:00.000Z' as Iso

test('whoever takes a line takes it from whoever had it', async () => {
  const db = temporaryDatabase()
  const first = await db.write(() => takeLease(db, LINE, 'a', AT))
  await db.write(() => mustHold(db, LINE, first))
  const second = await db.write(() => takeLease(db, LINE, 'b', AT))
  expect(second).toBeGreaterThan(first)
  await expect(db.write(() => mustHold(db, LINE, first))).rejects.toThrow('taken over')
  await db.write(() => mustHold(db, LINE, second))
})

test('a line that nobody took is held by nobody', async () => {
  const db = temporaryDatabase()
  await expect(db.write(() => mustHold(db, LINE, 1))).rejects.toMatchObject({
    name: 'LeaseLostError',
  })
})
