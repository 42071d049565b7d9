import { expect, test } from 'vitest'
import type { LineId } from '../../src/core/types.js'
import { createSeal } from '../../src/store/seal.js'
import {
  clearSession,
  forgetInSessions,
  hasSession,
  readSession,
  type SessionEntry,
  setSessionAside,
  writeSession,
} from '../../src/store/whatsapp-session.js'
import { temporaryDatabase } from './_fixture.js'

const LINE = 'whatsapp' as LineId
const EPOCH = 1
const OPEN = createSeal(null)
const SEALED = createSeal('una frase')

const CREDS: SessionEntry = { type: 'creds', id: '', value: '{"me":"secreto"}' }
const KEY: SessionEntry = { type: 'session', id: '1.0', value: '{"chain":7}' }

test('what was written is read, what was deleted is not', async () => {
  const db = temporaryDatabase()
  await db.write(() => writeSession(db, OPEN, LINE, [CREDS, KEY], EPOCH))
  await db.write(() => writeSession(db, OPEN, LINE, [{ ...KEY, value: '{"chain":8}' }], EPOCH))
  expect([...readSession(db, OPEN, LINE, 'session', ['1.0', '2.0'])]).toEqual([
    ['1.0', '{"chain":8}'],
  ])
  await db.write(() => writeSession(db, OPEN, LINE, [{ ...KEY, value: null }], EPOCH))
  expect(readSession(db, OPEN, LINE, 'session', ['1.0']).size).toBe(0)
})

test('a write that fails half-way leaves all of it as it was', async () => {
  const db = temporaryDatabase()
  await db.write(() => writeSession(db, OPEN, LINE, [CREDS, KEY], EPOCH))
  const torn = db.write(() => {
    const entries = [
      { ...CREDS, value: null },
      { ...KEY, value: '{"chain":9}' },
    ]
    writeSession(db, OPEN, LINE, entries, EPOCH)
    throw new Error('the power went')
  })
  await expect(torn).rejects.toThrow('the power went')
  expect(hasSession(db, LINE, 'creds')).toBe(true)
  expect(readSession(db, OPEN, LINE, 'session', ['1.0']).get('1.0')).toBe('{"chain":7}')
})

test('with a key nothing of it can be read in the file, and each value opens in its row only', async () => {
  const db = temporaryDatabase()
  await db.write(() => writeSession(db, SEALED, LINE, [CREDS, KEY], EPOCH))
  const stored = db.raw.prepare('select value from whatsapp_sessions').pluck().all().join()
  expect(stored).not.toContain('secreto')
  expect(readSession(db, SEALED, LINE, 'creds', ['']).get('')).toBe(CREDS.value)
  db.raw.exec(`update whatsapp_sessions set value =
    (select value from whatsapp_sessions where type = 'creds') where type = 'session'`)
  expect(() => readSession(db, SEALED, LINE, 'session', ['1.0'])).toThrow('does not open')
})

test('a session put aside is out of use, and the copy stays when nothing follows it', async () => {
  const db = temporaryDatabase()
  await db.write(() => writeSession(db, OPEN, LINE, [CREDS, KEY], EPOCH))
  await db.write(() => setSessionAside(db, LINE))
  expect(hasSession(db, LINE, 'creds')).toBe(false)
  await db.write(() => setSessionAside(db, LINE))
  const copies = db.raw.prepare('select line_id, value from whatsapp_sessions order by type').all()
  expect(copies).toEqual([
    { line_id: 'whatsapp/ended', value: CREDS.value },
    { line_id: 'whatsapp/ended', value: KEY.value },
  ])
})

test('a line that is unlinked keeps nothing', async () => {
  const db = temporaryDatabase()
  await db.write(() => writeSession(db, OPEN, LINE, [CREDS, KEY], EPOCH))
  await db.write(() => clearSession(db, LINE))
  expect(hasSession(db, LINE, 'session')).toBe(false)
})

test('of somebody who is erased neither keys nor addresses stay, and all of others', async () => {
  const db = temporaryDatabase()
  const theirs = ['573005550101', '573005550101.0', '573005550101_1.2', '573005550101_reverse']
  const others = ['5730055501012.0', '57300555010', 'app-573005550101']
  const entries = [...theirs, ...others].map((id) => ({ type: 'session', id, value: '{}' }))
  const key = { type: 'pre-key', id: '573005550101', value: '{}' }
  await db.write(() => writeSession(db, OPEN, LINE, [...entries, key], EPOCH))
  await db.write(() => forgetInSessions(db, '573005550101'))
  const left = db.raw.prepare('select type, id from whatsapp_sessions').all()
  expect(left).toHaveLength(others.length + 1)
  expect(left).toContainEqual({ type: 'pre-key', id: '573005550101' })
  for (const id of others) expect(left).toContainEqual({ type: 'session', id })
})
