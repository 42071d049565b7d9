import { dirname, resolve } from 'node:path'
import { shortDayText } from '../../core/business/date-text.js'
import type { Business } from '../../core/business/types.js'
import type { Messages } from '../../core/messages.js'
import { localTime } from '../../core/schedule/local-time.js'
import { type BackupProblem, readBackupState } from '../../store/backup-state.js'
import { backupsIn, backupTime } from '../../store/sqlite/back-up.js'
import type { Database } from '../../store/sqlite/database.js'
import type { Find, Finding } from './finding.js'

const PROBLEMS: { readonly [P in BackupProblem]: string } = {
  unwritable: 'doctor.backup_unwritable',
  full: 'doctor.backup_full',
  damaged: 'doctor.backup_damaged',
}

/** When the newest copy was made, and why the last one failed. */
export function checkBackup(
  { backup, timeZone }: Business,
  db: Database,
  messages: Messages,
  find: Find,
): readonly Finding[] {
  const { folder } = backup
  const state = readBackupState(db)
  if (state?.status === 'failed') return [find.notice(PROBLEMS[state.problem], { folder })]
  const [newest] = backupsIn(resolve(dirname(db.path), folder))
  if (newest === undefined) {
    return [find.fine(backup.weekday === null ? 'doctor.backup_off' : 'doctor.backup_none')]
  }
  const day = shortDayText(localTime(backupTime(newest), timeZone).day, messages)
  return [find.fine('doctor.backup', { day, folder })]
}
