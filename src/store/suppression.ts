import { createHmac, randomBytes } from 'node:crypto'
import { identityKey } from '../core/identity.js'
import type { Identity, Iso } from '../core/types.js'
import type { Database } from './database.js'
import { readSetting, writeSetting } from './settings.js'
import { statement } from './statement.js'

const SALT = 'suppression_salt'

/** Keeps a mark that does not say who it is: this identity is never written to unasked again. */
export function suppress(db: Database, identity: Identity, at: Iso): void {
  const salt = readSetting(db, SALT) ?? newSalt(db)
  insert(db).run({ hash: hashOf(salt, identity), at })
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

const insert = statement<{ hash: string; at: Iso }>()((query, arg) =>
  query
    .insertInto('suppressions')
    .values({ hash: arg('hash'), created_at: arg('at') })
    .onConflict((conflict) => conflict.doNothing()),
)
