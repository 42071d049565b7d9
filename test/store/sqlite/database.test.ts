import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readSetting, writeSetting } from '../../../src/store/settings.js'
import { openDatabase, openForReading } from '../../../src/store/sqlite/database.js'
import { DatabaseError } from '../../../src/store/sqlite/database-error.js'
import { isWhole, schemaAge } from '../../../src/store/sqlite/soundness.js'
import { temporaryDatabase, temporaryFolder } from '../_fixture.js'

test('is durable: WAL with synchronous FULL holds on the open connection', () => {
  const { raw } = temporaryDatabase()
  expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(raw.pragma('synchronous', { simple: true })).toBe(2)
  expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(raw.pragma('wal_autocheckpoint', { simple: true })).toBe(1000)
  expect(raw.pragma('busy_timeout', { simple: true })).toBe(5000)
})

test('creates the folder, and finds everything again after it was closed', async () => {
  const path = join(temporaryFolder(), 'deep', 'er', 'porquesi.db')
  const first = openDatabase(path)
  await first.write(() => writeSetting(first, 'offset', '42'))
  await first.close()
  const second = openDatabase(path)
  expect(readSetting(second, 'offset')).toBe('42')
  await second.close()
})

test('is opened for reading beside whoever writes, and nothing can be written then', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  const first = openDatabase(path)
  await first.write(() => writeSetting(first, 'offset', '42'))
  const reading = openForReading(path)
  expect(readSetting(reading, 'offset')).toBe('42')
  expect(() => writeSetting(reading, 'offset', '43')).toThrow('readonly')
  expect(isWhole(reading)).toBe(true)
  expect(schemaAge(reading).is).toBe(schemaAge(reading).newest)
  await reading.close()
  await first.close()
})

test('is not created by opening it for reading', () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  expect(() => openForReading(path)).toThrow(DatabaseError)
  expect(existsSync(path)).toBe(false)
})

test('finishes what is queued before it closes', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  const first = openDatabase(path)
  const written = first.write(() => writeSetting(first, 'last', 'word'))
  await first.close()
  await written
  const second = openDatabase(path)
  expect(readSetting(second, 'last')).toBe('word')
  await second.close()
})

test('migrates once and writes down which migrations', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  await openDatabase(path).close()
  const db = openDatabase(path)
  expect(db.raw.prepare('select number, name from migrations').all()).toEqual([
    { number: 1, name: 'first' },
    { number: 2, name: 'owner-words' },
    { number: 3, name: 'media' },
    { number: 4, name: 'tickets' },
    { number: 5, name: 'left-alone' },
    { number: 6, name: 'figures' },
    { number: 7, name: 'model' },
    { number: 8, name: 'touches' },
    { number: 9, name: 'referrals' },
    { number: 10, name: 'tribe' },
    { number: 11, name: 'attribute-answers' },
    { number: 12, name: 'figure-indexes' },
    { number: 13, name: 'language' },
    { number: 14, name: 'sale-products' },
    { number: 15, name: 'loops' },
    { number: 16, name: 'nurture' },
    { number: 17, name: 'model-tasks' },
    { number: 18, name: 'sent-files' },
    { number: 19, name: 'shared' },
    { number: 20, name: 'permissions' },
    { number: 21, name: 'odds-age' },
    { number: 22, name: 'rehearsals' },
    { number: 23, name: 'sales-counted' },
    { number: 24, name: 'accounts' },
  ])
  expect(db.raw.pragma('user_version', { simple: true })).toBe(24)
  await db.close()
})

test('refuses a file of a newer version and leaves it as it was', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  await openDatabase(path).close()
  const raw = new Sqlite(path)
  raw.pragma('user_version = 99')
  raw.close()
  const before = readFileSync(path)
  expect(problemOf(path)).toBe('newer')
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('refuses a file that is no database and leaves it byte for byte', () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  const garbage = Buffer.from('this was never a database\n'.repeat(500))
  writeFileSync(path, garbage)
  expect(problemOf(path)).toBe('corrupt')
  expect(readFileSync(path).equals(garbage)).toBe(true)
  expect(existsSync(`${path}-wal`)).toBe(false)
})

test('refuses a database cut short and leaves it byte for byte', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  await openDatabase(path).close()
  const cut = readFileSync(path).subarray(0, 3 * 4096)
  writeFileSync(path, cut)
  expect(problemOf(path)).toBe('corrupt')
  expect(readFileSync(path).equals(cut)).toBe(true)
})

test('says unwritable when a file stands where the folder should be', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(problemOf(join(file, 'porquesi.db'))).toBe('unwritable')
})

test('says unwritable when the path is a folder', () => {
  expect(problemOf(temporaryFolder())).toBe('unwritable')
})

test('says unwritable for a protected file, unless it runs as root', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  await openDatabase(path).close()
  chmodSync(path, 0o400)
  const isRoot = process.getuid?.() === 0
  if (isRoot) await openDatabase(path).close()
  else expect(problemOf(path)).toBe('unwritable')
})

test('keeps the path out of the text of an error', () => {
  const error = new DatabaseError('full', '/home/camila/porquesi.db')
  expect(error.message).not.toContain('camila')
  expect(error.path).toBe('/home/camila/porquesi.db')
})

function problemOf(path: string): string {
  try {
    openDatabase(path)
  } catch (error) {
    if (error instanceof DatabaseError) return error.kind
    throw error
  }
  throw new Error('it opened')
}
