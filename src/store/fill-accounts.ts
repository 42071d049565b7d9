import type { ContactId } from '../core/types.js'
import { findAnew } from './keep-account.js'
import { readSetting, writeSetting } from './settings.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** The setting that says up to whom everybody is entered who was there before this was kept. */
export const ENTERED = 'accounts_filled'
const ALL = 'all'

/** Whether everybody can be found by what is entered of them. */
export function isFilled(db: Database): boolean {
  return readSetting(db, ENTERED) === ALL
}

/**
 * Enters so many of those who were there before; gives back whether that was everybody. To be called in a
 * write job, and again until then.
 */
export function fillAccounts(db: Database, most: number): boolean {
  const after = (readSetting(db, ENTERED) ?? '') as ContactId
  if (after === ALL) return true
  const next = select(db).all({ after, most })
  for (const { id } of next) findAnew(db, id)
  writeSetting(db, ENTERED, next.length < most ? ALL : (next.at(-1)?.id ?? ALL))
  return next.length < most
}

const select = statement<{ after: ContactId; most: number }>()((query, arg) =>
  query
    .selectFrom('contacts')
    .select('id')
    .where('id', '>', arg('after'))
    .orderBy('id')
    .limit(arg('most')),
)
