import type { ContactState } from '../core/conversation/types.js'
import { identityKey } from '../core/identity.js'
import type { ContactId, Identity, Iso } from '../core/types.js'
import { newContactId } from './contact-id.js'
import type { Database } from './database.js'
import { toJson } from './json.js'
import { newContact } from './new-contact.js'
import { statement } from './statement.js'
import { isSuppressed } from './suppression.js'

export type Recognised = {
  readonly contactId: ContactId
  /** A second, younger contact that the same identities belong to: nobody has merged them yet. */
  readonly alsoKnownAs: ContactId | null
}

export type Kept = Recognised & {
  /** Made just now. */
  readonly isNew: boolean
}

/**
 * The contact that one of these identities belongs to, every way of writing a phone included; the
 * oldest when they belong to several; null when nobody is known by any of them.
 */
export function findContact(db: Database, identities: readonly Identity[]): ContactId | null {
  return knownBy(db, identities)[0] ?? null
}

export function findContactByPhone(db: Database, phone: string): ContactId | null {
  return findContact(db, [{ kind: 'phone', value: phone }])
}

/**
 * Finds the contact or makes a new one, and learns every identity not seen before. Somebody who
 * had their data erased begins anew, but stays opted out of everything unasked.
 */
export function keepContact(
  db: Database,
  identities: readonly Identity[],
  profileName: string | null,
  at: Iso,
): Kept {
  if (identities.length === 0) throw new Error('a contact needs at least one identity')
  const [oldest, second] = knownBy(db, identities)
  const contactId = oldest ?? createContact(db, identities, profileName, at)
  // One identity and somebody known by it: the usual message, with nothing to learn.
  if (oldest === undefined || identities.length > 1) {
    for (const identity of identities) learn(db, contactId, identity, at)
  }
  return { contactId, alsoKnownAs: second ?? null, isNew: oldest === undefined }
}

/**
 * Learns that these belong to one person who is known by one of them. Nobody is made, and two who are
 * known already stay two.
 */
export function learnIdentities(db: Database, identities: readonly Identity[], at: Iso): void {
  const [contactId, second] = knownBy(db, identities)
  if (contactId === undefined || second !== undefined) return
  for (const identity of identities) learn(db, contactId, identity, at)
}

/** Distinct contacts, the oldest first: ids begin with their time. */
function knownBy(db: Database, identities: readonly Identity[]): readonly ContactId[] {
  const found = identities.flatMap((identity) => {
    const row = find(db).get({ kind: identity.kind, key: identityKey(identity) })
    return row === undefined ? [] : [row.contact_id]
  })
  return found.length < 2 ? found : [...new Set(found)].sort()
}

function createContact(
  db: Database,
  identities: readonly Identity[],
  profileName: string | null,
  at: Iso,
): ContactId {
  const suppressed = identities.some((identity) => isSuppressed(db, identity))
  const contact = newContact({
    id: newContactId(at),
    phone: identities.find(({ kind }) => kind === 'phone')?.value ?? null,
    profileName,
    consent: suppressed ? 'opted_out' : 'none',
  })
  const { id, phone, consent } = contact
  insertContact(db).run({ id, phone, profileName, consent, state: toJson(contact), at })
  return id
}

function learn(db: Database, contactId: ContactId, identity: Identity, at: Iso): void {
  const { kind, value } = identity
  const { changes } = insertIdentity(db).run({
    kind,
    key: identityKey(identity),
    contactId,
    value,
    at,
  })
  if (changes === 0 || kind !== 'phone') return
  fillPhone(db).run({ contactId, phone: value })
  db.memory.cases.delete(contactId)
}

const find = statement<{ kind: Identity['kind']; key: string }>()((query, arg) =>
  query
    .selectFrom('identities')
    .select('contact_id')
    .where('kind', '=', arg('kind'))
    .where('match_key', '=', arg('key')),
)

const insertContact = statement<{
  id: ContactId
  phone: string | null
  profileName: string | null
  consent: ContactState['consent']
  state: string
  at: Iso
}>()((query, arg) =>
  query.insertInto('contacts').values({
    id: arg('id'),
    phone: arg('phone'),
    profile_name: arg('profileName'),
    stage: null,
    consent: arg('consent'),
    vip: 0,
    inquiry_id: null,
    source: null,
    referred_by: null,
    state: arg('state'),
    created_at: arg('at'),
    updated_at: arg('at'),
  }),
)

const insertIdentity = statement<{
  kind: Identity['kind']
  key: string
  contactId: ContactId
  value: string
  at: Iso
}>()((query, arg) =>
  query
    .insertInto('identities')
    .values({
      kind: arg('kind'),
      match_key: arg('key'),
      contact_id: arg('contactId'),
      value: arg('value'),
      created_at: arg('at'),
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const fillPhone = statement<{ contactId: ContactId; phone: string }>()((query, arg) =>
  query
    .updateTable('contacts')
    .set({ phone: arg('phone') })
    .where('id', '=', arg('contactId'))
    .where('phone', 'is', null),
)
