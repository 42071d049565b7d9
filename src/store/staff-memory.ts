import { sql } from 'kysely'
import { NEW_STAFF, type StaffState } from '../core/owner/types.js'
import type { ContactId } from '../core/types.js'
import { readSetting, writeSetting } from './settings.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** What the bot remembers of its talk with one owner or seller; null before their first word. */
export function staffMemory(db: Database, contactId: ContactId): StaffState | null {
  const kept = readSetting(db, keyOf(contactId))
  return kept === null ? null : { ...NEW_STAFF, ...parseJson<Partial<StaffState>>(kept) }
}

export function keepStaffMemory(db: Database, contactId: ContactId, state: StaffState): void {
  writeSetting(db, keyOf(contactId), toJson(state))
}

/** Drops what staff were just talking about with the bot where it was this contact. */
export function forgetTalkAbout(db: Database, contactId: ContactId): void {
  forget(db).run({ contactId })
}

/** The memory of one who turned out to be `kept` is theirs, unless they have one. */
export function moveStaffMemory(db: Database, kept: ContactId, gone: ContactId): void {
  const memory = staffMemory(db, gone)
  if (memory === null) return
  if (staffMemory(db, kept) === null) keepStaffMemory(db, kept, memory)
  remove(db).run({ key: keyOf(gone) })
}

const remove = statement<{ key: string }>()((query, arg) =>
  query.deleteFrom('settings').where('key', '=', arg('key')),
)

const forget = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .updateTable('settings')
    .set({ value: sql`json_set(value, '$.pending', null, '$.lastAbout', null)` })
    .where('key', 'like', 'staff/%')
    .where((row) => sql`instr(${row.ref('value')}, ${arg('contactId')})`, '>', 0),
)

function keyOf(contactId: ContactId): string {
  return `staff/${contactId}`
}
