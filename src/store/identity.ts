import { newContact } from '../core/conversation/new-contact.js'
import type { ContactState } from '../core/conversation/types.js'
import { identityKey } from '../core/identity.js'
import type { ContactId, Identity, Iso } from '../core/types.js'
import { isAcquainted } from './acquaintances.js'
import { newContactId } from './contact-id.js'
import { findAnew } from './keep-account.js'
import { mergeContact } from './merge-contact.js'
import type { Database } from './sqlite/database.js'
import { toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'
import { isSuppressed } from './suppression.js'

export type Recognised = {
  readonly contactId: ContactId
  /** Younger contacts that turned out to be the same person: they are one now. */
  readonly merged: readonly ContactId[]
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
 * Finds the contact or makes a new one, and learns every identity not seen before; of several who
 * turn out to be one it makes one. Somebody who had their data erased begins anew, but stays opted out of
 * everything unasked. To be called inside a write job.
 */
export function keepContact(
  db: Database,
  identities: readonly Identity[],
  profileName: string | null,
  at: Iso,
): Kept {
  if (identities.length === 0) throw new Error('a contact needs at least one identity')
  const known = knownBy(db, identities)
  if (known.length > 0) {
    const { contactId, merged } = join(db, known, identities, at)
    return { contactId, merged, isNew: false }
  }
  const contactId = createContact(db, identities, profileName, at)
  for (const identity of identities) learn(db, contactId, identity, at)
  return { contactId, merged: [], isNew: true }
}

/**
 * Learns that these belong to one person who is known by one of them; nobody is made. null when
 * nobody is known. To be called inside a write job.
 */
export function learnIdentities(
  db: Database,
  identities: readonly Identity[],
  at: Iso,
): Recognised | null {
  const known = knownBy(db, identities)
  return known.length === 0 ? null : join(db, known, identities, at)
}

/** Makes one of those who are known by these identities, unless it cannot be. */
function join(
  db: Database,
  [oldest, ...younger]: readonly ContactId[],
  identities: readonly Identity[],
  at: Iso,
): Recognised {
  if (oldest === undefined) throw new Error('nobody is known by these identities')
  // One identity and somebody known by it: the usual message, with nothing to learn.
  if (identities.length === 1) return { contactId: oldest, merged: [] }
  const accounts = new Set([oldest, ...younger].flatMap((id) => hiddenNumbersOf(db, id)))
  for (const { kind, value } of identities) if (kind === 'lid') accounts.add(value)
  // A phone that went to somebody else: they are who the address they write from says.
  if (accounts.size > 1) return { contactId: ownerOf(db, identities) ?? oldest, merged: [] }
  for (const one of younger) mergeContact(db, oldest, one, at)
  for (const identity of identities) learn(db, oldest, identity, at)
  return { contactId: oldest, merged: younger }
}

/** WhatsApp gives every account one, for good. */
function hiddenNumbersOf(db: Database, contactId: ContactId): readonly string[] {
  return selectHidden(db)
    .all({ contactId })
    .map(({ value }) => value)
}

function ownerOf(db: Database, [first]: readonly Identity[]): ContactId | null {
  return first === undefined ? null : findContact(db, [first])
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
    knownBefore: isAcquainted(db, identities),
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
  if (fillPhone(db).run({ contactId, phone: value }).changes > 0) findAnew(db, contactId)
  db.memory.cases.delete(contactId)
}

const find = statement<{ kind: Identity['kind']; key: string }>()((query, arg) =>
  query
    .selectFrom('identities')
    .select('contact_id')
    .where('kind', '=', arg('kind'))
    .where('match_key', '=', arg('key')),
)

const selectHidden = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('identities')
    .select('value')
    .where('contact_id', '=', arg('contactId'))
    .where('kind', '=', 'lid'),
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
