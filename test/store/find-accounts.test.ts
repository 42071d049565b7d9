import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ContactState } from '../../src/core/conversation/types.js'
import { calledBy } from '../../src/core/owner/account-entry.js'
import { among, displayName, findLeads, isNamed, mayMean } from '../../src/core/owner/find-lead.js'
import { where } from '../../src/core/owner/lazily.js'
import type { Candidates, Circle } from '../../src/core/owner/people.js'
import type { OpenLead } from '../../src/core/owner/types.js'
import type { ContactId, Iso, Slot, Stage } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { forgetContact } from '../../src/store/erase.js'
import { fillAccounts, isFilled } from '../../src/store/fill-accounts.js'
import { accountsIn, accountsLike, isAccount } from '../../src/store/find-accounts.js'
import { keepContact, learnIdentities } from '../../src/store/identity.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { lead } from '../core/owner/people.js'
import { spanish } from '../core/schedule/spanish.js'
import { at, caseOf, inquiryOf, temporaryDatabase } from './_fixture.js'

type Made = {
  readonly name: string | null
  readonly organization: string | null
  readonly profile: string | null
  readonly phone: string | null
  readonly stage: Stage
  readonly vip: boolean
}

const NAMES = [
  ...['Ana', 'Anabel', 'Mariana', 'María', 'Jose', 'José Luis', 'Peña', 'Pena', 'Ñuño', 'Núñez'],
  ...['Camilo', 'Camila', 'Carmen', 'Marcela', 'Marlene', 'Zoë', 'Ágata', '张伟', 'Оля', '𝓛𝓾𝓬𝓲𝓪'],
  ...['🌸', '3M', '24 horas', "D'Angelo", 'de la Cruz', 'Perez', 'Pérez', 'Peres', 'Preez'],
]
const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 7 }) },
)
const called = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const digits = fc.integer({ min: 0, max: 99_999 }).map((n) => `+573${String(n).padStart(9, '0')}`)

const made: fc.Arbitrary<Made> = fc.record({
  name: fc.option(called),
  organization: fc.option(called, { freq: 2 }),
  profile: fc.option(called, { freq: 2 }),
  phone: fc.option(digits, { freq: 4 }),
  stage: fc.constantFrom<Stage>('visitor', 'lead', 'customer', 'repeat_customer', 'advocate'),
  vip: fc.boolean(),
})

/** A name as it is written in haste: in part, with a slip, or the end of a phone. */
const asked = fc.oneof(
  called,
  fc.tuple(called, fc.nat(12)).map(([text, length]) => text.slice(0, length)),
  fc
    .tuple(called, fc.nat(12), fc.constantFrom('', 'a', 'e', 'r', 'ñ'))
    .map(([text, place, letter]) => text.slice(0, place) + letter + text.slice(place + 1)),
  fc.tuple(called, fc.nat(12)).map(([text, place]) => swapped(text, place)),
  fc
    .tuple(called, fc.nat(12), fc.constantFrom('a', 'l', 'ñ'))
    .map(([text, place, letter]) => text.slice(0, place) + letter + text.slice(place)),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.string({ maxLength: 8 }),
)

