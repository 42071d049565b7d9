import { message } from '../../core/messages.js'
import { lastBackupTime } from '../../core/schedule/backup-time.js'
import { HOUR } from '../../core/schedule/units.js'
import type { Iso } from '../../core/types.js'
import {
  type BackupProblem,
  type BackupState,
  keepBackupState,
  readBackupState,
} from '../../store/backup-state.js'
import type { ChatKey } from '../../store/chat-key.js'
import { listLines } from '../../store/lines.js'
import { backUp } from '../../store/sqlite/back-up.js'
import { asDatabaseError, DatabaseError } from '../../store/sqlite/database-error.js'
import type { TurnDeps } from '../deps.js'
import { firstInLine } from '../staff/staff.js'
import { writeToStaff } from '../staff/write-to-staff.js'

/** A copy that failed is tried again after so long. */
const RETRY = HOUR

export type WeeklyBackup = {
  /** Makes the week's copy when it is due. Gives back whom there is something to send to. */
  run(): Promise<ChatKey | null>
  /** Waits for one under way: the file is about to be closed. */
  close(): Promise<void>
}

/** The copy of each week, made by itself; one that the program slept through is made when it wakes. */
export function createWeeklyBackup(deps: TurnDeps): WeeklyBackup {
  let running: Promise<ChatKey | null> | null = null
  const begin = async (): Promise<ChatKey | null> => {
    const now = deps.now()
    return (await isDue(deps, now)) ? make(deps, now) : null
  }
  return {
    run: async () => {
      // Beats go on meanwhile.
      if (deps.backups === null || running !== null) return null
      running = begin()
      try {
        return await running
      } finally {
        running = null
      }
    },
    close: async () => {
      await running?.catch(() => null)
    },
  }
}

async function isDue({ db, business }: TurnDeps, now: Iso): Promise<boolean> {
  const slot = lastBackupTime(business.backup, business.timeZone, now)
  if (slot === null) return false
  const state = readBackupState(db)
  switch (state?.status) {
    case undefined:
      await db.write(() => keepBackupState(db, { status: 'waiting', since: now }))
      return false
    case 'waiting':
      return state.since < slot
    case 'made':
      return state.at < slot
    case 'failed':
      return Date.parse(state.at) + RETRY <= Date.parse(now)
  }
}

async function make(deps: TurnDeps, now: Iso): Promise<ChatKey | null> {
  const { db, business, log } = deps
  const before = readBackupState(db)
  const problem = await attempt(deps, now)
  if (problem === null) {
    await db.write(() => keepBackupState(db, { status: 'made', at: now }))
    return null
  }
  log.error({ problem, keep: business.backup.keep }, 'no backup')
  return db.write(() => keepFailure(deps, before, problem, now))
}

async function attempt(deps: TurnDeps, at: Iso): Promise<BackupProblem | null> {
  const { db, business, log, backups } = deps
  if (backups === null) return null
  const folder = backups(business.backup.folder)
  try {
    await backUp(db, { folder, at, keep: business.backup.keep })
    return null
  } catch (thrown) {
    const error = asDatabaseError(thrown, folder)
    if (!(error instanceof DatabaseError)) log.error({ error }, 'backup')
    return error instanceof DatabaseError ? problemOf(error) : 'damaged'
  }
}

/** What a full disk, a closed folder or a broken copy is called. */
export function problemOf({ kind }: DatabaseError): BackupProblem {
  if (kind === 'full') return 'full'
  return kind === 'corrupt' || kind === 'foreign' || kind === 'newer' ? 'damaged' : 'unwritable'
}

function keepFailure(
  deps: TurnDeps,
  before: BackupState | null,
  problem: BackupProblem,
  at: Iso,
): ChatKey | null {
  const known = before?.status === 'failed' && before.told
  const told = known ? null : tellOwner(deps, problem, at)
  keepBackupState(deps.db, { status: 'failed', at, problem, told: known || told !== null })
  return told
}

const TEXTS: { readonly [P in BackupProblem]: string } = {
  unwritable: 'owner.backup.unwritable',
  full: 'owner.backup.full',
  damaged: 'owner.backup.damaged',
}

/** The first owner who is active, on a line that sends, a real one before the simulator. */
function tellOwner(deps: TurnDeps, problem: BackupProblem, at: Iso): ChatKey | null {
  const { db, business, messages } = deps
  const lines = listLines(db).toSorted(
    (a, b) => Number(a.kind === 'simulator') - Number(b.kind === 'simulator'),
  )
  for (const { id: lineId } of lines) {
    const owner = firstInLine(deps, lineId)
    if (deps.channel(lineId) === null || owner === null) continue
    const text = message(messages, TEXTS[problem], { folder: business.backup.folder })
    writeToStaff(deps, owner, text, at)
    return { contactId: owner.contactId, lineId }
  }
  return null
}
