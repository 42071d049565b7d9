/**
 * What this machine could do at best: raw better-sqlite3 with prepared statements making the writes
 * that the product made, statement by statement and commit by commit, with the same durability, and
 * nothing else: no reading, no thinking, no event loop.
 */
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'

const [path, recording, turns] = process.argv.slice(2)
const { statements, commits, rows } = JSON.parse(readFileSync(recording, 'utf8'))
const db = new Database(path)
for (const pragma of [
  'journal_mode = WAL',
  'synchronous = FULL',
  'wal_autocheckpoint = 1000',
  'temp_store = MEMORY',
  'foreign_keys = ON',
]) {
  db.pragma(pragma)
}
const prepared = statements.map((text) => db.prepare(text))
const [begin, commit] = [db.prepare('begin immediate'), db.prepare('commit')]
const started = performance.now()
for (const writes of commits) {
  begin.run()
  for (const [statement, values] of writes) prepared[statement].run(values)
  commit.run()
}
const turnsPerSecond = Math.round((Number(turns) * 1000) / (performance.now() - started))
process.stdout.write(JSON.stringify({ turnsPerSecond, commits: commits.length, rows }))
