import type Sqlite from 'better-sqlite3'
import { asDatabaseError } from './database-error.js'

export type Writer = {
  /**
   * Runs a synchronous job in the next group commit and resolves with its result once that is on
   * disk. It may run twice, the first time undone: it must do nothing but read and write the store. A
   * job that throws is rolled back alone and rejects with what it threw; when the commit itself fails
   * every job of the group rejects with DatabaseError.
   */
  write<T>(job: () => T): Promise<T>
  /**
   * The same at once, in a commit of its own: on disk when it returns, for what may not wait for one pass
   * of the event loop. Throws what the job threw, or DatabaseError. Not to be called inside a job.
   */
  writeNow(job: () => void): void
  /** Resolves when nothing is queued any more. */
  drain(): Promise<void>
  /** Group commits made so far. */
  commits(): number
}

/** More would keep the event loop from everything else for too long (32 turns are about 2 ms). */
const GROUP = 64

/** A queued job: runs inside the transaction, then is told how that ended. */
type Entry = {
  readonly run: () => void
  readonly settle: () => void
  readonly fail: (error: unknown) => void
}

/**
 * All jobs queued in one pass of the event loop share one transaction: one fsync for all of them, and
 * none is acknowledged before it. `undone` is told whenever anything that a job did was taken back.
 */
export function createWriter(raw: Sqlite.Database, undone: () => void): Writer {
  const transaction = prepareTransaction(raw, undone)
  let queue: Entry[] = []
  let scheduled = false
  let commits = 0

  const schedule = () => {
    if (scheduled) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      flush()
    })
  }

  const flush = () => {
    const group = queue.slice(0, GROUP)
    queue = queue.slice(GROUP)
    if (queue.length > 0) schedule()
    if (group.length > 0 && commitGroup(transaction, group)) commits += 1
  }

  return {
    write: (job) =>
      new Promise((resolve, reject) => {
        queue.push(entryOf(job, resolve, reject))
        schedule()
      }),
    writeNow: (job) => {
      transaction.begin()
      try {
        job()
        transaction.commit()
      } catch (error) {
        transaction.abandon()
        throw transaction.explain(error)
      }
      commits += 1
    },
    drain: async () => {
      // A finished job may queue another: its continuation runs before the next pass.
      while (queue.length > 0) {
        flush()
        await new Promise(setImmediate)
      }
    },
    commits: () => commits,
  }
}

function entryOf<T>(
  job: () => T,
  resolve: (value: T) => void,
  fail: (error: unknown) => void,
): Entry {
  let settle = () => {}
  const run = () => {
    const value = job()
    settle = () => resolve(value)
  }
  return { run, settle: () => settle(), fail }
}

/**
 * True when the group's work is on disk. Every entry is settled either way. Savepoints cost a sixth
 * of a turn, and hardly a job ever throws: a group is first run without them, and only when one of
 * its jobs threw is all of it undone and run again, each job in a savepoint of its own.
 */
function commitGroup(transaction: Transaction, group: readonly Entry[]): boolean {
  try {
    if (runTogether(transaction, group)) return true
    return runApart(transaction, group)
  } catch (error) {
    transaction.abandon()
    for (const entry of group) entry.fail(transaction.explain(error))
    return false
  }
}

/** False when a job threw: then nothing of the group has happened. */
function runTogether(transaction: Transaction, group: readonly Entry[]): boolean {
  transaction.begin()
  try {
    for (const entry of group) entry.run()
  } catch {
    transaction.abandon()
    return false
  }
  transaction.commit()
  for (const entry of group) entry.settle()
  return true
}

function runApart(transaction: Transaction, group: readonly Entry[]): boolean {
  const done: Entry[] = []
  const failed: { readonly entry: Entry; readonly error: unknown }[] = []
  transaction.begin()
  for (const entry of group) {
    const error = transaction.attempt(entry.run)
    if (error === null) done.push(entry)
    else failed.push({ entry, error: error.thrown })
  }
  transaction.commit()
  for (const entry of done) entry.settle()
  for (const { entry, error } of failed) entry.fail(error)
  return true
}

type Transaction = {
  readonly begin: () => void
  readonly commit: () => void
  readonly abandon: () => void
  /** Runs within a savepoint; gives back what was thrown. Throws when the transaction is lost. */
  readonly attempt: (run: () => void) => { readonly thrown: unknown } | null
  readonly explain: (error: unknown) => unknown
}

function prepareTransaction(raw: Sqlite.Database, undone: () => void): Transaction {
  const begin = raw.prepare('begin immediate')
  const commit = raw.prepare('commit')
  const rollback = raw.prepare('rollback')
  const savepoint = raw.prepare('savepoint job')
  const release = raw.prepare('release job')
  const undo = raw.prepare('rollback to job')
  const explain = (error: unknown) => asDatabaseError(error, raw.name)
  return {
    begin: () => begin.run(),
    commit: () => commit.run(),
    // SQLite may already have rolled back by itself, as it does when the disk is full.
    abandon: () => {
      undone()
      if (raw.inTransaction) rollback.run()
    },
    attempt: (run) => {
      savepoint.run()
      try {
        run()
      } catch (error) {
        undone()
        if (!raw.inTransaction) throw error
        undo.run()
        release.run()
        return { thrown: explain(error) }
      }
      release.run()
      return null
    },
    explain,
  }
}
