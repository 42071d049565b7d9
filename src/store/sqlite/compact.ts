import type { Database } from './database.js'

/** Bigger files are left to the night: rewriting one takes a second for each hundred megabytes. */
const SMALL = 64 * 1024 * 1024

export function isSmall({ raw }: Database): boolean {
  const pages = Number(raw.pragma('page_count', { simple: true }))
  return pages * Number(raw.pragma('page_size', { simple: true })) <= SMALL
}

/**
 * Writes the file anew: of a deleted row the bytes stay where they were until something else is written there. Not
 * to be called inside a write job. Throws what SQLite throws, and then nothing is lost.
 */
export function compact({ raw }: Database): void {
  raw.exec('vacuum')
  raw.pragma('wal_checkpoint(TRUNCATE)')
}
