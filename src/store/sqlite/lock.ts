import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { asDatabaseError, DatabaseError } from './database-error.js'
import { makeFolder } from './make-folder.js'

export type Lock = { release(): void }

/**
 * Makes this process the only one that serves the database at `path`. Throws DatabaseError: `busy`
 * with the other's pid, or `unwritable`.
 *
 * The lock is an open exclusive transaction on a side file, so the operating system itself drops it
 * when the process dies, however it dies. The pid beside it is only for the message: it may be
 * stale or reused, and decides nothing.
 */
export function lockDatabase(path: string): Lock {
  // By whatever name: a link to the same file is the same database.
  const real = existsSync(path) ? realpathSync(path) : path
  const pidFile = `${real}.pid`
  try {
    makeFolder(dirname(real))
    const side = new Sqlite(`${real}.lock`, { timeout: 0 })
    try {
      side.exec('begin exclusive')
      writeFileSync(pidFile, `${process.pid}\n`)
    } catch (error) {
      side.close()
      throw error
    }
    return { release: () => release(side, pidFile) }
  } catch (error) {
    throw withPid(asDatabaseError(error, path), pidFile)
  }
}

/**
 * Who serves the database at `path`, found out without locking it: null when nobody does, `pid` null
 * when the process that does left no number.
 */
export function lockHolder(path: string): { readonly pid: number | null } | null {
  const real = existsSync(path) ? realpathSync(path) : path
  if (!existsSync(`${real}.lock`)) return null
  const side = new Sqlite(`${real}.lock`, { readonly: true, timeout: 0 })
  try {
    side.prepare('select 1 from sqlite_schema').get()
    return null
  } catch (error) {
    const known = asDatabaseError(error, path)
    if (known instanceof DatabaseError && known.kind === 'busy') {
      return { pid: readPid(`${real}.pid`) }
    }
    throw known
  } finally {
    side.close()
  }
}

function release(side: Sqlite.Database, pidFile: string): void {
  if (!side.open) return
  // The side file itself stays: removing it could part two processes that lock at once.
  rmSync(pidFile, { force: true })
  side.close()
}

function withPid(error: unknown, pidFile: string): unknown {
  if (!(error instanceof DatabaseError) || error.kind !== 'busy') return error
  return new DatabaseError('busy', error.path, { cause: error.cause, pid: readPid(pidFile) })
}

function readPid(pidFile: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
    return Number.isSafeInteger(pid) ? pid : null
  } catch {
    return null
  }
}
