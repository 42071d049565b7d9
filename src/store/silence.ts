import type { Silence } from '../core/conversation/types.js'
import type { Database } from './database.js'
import { keepHouse, readHouse } from './house.js'

/** Since when the bot is silent towards every prospect, and at whose word; null when it is not. */
export function readSilence(db: Database): Silence | null {
  return readHouse(db).silence
}

export function writeSilence(db: Database, silence: Silence | null): void {
  keepHouse(db, { silence })
}
