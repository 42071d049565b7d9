import type Sqlite from 'better-sqlite3'
import { DatabaseError } from './database-error.js'
import { MIGRATIONS } from './migrations/index.js'
import type { Dialect, Migration } from './migrations/migration.js'

// No autoincrement: it would write one more page at every insert.
const SQLITE: Dialect = { serial: 'integer primary key', clustered: 'without rowid' }

/** Brings the schema to the newest version, in one transaction. */
export function migrate(raw: Sqlite.Database): void {
  if (schemaVersion(raw) === MIGRATIONS.length) return
  raw
    .transaction(() => {
      // Asked again inside: another process may have migrated in between.
      for (const migration of MIGRATIONS.slice(schemaVersion(raw))) apply(raw, migration)
    })
    .immediate()
}

/** Throws DatabaseError `newer` for a file written by a later version of this program. */
export function refuseNewer(raw: Sqlite.Database, path: string): void {
  if (schemaVersion(raw) > MIGRATIONS.length || newestMigration(raw) > MIGRATIONS.length) {
    throw new DatabaseError('newer', path)
  }
}

/** Throws DatabaseError `foreign` for a database that another program made. */
export function refuseForeign(raw: Sqlite.Database, path: string): void {
  const tables = raw
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all()
  if (tables.length > 0 && !tables.includes('migrations')) throw new DatabaseError('foreign', path)
}

function newestMigration(raw: Sqlite.Database): number {
  const known = raw.prepare("select 1 from sqlite_schema where name = 'migrations'").get()
  if (known === undefined) return 0
  return Number(raw.prepare('select max(number) from migrations').pluck().get() ?? 0)
}

function schemaVersion(raw: Sqlite.Database): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

function apply(raw: Sqlite.Database, { number, name, up }: Migration): void {
  raw.exec(`create table if not exists migrations (
    number integer primary key, name text not null, applied_at text not null
  )`)
  for (const statement of up(SQLITE)) raw.exec(statement)
  raw
    .prepare(`insert into migrations values (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`)
    .run(number, name)
  raw.pragma(`user_version = ${number}`)
}
