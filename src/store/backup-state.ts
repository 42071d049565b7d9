import type { Iso } from '../core/types.js'
import { readSetting, writeSetting } from './settings.js'
import type { Database } from './sqlite/database.js'
import { parseNullable, toJson } from './sqlite/json.js'

/** Why no copy could be made: the folder takes nothing, the disk is full, the copy was not whole. */
export type BackupProblem = 'unwritable' | 'full' | 'damaged'

/** How the weekly copy stands. `since`: from then on one is due. */
export type BackupState =
  | { readonly status: 'waiting'; readonly since: Iso }
  | { readonly status: 'made'; readonly at: Iso }
  | {
      readonly status: 'failed'
      readonly at: Iso
      readonly problem: BackupProblem
      /** Whether an owner was told: once is enough. */
      readonly told: boolean
    }

const KEY = 'backup'

export function readBackupState(db: Database): BackupState | null {
  return parseNullable<BackupState>(readSetting(db, KEY))
}

export function keepBackupState(db: Database, state: BackupState): void {
  writeSetting(db, KEY, toJson(state))
}
