import type { ContactState } from '../core/conversation/types.js'
import { identityKey } from '../core/identity.js'
import type { ContactId, Identity, Iso } from '../core/types.js'
import { findAnew } from './keep-account.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/**
 * Notes that the number had chats with these people before the bot was linked to it. Whoever is a contact
 * of longer standing than `since` was met by the bot, and is none of them. To be called in a write job.
 */
export function keepAcquaintances(
  db: Database,
  people: readonly (readonly Identity[])[],
  since: Iso,
  at: Iso,
): void {
  for (const identity of people.flat()) {
    const named = { kind: identity.kind, key: identityKey(identity) }
    const known = selectKnown(db).get(named)
    if (known !== undefined && known.createdAt < since) continue
    insert(db).run({ ...named, at })
    if (known === undefined) continue
    // They wrote while the phone was still telling of its chats.
    const state = { ...parseJson<ContactState>(known.state), knownBefore: true }
    markKnown(db).run({ id: known.id, state: toJson(state) })
    findAnew(db, known.id)
    db.memory.cases.delete(known.id)
  }
}

export function isAcquainted(db: Database, identities: readonly Identity[]): boolean {
  return identities.some(
    (one) => selectOne(db).get({ kind: one.kind, key: identityKey(one) }) !== undefined,
  )
}

export function forgetAcquaintance(db: Database, identity: Identity): void {
  remove(db).run({ kind: identity.kind, key: identityKey(identity) })
}

type Named = { kind: Identity['kind']; key: string }

const insert = statement<Named & { at: Iso }>()((query, arg) =>
  query
    .insertInto('acquaintances')
    .values({ kind: arg('kind'), match_key: arg('key'), at: arg('at') })
    .onConflict((conflict) => conflict.doNothing()),
)

const selectOne = statement<Named>()((query, arg) =>
  query
    .selectFrom('acquaintances')
    .select('at')
    .where('kind', '=', arg('kind'))
    .where('match_key', '=', arg('key')),
)

const remove = statement<Named>()((query, arg) =>
  query
    .deleteFrom('acquaintances')
    .where('kind', '=', arg('kind'))
    .where('match_key', '=', arg('key')),
)

const selectKnown = statement<Named>()((query, arg) =>
  query
    .selectFrom('identities')
    .innerJoin('contacts', 'contacts.id', 'identities.contact_id')
    .select(['contacts.id', 'contacts.state', 'contacts.created_at as createdAt'])
    .where('identities.kind', '=', arg('kind'))
    .where('identities.match_key', '=', arg('key')),
)

const markKnown = statement<{ id: ContactId; state: string }>()((query, arg) =>
  query
    .updateTable('contacts')
    .set({ state: arg('state') })
    .where('id', '=', arg('id')),
)
