import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '../../config.js'
import type { Messages } from '../../core/messages.js'
import { sizeText } from '../../core/size-text.js'
import { type Database, openForReading } from '../../store/sqlite/database.js'
import { asDatabaseError, DatabaseError } from '../../store/sqlite/database-error.js'
import { lockHolder } from '../../store/sqlite/lock.js'
import { isWhole, schemaAge } from '../../store/sqlite/soundness.js'
import { databaseText } from '../database-text.js'
import type { Find, Finding } from './finding.js'

export type Examined = {
  readonly findings: readonly Finding[]
  /** Open for reading, when there is one whose tables can be read. */
  readonly db: Database | null
  /** The folder that is there already, nearest to where the database is or will be. */
  readonly folder: string
  readonly running: boolean
}

/** The file of the database and whoever has it open. Nothing is written, not even a lock. */
export function examineDatabase(
  { path, shown }: Config['database'],
  messages: Messages,
  find: Find,
): Examined {
  const folder = nearestFolder(dirname(path))
  try {
    if (!existsSync(path)) return { ...absent(folder, shown, find), folder }
    const holder = lockHolder(path)
    const seen = look(path, shown, find)
    const life =
      holder === null
        ? find.fine('doctor.closed')
        : find.fine('doctor.open', { pid: holder.pid ?? '?' })
    return { ...seen, findings: [...seen.findings, life], folder, running: holder !== null }
  } catch (thrown) {
    const error = asDatabaseError(thrown, path)
    if (!(error instanceof DatabaseError)) throw error
    const fault: Finding = { level: 'fault', text: databaseText(messages, error, shown) }
    return { findings: [fault], db: null, folder, running: false }
  }
}

function absent(folder: string, shown: string, find: Find): Omit<Examined, 'folder'> {
  if (!statSync(folder).isDirectory()) throw new DatabaseError('unwritable', folder)
  accessSync(folder, constants.W_OK)
  return { findings: [find.fine('doctor.database_new', { path: shown })], db: null, running: false }
}

function look(path: string, shown: string, find: Find): Pick<Examined, 'findings' | 'db'> {
  accessSync(path, constants.R_OK | constants.W_OK)
  const db = openForReading(path)
  const params = { path: shown, size: sizeText(sizeOf(path) + sizeOf(`${path}-wal`)) }
  if (!isWhole(db)) {
    db.raw.close()
    throw new DatabaseError('corrupt', path)
  }
  const { is, newest } = schemaAge(db)
  if (is === newest) return { findings: [find.fine('doctor.database', params)], db }
  db.raw.close()
  const key = is === 0 ? 'doctor.database_empty' : 'doctor.database_old'
  return { findings: [find.notice(key, params)], db: null }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
}
