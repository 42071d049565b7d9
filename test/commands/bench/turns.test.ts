import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Recorder } from '../../../src/commands/bench/recorder.js'
import { type BenchTarget, benchTurns } from '../../../src/commands/bench/turns.js'

/** A product of three tables and two commits a turn. */
async function openTarget(path: string, recorder?: Recorder): Promise<BenchTarget> {
  const db = new Database(path)
  db.exec(`
    pragma journal_mode = wal;
    create table if not exists inbox (id integer primary key, sender integer, text text,
      done integer not null default 0, unique (sender, text));
    create table if not exists talks (line text, contact integer, state text,
      primary key (line, contact)) without rowid;
    create table if not exists old_talks (contact integer primary key, state text)`)
  let commits = 0
  recorder?.watch(db, () => commits)
  const commit = (action: () => void): void => {
    db.transaction(action)()
    commits++
  }
  return {
    receive: async (contact, message, text) => {
      commit(() => {
        db.prepare('insert into inbox (sender, text) values (?, ?)').run(
          contact,
          `${message} ${text}`,
        )
      })
      await sleep(0)
      commit(() => {
        db.prepare("insert into talks values ('s', ?, ?) on conflict do update set state = ?").run(
          contact,
          text,
          text,
        )
        db.prepare('update inbox set done = 1 where sender = ?').run(contact)
      })
    },
    seed: async (existing) => {
      for (let i = 0; i < existing; i++)
        db.prepare('insert into old_talks values (?, ?)').run(i, 'x')
    },
    commits: () => commits,
    close: async () => {
      db.close()
    },
  }
}

describe('bench turns', () => {
  test.each(['seq', 'flood'] as const)(
    '%s has the limit write what the product wrote',
    async (mode) => {
      const options = { mode, contacts: 10, messages: 3, existing: 7 }
      const line = await benchTurns(options, openTarget)
      expect(line).toEqual({
        bench: 'turns',
        mode,
        contacts: 10,
        existing: 7,
        turnsPerSecond: expect.any(Number),
        p50Ms: expect.any(Number),
        p99Ms: expect.any(Number),
        rssMb: expect.any(Number),
        limitTurnsPerSecond: expect.any(Number),
        ratioToLimit: expect.any(Number),
        commits: 60,
        limitCommits: 60,
        // 30 messages, each rewritten with every later turn of its contact: 1 + 2 + 3.
        // 10 talks, rewritten twice.
        rows: { inbox: 90, talks: 30 },
      })
      expect(line.turnsPerSecond).toBeGreaterThan(0)
      expect(line.p50Ms).toBeLessThanOrEqual(line.p99Ms)
      expect(line.ratioToLimit).toBeCloseTo(line.turnsPerSecond / line.limitTurnsPerSecond, 1)
    },
  )
})
