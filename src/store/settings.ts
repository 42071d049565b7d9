import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** A value the program keeps for itself: the clock's offset, a salt. null when never written. */
export function readSetting(db: Database, key: string): string | null {
  return find(db).get({ key })?.value ?? null
}

export function writeSetting(db: Database, key: string, value: string): void {
  upsert(db).run({ key, value })
}

const find = statement<{ key: string }>()((query, arg) =>
  query.selectFrom('settings').select('value').where('key', '=', arg('key')),
)

const upsert = statement<{ key: string; value: string }>()((query, arg) =>
  query
    .insertInto('settings')
    .values({ key: arg('key'), value: arg('value') })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: arg('value') })),
)
