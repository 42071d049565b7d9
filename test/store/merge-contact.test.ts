import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dialogue } from '../../src/core/conversation/types.js'
import type { ContactId, Identity, LineId } from '../../src/core/types.js'
import { loadCase, saveCase } from '../../src/store/cases.js'
import { findContact, keepContact, learnIdentities } from '../../src/store/identity.js'
import { finishParts, pendingParts, storeInbound } from '../../src/store/inbox.js'
import { mergeContact } from '../../src/store/merge-contact.js'
import { deliverables, enqueue } from '../../src/store/outbox.js'
import { addReferral, listReferrals, owedRewards } from '../../src/store/referrals.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { activateStaff } from '../../src/store/staff.js'
import { keepStaffMemory, staffMemory } from '../../src/store/staff-memory.js'
import { setTimer, timersOf } from '../../src/store/timers.js'
import { at, caseOf, id, inbound, inquiryOf, LINE, OPENING, temporaryDatabase } from './_fixture.js'
import { expectMemoryAsStored } from './_memory.js'

const LID: Identity = { kind: 'lid', value: '77' }
const PHONE: Identity = { kind: 'phone', value: '+573001112233' }
const OTHER = 'other' as LineId

/** The same person, twice: the hidden number wrote first, the phone a minute later. */
function twice(db: Database) {
  const older = storeInbound(db, inbound('m1', { chat: '77@lid', identities: [LID] }), at(0))
  const younger = storeInbound(db, inbound('m2', { identities: [PHONE] }), at(1))
  return { older: older.contactId, younger: younger.contactId }
}

/** What a turn leaves behind. */
function talk(db: Database, contactId: ContactId, change: Partial<Dialogue> = {}): void {
  const before = caseOf(db, contactId)
  const dialogue: Dialogue = { ...before.dialogue, status: 'talking', ...change }
  const inquiry = inquiryOf(contactId)
  const contact = { ...before.contact, inquiries: 1 }
  saveCase(db, before, { contact, inquiry, dialogue }, at(2))
}

test.each([
  ['the hidden number first', LID, PHONE],
  ['the phone first', PHONE, LID],
])('makes one of two when both numbers are told together, %s', (_, first, second) => {
  const db = temporaryDatabase()
  const older = keepContact(db, [first], null, at(0)).contactId
  const younger = keepContact(db, [second], null, at(1)).contactId
  const told = learnIdentities(db, [second, first], at(2))
  expect(told).toEqual({ contactId: older, merged: [younger] })
  expect([findContact(db, [LID]), findContact(db, [PHONE])]).toEqual([older, older])
  expect(caseOf(db, older).contact.phone).toBe(PHONE.value)
  expect(loadCase(db, younger, LINE, OPENING)).toBe(null)
})

test('makes one of two when a message carries both numbers', () => {
  const db = temporaryDatabase()
  const { older, younger } = twice(db)
  const third = storeInbound(db, inbound('m3', { identities: [PHONE, LID] }), at(2))
  expect(third).toEqual({ contactId: older, merged: [younger], fresh: true })
  expect(pendingParts(db, older, LINE).map((part) => part.id)).toEqual(['m1', 'm2', 'm3'])
})

test('keeps apart who got the number that somebody else had before', () => {
  const db = temporaryDatabase()
  const before = keepContact(db, [LID, PHONE], null, at(0)).contactId
  const hidden: Identity = { kind: 'lid', value: '88' }
  const now = keepContact(db, [hidden], null, at(1)).contactId
  const written = keepContact(db, [hidden, PHONE], null, at(2))
  expect(written).toEqual({ contactId: now, merged: [], isNew: false })
  expect(now).not.toBe(before)
})

test('goes on with one conversation, which stands where they wrote last', () => {
  const db = temporaryDatabase()
  const { older, younger } = twice(db)
  const paused = { until: at(50), by: 'Rosalba' }
  talk(db, older, { heardAt: at(1), paused, said: { hello: 1 }, questions: 2, introduced: true })
  talk(db, younger, { heardAt: at(2), said: { hello: 1, bye: 1 }, questions: 1 })
  mergeContact(db, older, younger, at(3))
  expect(caseOf(db, older)).toMatchObject({
    version: 2,
    dialogue: {
      chat: OPENING.chat,
      heardAt: at(2),
      paused,
      said: { hello: 2, bye: 1 },
      questions: 3,
      introduced: true,
    },
    inquiry: { number: 2 },
    contact: { inquiries: 2 },
  })
})

