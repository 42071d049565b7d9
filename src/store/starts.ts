import type { Iso } from '../core/types.js'
import { readSetting, writeSetting } from './settings.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'

const STARTS = 'starts'
const KEPT = 100

/** Notes that the bot stands: what was said before was said by another process. */
export function keepStart(db: Database, at: Iso): void {
  writeSetting(db, STARTS, toJson([...starts(db), at].slice(-KEPT)))
}

/** When it was started, the newest last. */
export function starts(db: Database): readonly Iso[] {
  const kept = readSetting(db, STARTS)
  return kept === null ? [] : parseJson<readonly Iso[]>(kept)
}
