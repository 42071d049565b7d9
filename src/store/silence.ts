import type { Silence } from '../core/conversation/types.js'
import type { Database } from './database.js'
import { parseJson, toJson } from './json.js'
import { readSetting, writeSetting } from './settings.js'

const KEY = 'silence'

/** Since when the bot is silent towards every prospect, and at whose word; null when it is not. */
export function readSilence(db: Database): Silence | null {
  const kept = readSetting(db, KEY)
  return kept === null ? null : parseJson<Silence | null>(kept)
}

export function writeSilence(db: Database, silence: Silence | null): void {
  writeSetting(db, KEY, silence === null ? 'null' : toJson(silence))
}