test('has come as far as the one who came further, and what either refused is refused', () => {
  const db = temporaryDatabase()
  const { older, younger } = twice(db)
  const [a, b] = [caseOf(db, older), caseOf(db, younger)]
  saveCase(db, a, { ...a, contact: { ...a.contact, consent: 'granted', stage: 'lead' } }, at(2))
  const source = { sourceType: 'ad', sourceId: '1', clickId: null, headline: null }
  const further = { consent: 'opted_out', stage: 'customer', vip: true, source } as const
  saveCase(db, b, { ...b, contact: { ...b.contact, ...further } }, at(2))
  mergeContact(db, older, younger, at(3))
  expect(caseOf(db, older).contact).toMatchObject(further)
  const row = db.raw.prepare('select stage, consent, vip from contacts').all()
  expect(row).toEqual([{ stage: 'customer', consent: 'opted_out', vip: 1 }])
})

test('keeps what is unsent in its order, whatever is on its way', () => {
  const db = temporaryDatabase()
  const { older, younger } = twice(db)
  for (const [contactId, messageId] of [
    [older, 'a'],
    [younger, 'b'],
    [older, 'c'],
  ] as const) {
    enqueue(db, {
      lineId: LINE,
      contactId,
      chat: '77@lid',
      messageId: id(messageId),
      message: { kind: 'text', text: messageId },
      replyTo: null,
      occasion: 'reply',
      notBefore: null,
      at: at(2),
    })
  }
  expect(deliverables(db, younger, LINE)).toHaveLength(1)
  mergeContact(db, older, younger, at(3))
  expect(deliverables(db, older, LINE).map(({ messageId }) => messageId)).toEqual(['a', 'b', 'c'])
  expect(deliverables(db, younger, LINE)).toEqual([])
})

test('asks the model again where the answer would come for nobody', () => {
  const db = temporaryDatabase()
  const { older, younger } = twice(db)
  const question = { id: 'm2', text: '?', at: at(2), status: 'talking', held: false } as const
  talk(db, younger, { status: 'thinking', question, heardAt: at(2) })
  finishParts(
    db,
    pendingParts(db, younger, LINE).map(({ rowId }) => rowId),
    at(2),
  )
  mergeContact(db, older, younger, at(3))
  expect(caseOf(db, older).dialogue).toMatchObject({ status: 'talking', question: null })
  expect(pendingParts(db, older, LINE).map((part) => part.id)).toEqual(['m1', 'm2'])
})

test('reminds once of what was one wish told in two places', () => {
  const db = temporaryDatabase()
  const { older, younger } = twice(db)
  for (const contactId of [older, younger]) {
    talk(db, contactId)
    const named = { name: 'r', flow: 'recordatorio', step: 's', dueAt: at(50), held: null }
    const timer = { ...named, id: `recordatorio:${inquiryOf(contactId).id}`, lineId: LINE }
    setTimer(db, { ...timer, contactId }, at(2))
  }
  mergeContact(db, older, younger, at(3))
  expect(timersOf(db, older)).toHaveLength(1)
})

test('staff who turn out to be one keep their words, their memory and their place', () => {
  const db = temporaryDatabase()
  const { older, younger } = twice(db)
  const [name, phone, activatedAt] = ['Rosalba', '+573000000001', at(2)]
  const entry = { lineId: LINE, chat: 'c', role: 'owner', name, phone, activatedAt } as const
  activateStaff(db, { ...entry, contactId: younger })
  keepStaffMemory(db, younger, {
    pending: null,
    lastAbout: younger,
    activated: true,
    missed: 0,
    counted: false,
    pin: { kind: 'shut', wrong: 0 },
  })
  mergeContact(db, older, younger, at(3))
  expect(staffMemory(db, older)).toEqual({
    pending: null,
    lastAbout: older,
    activated: true,
    missed: 0,
    counted: false,
    pin: { kind: 'shut', wrong: 0 },
  })
  expect(db.raw.prepare('select contact_id from staff').pluck().all()).toEqual([older])
})

test('nobody is sent twice, and nobody sends themselves', () => {
  const db = temporaryDatabase()
  const { older, younger } = twice(db)
  const third = keepContact(db, [{ kind: 'lid', value: '99' }], null, at(1)).contactId
  const known = { phone: null, name: null, code: 'HILO', status: 'arrived', at: at(2) } as const
  addReferral(db, { ...known, referrer: third, friend: younger })
  addReferral(db, { ...known, referrer: older, friend: younger })
  addReferral(db, { ...known, referrer: younger, friend: older })
  mergeContact(db, older, younger, at(3))
  const rows = listReferrals(db, 9)
  expect(rows.filter(({ friend }) => friend === older)).toMatchObject([
    { referrer: older, status: 'void', reward: 'capped' },
  ])
  expect(owedRewards(db)).toEqual([])
  expect(rows.filter(({ status }) => status !== 'void')).toEqual([])
})

