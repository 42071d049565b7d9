import type { StaffState } from '../core/owner/types.js'
import type { ContactId } from '../core/types.js'
import type { Database } from './database.js'
import { parseJson, toJson } from './json.js'
import { readSetting, writeSetting } from './settings.js'

/** What the bot remembers of its talk with one owner or seller; null before their first word. */
export function staffMemory(db: Database, contactId: ContactId): StaffState | null {
  const kept = readSetting(db, keyOf(contactId))
  return kept === null ? null : parseJson<StaffState>(kept)
}

export function keepStaffMemory(db: Database, contactId: ContactId, state: StaffState): void {
  writeSetting(db, keyOf(contactId), toJson(state))
}

function keyOf(contactId: ContactId): string {
  return `staff/${contactId}`
}
