import { expect, test } from 'vitest'
import { added } from '../../src/core/funnel/day-figures.js'
import type { ContactId, LineId } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { catchUpFigures } from '../../src/store/catch-up-figures.js'
import { eraseContact } from '../../src/store/erase.js'
import { dayFigures, oddsRows, waitedMinutes } from '../../src/store/figures.js'
import { storeInbound } from '../../src/store/inbox.js'
import { keepLine } from '../../src/store/lines.js'
import { mergeContact } from '../../src/store/merge-contact.js'
import { enqueue } from '../../src/store/outbox.js'
import { addSale, voidSale } from '../../src/store/sales.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { addStageChange } from '../../src/store/stage-changes.js'
import { addSurvey } from '../../src/store/surveys.js'
import { at, caseOf, id, inbound, inquiryOf, LINE, temporaryDatabase } from './_fixture.js'

const PLACE = { timeZone: 'America/Bogota', currency: 'COP' }
const REAL = { id: 'wa' as LineId, kind: 'baileys', phone: '+573009999999' } as const

function wrote(db: Database, phone: string, minute: number, change: object = {}): ContactId {
  const identities = [{ kind: 'phone', value: phone }] as const
  const message = { chat: phone, identities, ...change }
  const { contactId } = storeInbound(db, inbound(`${phone}.${minute}`, message), at(minute))
  if (caseOf(db, contactId).contact.stage === null) becomes(db, contactId, 'visitor')
  return contactId
}

function said(db: Database, contactId: ContactId, minute: number, occasion: 'reply' | 'person') {
  enqueue(db, {
    lineId: LINE,
    contactId,
    chat: 'c',
    messageId: id(`out.${contactId}.${minute}`),
    message: { kind: 'text', text: 'x' },
    replyTo: null,
    occasion,
    notBefore: null,
    at: at(minute),
  })
}

function becomes(db: Database, contactId: ContactId, stage: 'visitor' | 'lead' | 'customer'): void {
  const before = caseOf(db, contactId)
  saveCase(db, before, { ...before, contact: { ...before.contact, stage } }, at(9))
  const actor = { kind: 'bot' } as const
  addStageChange(db, {
    contactId,
    from: null,
    to: stage,
    reason: '',
    evidence: null,
    actor,
    at: at(9),
  })
}

const sums = (db: Database) => added(dayFigures(db))
const count = (db: Database): boolean => catchUpFigures(db, PLACE, 100)

test('counts whoever changed since, each once, and takes back what is undone', () => {
  const db = temporaryDatabase()
  const ana = wrote(db, '+573000000011', 0)
  said(db, ana, 1, 'reply')
  wrote(db, '+573000000011', 2)
  said(db, ana, 25, 'person')
  wrote(db, '+573000000012', 0)
  expect(count(db)).toBe(true)
  expect(sums(db)).toMatchObject({ people: 2, leads: 0, answered: 1 })
  becomes(db, ana, 'lead')
  count(db)
  expect(sums(db)).toMatchObject({ people: 2, leads: 1, answered: 1, attended: 1, customers: 0 })
  expect(waitedMinutes(db, dayFigures(db)[0]?.day ?? 0)).toMatchObject({
    short: 25,
    all: 25,
    long: null,
    months: expect.arrayContaining([expect.objectContaining({ minutes: 25 })]),
  })

  const sale = {
    contactId: ana,
    inquiryId: `${ana}.1` as never,
    currency: 'COP',
    discount: null,
    product: null,
  }
  addSale(db, { ...sale, id: 's1', amount: 500, at: at(30) })
  addSale(db, { ...sale, id: 's2', amount: 300, at: at(31) })
  addSale(db, { ...sale, id: 's3', amount: 99, currency: 'USD', at: at(31) })
  becomes(db, ana, 'customer')
  addSurvey(db, { contactId: ana, inquiryId: null, kind: 'nps', score: 4, said: '4', at: at(40) })
  addSurvey(db, { contactId: ana, inquiryId: null, kind: 'nps', score: 9, said: '9', at: at(41) })
  count(db)
  expect(sums(db)).toMatchObject({
    people: 2,
    customers: 1,
    sales: 2,
    revenue: 800,
    repeats: 1,
    promoters: 1,
    detractors: 0,
  })
  voidSale(db, 's2', at(50))
  wrote(db, '+573000000011', 51)
  count(db)
  expect(sums(db)).toMatchObject({ sales: 1, revenue: 500, repeats: 0 })
})