const histories = fc.array(
  fc.record({ table: fc.nat(), who: fc.nat({ max: 2 }), other: fc.nat({ max: 2 }) }),
  { minLength: 10, maxLength: 80 },
)

test('whatever their histories, no row is lost, nothing points nowhere, and once more is harmless', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.boolean(), fc.boolean(), async (history, staff, other) => {
      const db = temporaryDatabase()
      const tables = plainTables(db)
      const { older, younger } = await db.write(() => {
        const people = twice(db)
        tell(db, tables, people, { history, staff, other })
        return people
      })
      const before = dump(db, tables)
      await db.write(() => mergeContact(db, older, younger, at(9)))
      const after = dump(db, tables)
      expect(after).toEqual(before.replaceAll(younger, older))
      expect(db.raw.pragma('foreign_key_check')).toEqual([])
      expectMemoryAsStored(db)
      const all = allRows(db)
      await db.write(() => mergeContact(db, older, younger, at(9)))
      expect(allRows(db)).toBe(all)
      await db.close()
    }),
    { numRuns: 15 },
  )
})

type Told = {
  readonly history: readonly {
    readonly table: number
    readonly who: number
    readonly other: number
  }[]
  readonly staff: boolean
  readonly other: boolean
}

function tell(
  db: Database,
  tables: readonly string[],
  { older, younger }: ReturnType<typeof twice>,
  { history, staff, other }: Told,
): void {
  const third = keepContact(db, [{ kind: 'lid', value: '99' }], null, at(1)).contactId
  talk(db, older)
  if (other) talk(db, younger)
  if (staff) addStaff(db, younger)
  const people = [older, younger, third]
  const named = staff ? people : [older, third]
  for (const [nth, { table, who, other: whom }] of history.entries()) {
    const [about, names] = [people[who] ?? older, named[whom % named.length] ?? older]
    fill(db, tables[table % tables.length] ?? 'slots', { about, names, nth })
  }
}

function addStaff(db: Database, contactId: ContactId): void {
  const [name, phone] = ['Rosalba', '+573000000001']
  const entry = { chat: 'c', role: 'owner', name, phone, activatedAt: at(2) } as const
  for (const lineId of [LINE, OTHER]) activateStaff(db, { ...entry, lineId, contactId })
}

/** Every table about contacts but those whose rows become one. */
function plainTables(db: Database): readonly string[] {
  const names = db.raw
    .prepare<[], string>(`select m.name from sqlite_schema m
      join pragma_table_info(m.name) c on c.name = 'contact_id' where m.type = 'table'`)
    .pluck()
    .all()
  const joined = ['identities', 'inquiries', 'conversations', 'staff', 'inbox', 'referrals']
  // What is worked out from other rows is worked out anew.
  // Worked out anew, of whoever it is about.
  const derived = /^(figure_|account)/
  return names.filter((name) => !joined.includes(name) && !derived.test(name))
}

type Filling = { readonly about: ContactId; readonly names: ContactId; readonly nth: number }
type Column = { readonly name: string; readonly type: string; readonly pk: number }

/** A row of any table: `about` somebody, naming somebody wherever one of staff may be named. */
function fill(db: Database, table: string, { about, names, nth }: Filling): void {
  const columns = db.raw
    .prepare<[string], Column>('select name, type, pk from pragma_table_info(?)')
    .all(table)
    .filter(({ type, pk }) => !(pk === 1 && type.toLowerCase() === 'integer'))
  const valueIn = ({ name, type }: Column): string | number => {
    if (name === 'contact_id') return about
    if (['by_contact', 'for_staff', 'referred_id'].includes(name)) return names
    const document = ['actor', 'action', 'before'].includes(name)
    if (document || `${table}.${name}` === 'notices.content') return `{"id":"${names}"}`
    if (name === 'inquiry_id') return `${about}.1`
    if (name === 'status') return 'done'
    return type.toLowerCase() === 'text' ? `${name}${nth}` : nth
  }
  const marks = columns.map(() => '?').join(', ')
  const list = columns.map(({ name }) => `"${name}"`).join(', ')
  db.raw.prepare(`insert into ${table} (${list}) values (${marks})`).run(...columns.map(valueIn))
}

/** Ids of inquiries begin with that of their contact, and stay. */
function dump(db: Database, tables: readonly string[]): string {
  const rows = tables.map((table) => db.raw.prepare(`select * from ${table}`).all())
  return JSON.stringify(rows).replaceAll(/"c[a-z0-9]{9}[0-9a-f]{12}\.1"/g, '"inquiry"')
}

function allRows(db: Database): string {
  const names = db.raw
    .prepare<[], string>(`select name from sqlite_schema where type = 'table'`)
    .pluck()
    .all()
  return JSON.stringify(names.map((name) => db.raw.prepare(`select * from ${name}`).all()))
}
