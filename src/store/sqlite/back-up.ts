import { chmodSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Iso } from '../../core/types.js'
import { type Database, openForReading } from './database.js'
import { asDatabaseError, DatabaseError } from './database-error.js'
import { makeFolder } from './make-folder.js'

/** What only serves the device that is linked now: in other hands it is a key to the number. */
const LEFT_OUT = ['whatsapp_sessions', 'journal', 'leases'] as const
const NAME = /^porquesi-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.db$/
const UNFINISHED = /^porquesi-.*\.db\.part(-journal|-wal|-shm)?$/
/** Between two of these the program goes on answering. */
const PAGES_AT_ONCE = 500

type BackupPlan = { readonly folder: string; readonly at: Iso; readonly keep: number }

/**
 * Copies the database into a folder while it is used, without the WhatsApp session, opens the copy, reads all
 * of it to see that it is whole, and only then gives it its name; older ones than the newest `keep` go.
 * Answers with the path of the copy. Throws DatabaseError.
 */
export async function backUp(db: Database, { folder, at, keep }: BackupPlan): Promise<string> {
  const file = join(folder, nameOf(at))
  const part = `${file}.part`
  try {
    makeFolder(folder)
    sweepUnfinished(folder)
    await copy(db, part)
    strip(part)
    verify(part)
    renameSync(part, file)
    for (const old of backupsIn(folder).slice(keep)) rmSync(join(folder, old), { force: true })
    return file
  } catch (error) {
    sweepQuietly(folder)
    throw asDatabaseError(error, folder)
  }
}

/** Names of the copies in a folder, the newest first; none where there is no folder to look into. */
export function backupsIn(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => NAME.test(name))
    .toSorted()
    .toReversed()
}

/** When a copy was made, by its name. */
export function backupTime(name: string): Iso {
  const [day = '', time = ''] = name.slice('porquesi-'.length, -'Z.db'.length).split('T')
  return `${day}T${time.replaceAll('-', ':')}.000Z` as Iso
}

function nameOf(at: Iso): string {
  return `porquesi-${at.slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replaceAll(':', '-')}Z.db`
}

async function copy(db: Database, part: string): Promise<void> {
  // Made before SQLite does, so that nobody else may ever read it.
  writeFileSync(part, '', { mode: 0o600 })
  chmodSync(part, 0o600)
  await db.raw.backup(part, { progress: () => PAGES_AT_ONCE })
}

function strip(part: string): void {
  const raw = new Sqlite(part)
  try {
    // One file, without companions that would have to be copied with it.
    raw.pragma('journal_mode = DELETE')
    for (const table of LEFT_OUT) raw.prepare(`delete from ${table}`).run()
    // A row that is deleted, now or long ago, stays readable in the file until it is written anew.
    raw.exec('vacuum')
  } finally {
    raw.close()
  }
}

function verify(part: string): void {
  const { raw } = openForReading(part)
  try {
    if (raw.pragma('integrity_check(1)', { simple: true }) === 'ok') return
  } finally {
    raw.close()
  }
  throw new DatabaseError('corrupt', part)
}

function sweepUnfinished(folder: string): void {
  for (const name of namesIn(folder).filter((each) => UNFINISHED.test(each))) {
    rmSync(join(folder, name), { force: true })
  }
}

/** What failed is the news, not that something of it could not be removed either. */
function sweepQuietly(folder: string): void {
  try {
    sweepUnfinished(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return []
    throw error
  }
}