test('an erased person is in no figure, and whoever gets the number of a deleted row is', () => {
  const db = temporaryDatabase()
  wrote(db, '+573000000012', 0)
  const ana = wrote(db, '+573000000011', 1)
  wrote(db, '+573000000011', 2)
  count(db)
  expect(sums(db).people).toBe(2)
  eraseContact(db, ana, { kind: 'contact' }, at(3))
  expect(sums(db).people).toBe(1)
  wrote(db, '+573000000013', 4)
  wrote(db, '+573000000014', 5)
  count(db)
  expect(sums(db).people).toBe(3)
})

test('two who turn out to be one are counted once', () => {
  const db = temporaryDatabase()
  const [a, b] = [wrote(db, '+573000000011', 0), wrote(db, '+573000000012', 1)]
  count(db)
  expect(sums(db).people).toBe(2)
  mergeContact(db, a, b, at(2))
  count(db)
  expect(sums(db).people).toBe(1)
})

test('people of the simulator count until a real number is there', () => {
  const db = temporaryDatabase()
  keepLine(db, { id: LINE, kind: 'simulator', phone: null }, at(0))
  const pretended = wrote(db, '+573000000011', 0)
  const state = caseOf(db, pretended)
  saveCase(db, state, { ...state, dialogue: { ...state.dialogue, questions: 1 } }, at(1))
  count(db)
  expect(sums(db).people).toBe(1)
  keepLine(db, REAL, at(2))
  expect(sums(db).people).toBe(0)
  wrote(db, '+573000000012', 3, { lineId: REAL.id })
  count(db)
  expect(sums(db).people).toBe(1)
  expect(oddsRows(db, 20_000)).toEqual([])
})

test('is done in portions, and says when everybody is counted', () => {
  const db = temporaryDatabase()
  for (let n = 10; n < 17; n += 1) wrote(db, `+5730000000${n}`, n)
  expect([catchUpFigures(db, PLACE, 3), catchUpFigures(db, PLACE, 3)]).toEqual([false, false])
  expect(catchUpFigures(db, PLACE, 3)).toBe(true)
  expect(sums(db).people).toBe(7)
})

test('who said neither yes nor no for ninety days was lost, and is no longer to come', () => {
  const db = temporaryDatabase()
  const add = db.raw.prepare(
    `insert into figure_inquiries (id, contact_id, simulated, opened_day, closed_day, rung, band,
       outcome, quoted, told, reasons)
     values (?, 'c', 0, ?, ?, 'lead', 2, ?, ?, 0, '')`,
  )
  add.run('won', 100, 101, 'won', null)
  add.run('lost', 100, 101, 'lost', null)
  add.run('old', 109, null, null, 500_000)
  add.run('young', 110, null, null, 900_000)
  add.run('younger', 150, null, null, null)
  expect(oddsRows(db, 200)).toEqual([
    { rung: 'lead', band: 2, won: 1, lost: 2, open: 2, quoted: 900_000, quotes: 1 },
  ])
})

test('whoever only said hello has asked for nothing that could be closed', () => {
  const db = temporaryDatabase()
  const contactId = wrote(db, '+573001110001', 1)
  const before = caseOf(db, contactId)
  saveCase(db, before, { ...before, inquiry: inquiryOf(contactId) }, at(2))
  count(db)
  expect(oddsRows(db, 0)).toEqual([])
  becomes(db, contactId, 'lead')
  count(db)
  expect(oddsRows(db, 0)).toMatchObject([{ rung: 'lead', open: 1 }])
})
