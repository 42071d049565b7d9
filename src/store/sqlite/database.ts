import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createMemory, type Memory } from '../memory.js'
import { asDatabaseError } from './database-error.js'
import { makeFolder } from './make-folder.js'
import { migrate, refuseForeign, refuseNewer } from './migrate.js'
import { createWriter, type Writer } from './writer.js'

export type Database = Writer & {
  readonly path: string
  readonly raw: Sqlite.Database
  readonly memory: Memory
  /** Finishes what is queued, then closes the file. */
  close(): Promise<void>
}

export type DatabaseOptions = {
  /** The file grows no further than this many pages of 4 KB. */
  readonly maxPages?: number
  /** `false` for a file that is thrown away afterwards: nothing waits for the disk. */
  readonly durable?: boolean
}

/** How long another process (a backup, the command line) may hold the file, in ms. */
const PATIENCE_MS = 5_000

/**
 * Opens the file, creating it and its folder where there is none, and brings its schema up to
 * date. Throws DatabaseError. A file that is corrupt or newer than this program is left untouched:
 * it is read before anything is written.
 */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  try {
    const raw = openFile(path)
    try {
      migrateAndTune(raw, path, options)
    } catch (error) {
      raw.close()
      throw error
    }
    return databaseOf(raw, path, createMemory('busy chats'))
  } catch (error) {
    throw asDatabaseError(error, path)
  }
}

/**
 * Opens a file that is there to look at it, beside whoever serves it: nothing is created, migrated
 * or written. Throws DatabaseError as `openDatabase` does.
 */
export function openForReading(path: string): Database {
  try {
    const raw = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS })
    try {
      refuseNewer(raw, path)
      refuseForeign(raw, path)
      // Somebody else writes it meanwhile.
      return databaseOf(raw, path, createMemory('none'))
    } catch (error) {
      raw.close()
      throw error
    }
  } catch (error) {
    throw asDatabaseError(error, path)
  }
}

function openFile(path: string): Sqlite.Database {
  makeFolder(dirname(path))
  // SQLite opens a protected file read-only without a word, and fails at the first write.
  if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK)
  return new Sqlite(path, { timeout: PATIENCE_MS })
}

function migrateAndTune(
  raw: Sqlite.Database,
  path: string,
  { maxPages, durable = true }: DatabaseOptions,
): void {
  refuseNewer(raw, path)
  refuseForeign(raw, path)
  // Reads every page of the schema: a file cut short or overwritten is found out here.
  raw.prepare('select count(*) from sqlite_schema where sql is not null').get()
  raw.pragma('journal_mode = WAL')
  // After journal_mode: better-sqlite3 is compiled to fall to NORMAL in WAL, which loses commits.
  raw.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`)
  raw.pragma('wal_autocheckpoint = 1000')
  // What a rollback would need is kept in memory: a temporary file per group costs a fifth of a turn.
  raw.pragma('temp_store = MEMORY')
  raw.pragma('foreign_keys = ON')
  if (maxPages !== undefined) raw.pragma(`max_page_count = ${maxPages}`)
  migrate(raw)
}

function databaseOf(raw: Sqlite.Database, path: string, memory: Memory): Database {
  const writer = createWriter(raw, memory.forget)
  return {
    ...writer,
    path,
    raw,
    memory,
    close: async () => {
      await writer.drain()
      raw.close()
    },
  }
}
