import { expect, test } from 'vitest'
import { readSetting, writeSetting } from '../../../src/store/settings.js'
import type { Database } from '../../../src/store/sqlite/database.js'
import { DatabaseError } from '../../../src/store/sqlite/database-error.js'
import { temporaryDatabase } from '../_fixture.js'

test('commits all jobs of one pass of the event loop together', async () => {
  const db = temporaryDatabase()
  const before = db.commits()
  const jobs = Array.from({ length: 20 }, (_, n) => db.write(() => put(db, `k${n}`, n)))
  expect(await Promise.all(jobs)).toEqual(Array.from({ length: 20 }, (_, n) => n))
  expect(db.commits() - before).toBe(1)
  expect(readSetting(db, 'k19')).toBe('19')
})

test('makes groups of 64 at most', async () => {
  const db = temporaryDatabase()
  const before = db.commits()
  await Promise.all(Array.from({ length: 65 }, (_, n) => db.write(() => put(db, `k${n}`, n))))
  expect(db.commits() - before).toBe(2)
})

test('resolves only after the commit, when another connection sees the row', async () => {
  const db = temporaryDatabase()
  const written = db.write(() => put(db, 'seen', 1))
  expect(readSetting(db, 'seen')).toBe(null)
  await written
  expect(db.raw.inTransaction).toBe(false)
  expect(readSetting(db, 'seen')).toBe('1')
})

test('rolls back the job that throws, alone', async () => {
  const db = temporaryDatabase()
  const results = await Promise.allSettled([
    db.write(() => put(db, 'before', 1)),
    db.write(() => {
      put(db, 'half', 1)
      throw new Error('a bug')
    }),
    db.write(() => put(db, 'after', 1)),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(results[1]).toMatchObject({ reason: { message: 'a bug' } })
  expect(['before', 'half', 'after'].map((key) => readSetting(db, key))).toEqual(['1', null, '1'])
})

test('sees within one group what an earlier job wrote', async () => {
  const db = temporaryDatabase()
  const first = db.write(() => put(db, 'n', 1))
  const second = db.write(() => put(db, 'n', Number(readSetting(db, 'n')) + 1))
  await Promise.all([first, second])
  expect(readSetting(db, 'n')).toBe('2')
})

test('rejects with full when the disk is full, and writes again once there is room', async () => {
  const db = temporaryDatabase()
  const pages = Number(db.raw.pragma('page_count', { simple: true }))
  db.raw.pragma(`max_page_count = ${pages}`)
  const results = await Promise.allSettled([
    db.write(() => writeSetting(db, 'large', 'x'.repeat(100_000))),
    db.write(() => writeSetting(db, 'larger', 'x'.repeat(100_000))),
  ])
  for (const result of results) {
    expect(result.status).toBe('rejected')
    if (result.status === 'rejected') {
      expect(result.reason).toBeInstanceOf(DatabaseError)
      expect(result.reason).toMatchObject({ kind: 'full', path: db.path })
    }
  }
  expect(db.raw.inTransaction).toBe(false)
  db.raw.pragma(`max_page_count = ${pages + 1_000}`)
  await db.write(() => writeSetting(db, 'large', 'x'.repeat(100_000)))
  expect(readSetting(db, 'large')).toHaveLength(100_000)
  expect(readSetting(db, 'larger')).toBe(null)
})

test('rejects the whole group when the transaction is lost, and goes on with the next', async () => {
  const db = temporaryDatabase()
  const results = await Promise.allSettled([
    db.write(() => put(db, 'one', 1)),
    db.write(() => {
      // What SQLite does by itself on some full disks.
      db.raw.exec('rollback')
      throw new Error('lost')
    }),
    db.write(() => put(db, 'three', 3)),
  ])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(readSetting(db, 'one')).toBe(null)
  await db.write(() => put(db, 'next', 1))
  expect(readSetting(db, 'next')).toBe('1')
})

test('drains jobs that finished jobs queue', async () => {
  const db = temporaryDatabase()
  void db.write(() => put(db, 'first', 1)).then(() => db.write(() => put(db, 'second', 2)))
  await db.drain()
  expect(readSetting(db, 'second')).toBe('2')
})

function put(db: Database, key: string, value: number): number {
  writeSetting(db, key, String(value))
  return value
}
