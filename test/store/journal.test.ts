import { expect, test } from 'vitest'
import type { Iso, LineId } from '../../src/core/types.js'
import {
  clearInJournal,
  isInJournal,
  keepInJournal,
  pruneJournal,
  readJournal,
  unreadJournal,
} from '../../src/store/journal.js'
import { createSeal } from '../../src/store/seal.js'
import { temporaryDatabase } from './_fixture.js'

const LINE = 'whatsapp' as LineId
const SEAL = createSeal('una frase')
const EARLY = '2026-03-10T15:00:00.000Z' as Iso
const LATE = '2026-03-10T16:00:00.000Z' as Iso

test('what was not taken in is given back in its order, and cannot be read in the file', async () => {
  const db = temporaryDatabase()
  await db.write(() => {
    keepInJournal(db, SEAL, LINE, { hash: 'b', text: 'primero' }, EARLY)
    // Opened in the same moment.
    keepInJournal(db, SEAL, LINE, { hash: 'a', text: 'segundo' }, EARLY)
  })
  expect(unreadJournal(db, SEAL, LINE).map(({ text }) => text)).toEqual(['primero', 'segundo'])
  expect(db.raw.prepare('select plaintext from journal').pluck().all().join()).not.toContain(
    'primero',
  )
})

test('what was taken in leaves only its hash', async () => {
  const db = temporaryDatabase()
  await db.write(() => keepInJournal(db, SEAL, LINE, { hash: 'a', text: 'hola' }, EARLY))
  expect(readJournal(db, SEAL, LINE, 'a')).toBe('hola')
  await db.write(() => clearInJournal(db, LINE, 'a'))
  expect(readJournal(db, SEAL, LINE, 'a')).toBeNull()
  expect([isInJournal(db, LINE, 'a'), isInJournal(db, LINE, 'b')]).toEqual([true, false])
  expect(unreadJournal(db, SEAL, LINE)).toEqual([])
})

test('old hashes are forgotten, and never what was not taken in', async () => {
  const db = temporaryDatabase()
  await db.write(() => {
    for (const hash of ['a', 'b']) keepInJournal(db, SEAL, LINE, { hash, text: hash }, EARLY)
    clearInJournal(db, LINE, 'a')
    pruneJournal(db, LINE, LATE)
  })
  expect([isInJournal(db, LINE, 'a'), isInJournal(db, LINE, 'b')]).toEqual([false, true])
})
