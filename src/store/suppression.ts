import { createHmac, randomBytes } from 'node:crypto'
import { identityKey } from '../core/identity.js'
import type { Identity, Iso } from '../core/types.js'
import { readSetting, writeSetting } from './settings.js'
import type { Database } from './sqlite/database.js'
import { toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

const SALT = 'suppression_salt'

/** Who had somebody erased: they themselves, a person of the business, or the rule of how long things are kept. */
export type Eraser =
  | { readonly kind: 'contact' | 'retention' }
  | { readonly kind: 'staff'; readonly name: string }

/** Keeps a mark that does not say who it is: this identity is never written to unasked again. */
export function suppress(db: Database, identity: Identity, by: Eraser, at: Iso): void {
  const salt = readSetting(db, SALT) ?? newSalt(db)
  insert(db).run({ hash: hashOf(salt, identity), actor: toJson(by), at })
}

export function isSuppressed(db: Database, identity: Identity): boolean {
  const salt = readSetting(db, SALT)
  // Without a salt nobody was ever suppressed.
  return salt !== null && find(db).get({ hash: hashOf(salt, identity) }) !== undefined
}

function newSalt(db: Database): string {
  const salt = randomBytes(16).toString('hex')
  writeSetting(db, SALT, salt)
  return salt
}

function hashOf(salt: string, identity: Identity): string {
  return createHmac('sha256', salt)
    .update(`${identity.kind}:${identityKey(identity)}`)
    .digest('hex')
}

const find = statement<{ hash: string }>()((query, arg) =>
  query.selectFrom('suppressions').select('hash').where('hash', '=', arg('hash')),
)

const insert = statement<{ hash: string; actor: string; at: Iso }>()((query, arg) =>
  query
    .insertInto('suppressions')
    .values({ hash: arg('hash'), created_at: arg('at'), actor: arg('actor') })
    .onConflict((conflict) => conflict.doNothing()),
)