test('whatever is written, the index means exactly whom reading everybody means', () => {
  fc.assert(
    fc.property(
      fc.array(made, { minLength: 1, maxLength: 25 }),
      fc.array(fc.tuple(fc.nat(), made), { maxLength: 8 }),
      fc.array(asked, { minLength: 20, maxLength: 60 }),
      (people, changes, words) => {
        const db = temporaryDatabase()
        const everybody = within(db, () => {
          const ids = people.map((person, n) => enter(db, person, n))
          for (const [n, person] of changes) become(db, ids[n % ids.length] as ContactId, person)
          return accountsOf(db, ids)
        })
        const indexed = indexedIn(db, everybody)
        const whole = among(everybody)
        for (const text of words) {
          expect(idsOf(findLeads(indexed, text)), text).toEqual(idsOf(findLeads(whole, text)))
          expect(isNamed(indexed, text), text).toBe(isNamed(whole, text))
          for (const each of everybody.slice(0, 3)) {
            expect(mayMean(indexed, text, each), text).toBe(mayMean(whole, text, each))
          }
        }
        for (const { id, name, organization, phone } of everybody) {
          const shown = name ?? organization ?? phone
          if (shown === null) continue
          const isCalled = (one: OpenLead): boolean => displayName(one, spanish) === shown
          const hint = { kind: 'called', name: shown } as const
          expect(idsOf(where(indexed.likely(hint), isCalled))).toEqual(
            idsOf(where(everybody, isCalled)),
          )
          if (phone === null) continue
          expect(accountsLike(db, { kind: 'phone', phone })).toContain(id)
        }
        db.raw.close()
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

test('one letter wrong is found in whichever half of a word it is', () => {
  const db = temporaryDatabase()
  within(db, () => enter(db, person({ name: 'Marcela' }), 0))
  const near = [
    'narcela',
    'mrcela',
    'marcel',
    'marcelaa',
    'mracela',
    'macrela',
    'marecla',
    'marceal',
  ]
  for (const slip of near) {
    expect(accountsLike(db, { kind: 'slips', words: [slip] }), slip).toHaveLength(1)
  }
  expect(accountsLike(db, { kind: 'slips', words: ['narcel'] })).toEqual([])
})

test('nobody is entered who never bought and is not marked, and nobody stays who is gone', () => {
  const db = temporaryDatabase()
  const [ana, luis, eva] = within(db, () => [
    enter(db, person({ name: 'Ana', stage: 'lead' }), 0),
    enter(db, person({ name: 'Luis', stage: 'lead', vip: true }), 1),
    enter(db, person({ name: 'Eva' }), 2),
  ])
  expect([ana, luis, eva].map((id) => isAccount(db, id as ContactId))).toEqual([false, true, true])
  within(db, () => {
    become(db, luis as ContactId, person({ name: 'Luis', stage: 'lead' }))
    forgetContact(db, eva as ContactId)
  })
  expect(db.raw.prepare('select * from accounts').all()).toEqual([])
  expect(db.raw.prepare('select * from account_words').all()).toEqual([])
})

test('whose number turns up later is found by it', () => {
  const db = temporaryDatabase()
  const id = within(db, () => enter(db, person({ name: 'Ana' }), 7))
  expect(accountsLike(db, { kind: 'digits', digits: '5544' })).toEqual([])
  const both = [
    { kind: 'lid', value: 'lid7' },
    { kind: 'phone', value: '+573005555544' },
  ] as const
  within(db, () => learnIdentities(db, both, at(5)))
  expect(accountsLike(db, { kind: 'digits', digits: '5544' })).toEqual([id])
})

test('circles hold whom a word without a name can be about', () => {
  const db = temporaryDatabase()
  const won = { kind: 'won', reason: '', at: at(1) } as const
  const rosalba = { id: 'rosalba' as ContactId, name: 'Rosalba' }
  const [quiet, open, marked, promised, theirs] = within(db, () => [
    enter(db, person({ name: 'Ana' }), 0, { outcome: won }),
    enter(db, person({ name: 'Eva' }), 1),
    enter(db, person({ name: 'Luis', vip: true }), 2, { outcome: won }),
    enter(db, person({ name: 'Iván' }), 3, { outcome: won, promisedBy: at(9) }),
    enter(db, person({ name: 'Sara' }), 4, { outcome: won, assignedTo: rosalba }),
  ])
  const circle = (which: Circle, me = rosalba.id) => new Set(accountsIn(db, which, me))
  expect(circle('everybody')).toEqual(new Set([quiet, open, marked, promised, theirs]))
  expect(circle('open')).toEqual(new Set([open, marked, promised]))
  expect(circle('busy')).toEqual(new Set([marked, promised]))
  expect(circle('mine')).toEqual(new Set([marked, promised, theirs]))
  expect(circle('mine', 'fabian' as ContactId)).toEqual(new Set([marked, promised]))
})

test('a database of before is entered in portions, and everybody is read until then', () => {
  const db = temporaryDatabase()
  const ids = within(db, () =>
    Array.from({ length: 7 }, (_, n) => enter(db, person({ name: `Ana ${n}` }), n)),
  )
  db.raw.exec('delete from settings; delete from accounts; delete from account_words')
  db.raw.exec('update conversations set listed_on = null')
  expect(isFilled(db)).toBe(false)
  expect(accountsLike(db, { kind: 'words', words: ['nadie'] })).toEqual(ids)
  let portions = 0
  while (!within(db, () => fillAccounts(db, 3))) portions += 1
  expect([portions, isFilled(db)]).toEqual([2, true])
  expect(accountsLike(db, { kind: 'words', words: ['nadie'] })).toEqual([])
  expect(accountsLike(db, { kind: 'words', words: ['ana', '4'] })).toEqual([ids[4]])
})

/** In one transaction, as a write job has it. */
function within<T>(db: Database, body: () => T): T {
  return db.raw.transaction(body).immediate()
}

function person(change: Partial<Made>): Made {
  const nobody = { name: null, organization: null, profile: null, phone: null }
  return { ...nobody, stage: 'customer', vip: false, ...change }
}

function enter(
  db: Database,
  { profile, phone, ...made }: Made,
  n: number,
  inquiry: Parameters<typeof inquiryOf>[1] = {},
): ContactId {
  const identities = [
    { kind: 'lid', value: `lid${n}` },
    ...(phone === null ? [] : [{ kind: 'phone', value: phone } as const]),
  ] as const
  const { contactId } = keepContact(db, identities, profile, at(n))
  const before = caseOf(db, contactId)
  const dialogue = { ...before.dialogue, status: 'talking', heardAt: at(n) } as const
  const asked = before.inquiry ?? inquiryOf(contactId, inquiry)
  saveCase(db, before, { ...before, dialogue, inquiry: asked }, at(n))
  become(db, contactId, { profile, phone, ...made })
  return contactId
}

function become(
  db: Database,
  contactId: ContactId,
  { name, organization, stage, vip }: Made,
): void {
  const before = caseOf(db, contactId)
  const slots = { ...slotOf('name', name), ...slotOf('organization', organization) }
  const contact: ContactState = { ...before.contact, slots, stage, vip }
  saveCase(db, before, { ...before, contact }, at(9))
}

function slotOf(slot: string, value: string | null): { readonly [name: string]: Slot } {
  if (value === null) return {}
  const known = { status: 'known', value, said: value, confidence: 1, message: null } as const
  return { [slot]: { ...known, at: '2026-03-10T15:00:00.000Z' as Iso } }
}

/** Who is a customer or marked, as `leadOf` would show them, in the order of their ids. */
function accountsOf(db: Database, ids: readonly ContactId[]): readonly OpenLead[] {
  return [...new Set(ids)].sort().flatMap((id) => {
    const { contact } = caseOf(db, id)
    const isCustomer = ['customer', 'repeat_customer', 'advocate'].includes(contact.stage ?? '')
    return isCustomer || contact.vip ? [lead('', { ...calledBy(contact), id })] : []
  })
}

function indexedIn(db: Database, everybody: readonly OpenLead[]): Candidates {
  return {
    likely: (hint) =>
      accountsLike(db, hint).map((id) => {
        const found = everybody.find((each) => each.id === id)
        if (found === undefined) throw new Error('somebody is entered who is no account')
        return found
      }),
  }
}

function idsOf(leads: Iterable<OpenLead>): readonly ContactId[] {
  return [...leads].map(({ id }) => id)
}

function swapped(text: string, place: number): string {
  const [a = '', b = ''] = [text[place], text[place + 1]]
  return text.slice(0, place) + b + a + text.slice(place + 2)
}
