import type { Database } from './database.js'
import { MIGRATIONS } from './migrations/index.js'

/** Whether every page of the file is what SQLite left there. Reads all of it. */
export function isWhole({ raw }: Database): boolean {
  return raw.pragma('quick_check(1)', { simple: true }) === 'ok'
}

/** How many migrations the file has seen, and how many there are. */
export function schemaAge({ raw }: Database): { readonly is: number; readonly newest: number } {
  return { is: Number(raw.pragma('user_version', { simple: true })), newest: MIGRATIONS.length }
}
