import { statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Config } from '../config.js'
import { message } from '../core/messages.js'
import { sizeText } from '../core/size-text.js'
import type { BackupProblem } from '../store/backup-state.js'
import { backUp } from '../store/sqlite/back-up.js'
import type { Database } from '../store/sqlite/database.js'
import { DatabaseError } from '../store/sqlite/database-error.js'
import { problemOf } from '../turn/scheduled/weekly-backup.js'
import { appTime } from './contacts/app-time.js'
import { withReading } from './contacts/with-database.js'
import { complain, type ExitCode, type Io, printLine } from './io.js'
import { withProject } from './with-project.js'

/**
 * `backup [folder]`: a copy of the database that was opened and read through, also beside a running bot;
 * without a folder, where the copies of each week go.
 */
export async function backup(args: readonly string[], config: Config, io: Io): Promise<ExitCode> {
  const [folder, extra] = args
  if (extra !== undefined || folder?.startsWith('-') === true) {
    complain(io, message(io.messages, 'backup.usage'))
    return 2
  }
  return withProject(config, io, ({ business: { backup: rules } }) =>
    withReading(config, io, (db) => {
      const usual = resolve(dirname(config.database.path), rules.folder)
      const into = folder === undefined ? usual : resolve(io.cwd, folder)
      return make(db, into, rules.keep, io)
    }),
  )
}

const FAILURES: { readonly [P in BackupProblem]: string } = {
  unwritable: 'backup.unwritable',
  full: 'backup.full',
  damaged: 'backup.damaged',
}

async function make(db: Database, folder: string, keep: number, io: Io): Promise<ExitCode> {
  const shown = (path: string): string => {
    const near = relative(io.cwd, path)
    return near.startsWith('..') ? path : join('.', near)
  }
  try {
    const file = await backUp(db, { folder, at: appTime(db), keep })
    const size = sizeText(statSync(file).size)
    printLine(io, message(io.messages, 'backup.made', { file: shown(file), size }))
    return 0
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    complain(io, message(io.messages, FAILURES[problemOf(error)], { folder: shown(folder) }))
    return 1
  }
}
