import { readSetting, writeSetting } from './settings.js'
import type { Database } from './sqlite/database.js'

const KEY = 'clock_offset_ms'

/** How far the app's clock is ahead of the machine's, in ms. */
export function readClockOffset(db: Database): number {
  return Number(readSetting(db, KEY) ?? 0)
}

export function writeClockOffset(db: Database, ahead: number): void {
  writeSetting(db, KEY, String(ahead))
}
