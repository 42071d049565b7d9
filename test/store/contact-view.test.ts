import { expect, test } from 'vitest'
import type { ContactId, Slot } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { addConsent } from '../../src/store/consents.js'
import { contactView } from '../../src/store/contact-view.js'
import { addNote, voidNote } from '../../src/store/notes.js'
import { addQuote, markQuoteSent, voidQuote } from '../../src/store/quotes.js'
import { addSale, voidSale } from '../../src/store/sales.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { activateStaff } from '../../src/store/staff.js'
import { addStageChange } from '../../src/store/stage-changes.js'
import { addSurvey } from '../../src/store/surveys.js'
import { setTimer } from '../../src/store/timers.js'
import { at, caseOf, inquiryOf, LINE, newContact, PHONE, temporaryDatabase } from './_fixture.js'

const OWNER = '+573000000001'

test('an unknown phone has no view', () => {
  expect(contactView(temporaryDatabase(), PHONE, at(0))).toBe(null)
})

test('a contact of whom nothing is known has every key, empty', () => {
  const db = temporaryDatabase()
  newContact(db)
  expect(contactView(db, PHONE, at(0))).toEqual({
    stage: null,
    outcome: null,
    score: 0,
    reasons: [],
    slots: {},
    stageChanges: [],
    timers: [],
    tickets: [],
    sales: [],
    quotes: [],
    surveys: [],
    referrals: [],
    touches: [],
    consents: [],
    permissions: [],
    inquiries: [],
    paused: null,
    source: null,
    referredBy: null,
    assignedTo: null,
    vip: false,
    notes: [],
    postponed: null,
  })
})

test('shows the newest inquiry, with slots of the person beside its own', () => {
  const db = temporaryDatabase()
  const contactId = story(db)
  const view = contactView(db, PHONE, at(3))
  expect(view).toMatchObject({
    stage: 'qualified',
    score: 70,
    outcome: null,
    assignedTo: OWNER,
    paused: { until: at(10), by: 'Ximena' },
    inquiries: [{ number: 1, openedAt: at(0), score: 70, outcome: null }],
  })
  expect(view?.slots).toEqual({
    name: { value: 'Camila', said: 'Camila', confidence: 1 },
    budget: { value: null, declined: true, said: 'paso' },
  })
  expect(contactView(db, PHONE, at(10))?.paused).toBe(null)
  expect(contactId).toBe(caseOf(db, contactId).contact.id)
})

test('shows history in the words of the contract', () => {
  const db = temporaryDatabase()
  const contactId = story(db)
  const owner = newContact(db, OWNER)
  const staff = { kind: 'staff', id: owner, name: 'Ximena' } as const
  const change = { contactId, reason: 'r', evidence: null, at: at(1) }
  addStageChange(db, { ...change, from: null, to: 'visitor', actor: { kind: 'contact' } })
  addStageChange(db, { ...change, from: 'visitor', to: 'customer', actor: staff })
  const sale = {
    contactId,
    inquiryId: inquiryOf(contactId).id,
    amount: 5,
    currency: 'COP',
    discount: null,
    product: null,
  }
  addSale(db, { ...sale, id: 's1', at: at(1) })
  addSale(db, { ...sale, id: 's2', at: at(2) })
  voidSale(db, 's1', at(3))
  addSurvey(db, { contactId, inquiryId: null, kind: 'nps', score: 9, said: '9', at: at(4) })
  addConsent(db, {
    contactId,
    kind: 'proactive',
    state: 'granted',
    words: 'sí, avísenme',
    actor: { kind: 'contact' },
    evidence: null,
    at: at(5),
  })
  const timer = { contactId, lineId: LINE, flow: 'silence', step: 'a', held: null }
  setTimer(db, { ...timer, id: 't1', name: 'reminder', dueAt: at(50) }, at(1))
  db.raw
    .prepare(`insert into tickets (number, contact_id, status, text, due_at, created_at)
       values (7, ?, 'open', 'botón', ?, ?)`)
    .run(contactId, at(40), at(6))
  db.raw
    .prepare(
      `insert into referrals values (1, ?, null, null, 'Ana', 'CAMI', 'given', ?, 'pending', null)`,
    )
    .run(contactId, at(6))
  const quote = { contactId, inquiryId: inquiryOf(contactId).id, currency: 'COP', discount: null }
  addQuote(db, { ...quote, ref: 'q1', amount: 870, at: at(6) })
  addQuote(db, { ...quote, ref: 'q2', amount: 820, discount: 10, at: at(7) })
  markQuoteSent(db, 'q2', contactId, at(8))
  voidQuote(db, 'q1', contactId, at(8))
  addNote(db, { ref: 'n1', contactId, by: owner, text: 'prefiere la tarde', at: at(6) })
  addNote(db, { ref: 'n2', contactId, by: owner, text: 'se anula', at: at(6) })
  voidNote(db, 'n2', contactId, at(7))
  db.raw
    .prepare(`insert into touches values (1, ?, 'Ximena', 'n', ?, null, null, null)`)
    .run(contactId, at(6))
  expect(contactView(db, PHONE, at(7))).toMatchObject({
    stageChanges: [
      { from: null, to: 'visitor', reason: 'r', actor: 'contact', at: at(1) },
      { from: 'visitor', to: 'customer', reason: 'r', actor: 'owner', at: at(1) },
    ],
    sales: [
      { amount: 5, currency: 'COP', at: at(1), voided: true },
      { amount: 5, currency: 'COP', at: at(2) },
    ],
    surveys: [{ kind: 'nps', score: 9, at: at(4) }],
    consents: [{ kind: 'proactive', state: 'granted', at: at(5) }],
    permissions: [
      { kind: 'proactive', state: 'granted', words: 'sí, avísenme', actor: 'contact', at: at(5) },
    ],
    timers: [{ name: 'reminder', dueAt: at(50) }],
    tickets: [{ number: 7, status: 'open', dueAt: at(40) }],
    referrals: [{ name: 'Ana', code: 'CAMI', status: 'given' }],
    quotes: [
      { amount: 870, at: at(6), voided: true },
      { amount: 820, at: at(7), discount: 10, sentAt: at(8) },
    ],
    notes: [{ by: OWNER, text: 'prefiere la tarde', at: at(6) }],
    touches: [{ by: 'Ximena', note: 'n', at: at(6) }],
  })
})

/** A qualified person, taken by the owner, who writes to them until minute 10. */
function story(db: Database): ContactId {
  const owner = newContact(db, OWNER)
  const staff = { contactId: owner, lineId: LINE, chat: OWNER, role: 'owner', name: 'Ximena' }
  activateStaff(db, { ...staff, role: 'owner', phone: OWNER, activatedAt: at(0) })
  const before = caseOf(db, newContact(db))
  const { id } = before.contact
  const proof = { message: null, at: at(1) }
  const name: Slot = { status: 'known', value: 'Camila', said: 'Camila', confidence: 1, ...proof }
  const budget: Slot = { status: 'declined', said: 'paso', ...proof }
  saveCase(
    db,
    before,
    {
      contact: { ...before.contact, stage: 'qualified', slots: { name }, inquiries: 1 },
      inquiry: inquiryOf(id, {
        score: 70,
        slots: { budget },
        assignedTo: { id: owner, name: 'Ximena' },
      }),
      dialogue: { ...before.dialogue, paused: { until: at(10), by: 'Ximena' } },
    },
    at(1),
  )
  return id
}
