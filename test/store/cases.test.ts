import { expect, test } from 'vitest'
import type { Case } from '../../src/core/conversation/types.js'
import type { ContactId, InquiryId, LineId, Slot } from '../../src/core/types.js'
import { loadCase, saveCase } from '../../src/store/cases.js'
import { StaleCaseError } from '../../src/store/save-case.js'
import {
  at,
  caseOf,
  inquiryOf,
  LINE,
  newContact,
  OPENING,
  PHONE,
  temporaryDatabase,
} from './_fixture.js'

const NAME: Slot = {
  status: 'known',
  value: 'Camila',
  said: 'soy Camila',
  confidence: 0.9,
  message: null,
  at: at(1),
}

test('a contact who never talked here has a new dialogue and no inquiry', () => {
  const db = temporaryDatabase()
  const found = caseOf(db, newContact(db))
  expect(found).toMatchObject({
    version: 0,
    inquiry: null,
    contact: { phone: PHONE, profileName: 'Camila', stage: null, consent: 'none', inquiries: 0 },
    dialogue: { line: LINE, chat: PHONE, status: 'new', flow: 'talk', hash: 'h1' },
  })
})

test('nobody is found under an unknown id', () => {
  const db = temporaryDatabase()
  expect(loadCase(db, 'c0' as ContactId, LINE, OPENING)).toBe(null)
})

test('gives back the very case that was saved', () => {
  const db = temporaryDatabase()
  const before = caseOf(db, newContact(db))
  const after: Case = {
    contact: { ...before.contact, stage: 'lead', slots: { name: NAME }, inquiries: 1 },
    inquiry: inquiryOf(before.contact.id, {
      score: 70,
      told: true,
      assignedTo: { id: 'c9' as ContactId, name: 'Ximena' },
      items: [{ product: 'polo', quantity: 20 }],
    }),
    dialogue: { ...before.dialogue, status: 'talking', at: 'need', heardAt: at(1) },
  }
  const saved = saveCase(db, before, after, at(2))
  expect(saved).toEqual({ ...after, version: 1 })
  expect(caseOf(db, before.contact.id)).toEqual(saved)
})

test('another line has a dialogue of its own and shares contact and inquiry', () => {
  const db = temporaryDatabase()
  const before = caseOf(db, newContact(db))
  const { id } = before.contact
  const inquiry = inquiryOf(id)
  saveCase(db, before, { ...before, inquiry, dialogue: { ...before.dialogue, at: 'need' } }, at(1))
  const other = loadCase(db, id, 'two' as LineId, OPENING)
  expect(other).toMatchObject({ version: 0, inquiry, dialogue: { at: null, line: 'two' } })
})

test('refuses to overwrite what another turn wrote in between', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const one = caseOf(db, contactId)
  const other = caseOf(db, contactId)
  const stored = saveCase(db, one, { ...one, dialogue: { ...one.dialogue, at: 'one' } }, at(1))
  const late = { ...other, dialogue: { ...other.dialogue, at: 'other' } }
  expect(() => saveCase(db, other, late, at(2))).toThrow(StaleCaseError)
  saveCase(db, stored, { ...stored, dialogue: { ...stored.dialogue, at: 'next' } }, at(3))
  expect(() => saveCase(db, stored, late, at(4))).toThrow(StaleCaseError)
  expect(caseOf(db, contactId)).toMatchObject({ version: 2, dialogue: { at: 'next' } })
})

test('a stale case changes nothing else either when its job is rolled back', async () => {
  const db = temporaryDatabase()
  const before = caseOf(db, newContact(db))
  saveCase(db, before, { ...before, dialogue: { ...before.dialogue, at: 'x' } }, at(1))
  const late: Case = {
    contact: { ...before.contact, vip: true },
    inquiry: inquiryOf(before.contact.id),
    dialogue: { ...before.dialogue, at: 'y' },
  }
  await expect(db.write(() => saveCase(db, before, late, at(2)))).rejects.toThrow(StaleCaseError)
  expect(caseOf(db, before.contact.id)).toMatchObject({ contact: { vip: false }, inquiry: null })
})

test('writes only the rows that changed', () => {
  const db = temporaryDatabase()
  const before = caseOf(db, newContact(db))
  const stored = saveCase(
    db,
    before,
    { ...before, inquiry: inquiryOf(before.contact.id), dialogue: { ...before.dialogue } },
    at(1),
  )
  const changes = db.raw.prepare('select total_changes() as n')
  const count = () => Number((changes.get() as { n: number }).n)
  const start = count()
  const same = saveCase(db, stored, stored, at(2))
  expect([count() - start, same.version]).toEqual([0, 1])
  saveCase(db, stored, { ...stored, dialogue: { ...stored.dialogue } }, at(3))
  expect(count() - start).toBe(1)
})

test('a second inquiry takes the place of the first, which stays on record', () => {
  const db = temporaryDatabase()
  const before = caseOf(db, newContact(db))
  const { id } = before.contact
  const first = inquiryOf(id, { outcome: { kind: 'won', reason: 'sale', at: at(1) } })
  const stored = saveCase(db, before, { ...before, inquiry: first }, at(1))
  const second = inquiryOf(id, { id: `${id}.2` as InquiryId, number: 2 })
  saveCase(db, stored, { ...stored, inquiry: second }, at(2))
  expect(caseOf(db, id).inquiry).toEqual(second)
  expect(
    db.raw.prepare('select number, outcome_kind from inquiries order by number').all(),
  ).toEqual([
    { number: 1, outcome_kind: 'won' },
    { number: 2, outcome_kind: null },
  ])
})

test('an outcome can be taken back', () => {
  const db = temporaryDatabase()
  const before = caseOf(db, newContact(db))
  const lost = inquiryOf(before.contact.id, {
    outcome: { kind: 'lost', reason: 'price', at: at(1) },
  })
  const stored = saveCase(db, before, { ...before, inquiry: lost }, at(1))
  saveCase(db, stored, { ...stored, inquiry: { ...lost, outcome: null } }, at(2))
  expect(caseOf(db, before.contact.id).inquiry?.outcome).toBe(null)
  expect(db.raw.prepare('select outcome_kind as k from inquiries').all()).toEqual([{ k: null }])
})

test('the first source is never overwritten', () => {
  const db = temporaryDatabase()
  const before = caseOf(db, newContact(db))
  const ad = { sourceType: 'ad', sourceId: '1', clickId: null, headline: null }
  const stored = saveCase(
    db,
    before,
    { ...before, contact: { ...before.contact, source: ad } },
    at(1),
  )
  const second = { ...stored.contact, source: { ...ad, sourceId: '2' }, vip: true }
  saveCase(db, stored, { ...stored, contact: second }, at(2))
  expect(caseOf(db, before.contact.id).contact).toMatchObject({ source: ad, vip: true })
})
