import { existsSync } from 'node:fs'
import type { Config } from '../../config.js'
import { message } from '../../core/messages.js'
import { type Database, openDatabase, openForReading } from '../../store/sqlite/database.js'
import { DatabaseError } from '../../store/sqlite/database-error.js'
import { lockDatabase } from '../../store/sqlite/lock.js'
import { databaseText } from '../database-text.js'
import { complain, type ExitCode, type Io } from '../io.js'

type Action = (db: Database) => Promise<ExitCode>

/**
 * Runs `action` as the only one on the database: a bot that runs remembers what its busy chats hold, and
 * would not see what is changed beside it.
 */
export async function withDatabase(
  { database: { path, shown } }: Pick<Config, 'database'>,
  io: Io,
  action: Action,
): Promise<ExitCode> {
  return explaining(io, shown, async () => {
    const lock = lockDatabase(path)
    try {
      return await using(openDatabase(path), action)
    } finally {
      lock.release()
    }
  })
}

/** Only looks, also beside a bot that runs. A database that is not there is said to be missing. */
export async function withReading(
  { database: { path, shown } }: Pick<Config, 'database'>,
  io: Io,
  action: Action,
): Promise<ExitCode> {
  if (!existsSync(path)) {
    complain(io, message(io.messages, 'intake.no_database', { path: shown }))
    return 1
  }
  return explaining(io, shown, () => using(openForReading(path), action))
}

/** On a database that is nowhere: for a look at what would be taken in where nothing is yet. */
export function withNothing(action: Action): Promise<ExitCode> {
  return using(openDatabase(':memory:'), action)
}

async function using(db: Database, action: Action): Promise<ExitCode> {
  try {
    return await action(db)
  } finally {
    await db.close()
  }
}

async function explaining(
  io: Io,
  shown: string,
  action: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await action()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    complain(io, databaseText(io.messages, error, shown))
    return 1
  }
}
