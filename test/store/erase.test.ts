import { expect, test } from 'vitest'
import type { ContactId } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { addConsent } from '../../src/store/consents.js'
import { ROWS_ABOUT } from '../../src/store/contact-tables.js'
import { contactView } from '../../src/store/contact-view.js'
import { eraseContact, forgetContact } from '../../src/store/erase.js'
import { findContactByPhone } from '../../src/store/identity.js'
import { pendingParts, storeInbound } from '../../src/store/inbox.js'
import { addNotice, markNoticeSent } from '../../src/store/notices.js'
import { enqueue, findByMessageId } from '../../src/store/outbox.js'
import { addOwnerWord } from '../../src/store/owner-words.js'
import { addSale } from '../../src/store/sales.js'
import { addSlot } from '../../src/store/slots.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { addStageChange } from '../../src/store/stage-changes.js'
import { addSurvey } from '../../src/store/surveys.js'
import { setTimer } from '../../src/store/timers.js'
import { addUnanswered } from '../../src/store/unanswered.js'
import {
  at,
  caseOf,
  id,
  inbound,
  inquiryOf,
  LINE,
  newContact,
  PHONE,
  REMEMBERED,
  temporaryDatabase,
} from './_fixture.js'

const CANARY = 'Camila-Canario'
const OWNER = '+573000000001'

test('no row of any table names the person any more', async () => {
  const db = temporaryDatabase()
  const contactId = wholeStory(db)
  await db.write(() => eraseContact(db, contactId, { kind: 'contact' }, at(9)))
  for (const { name } of tables(db)) {
    const rows = JSON.stringify(db.raw.prepare(`select * from ${name}`).all())
    for (const trace of [contactId, PHONE, PHONE.slice(1), CANARY]) {
      expect(`${name}: ${rows}`).not.toContain(trace)
    }
  }
  expect(contactView(db, PHONE, at(9))).toBe(null)
})

test('somebody else keeps all of theirs', () => {
  const db = temporaryDatabase()
  const contactId = wholeStory(db)
  const other = '+573009998877'
  const identities = [{ kind: 'phone', value: other }] as const
  const kept = storeInbound(db, inbound('a1', { chat: other, identities }), at(1)).contactId
  eraseContact(db, contactId, { kind: 'contact' }, at(9))
  expect(pendingParts(db, kept, LINE)).toHaveLength(1)
  expect(caseOf(db, kept).contact.phone).toBe(other)
})

test('who writes again begins anew, opted out of everything unasked', () => {
  const db = temporaryDatabase()
  const contactId = wholeStory(db)
  eraseContact(db, contactId, { kind: 'contact' }, at(9))
  expect(findContactByPhone(db, PHONE)).toBe(null)
  const again = storeInbound(db, inbound('new'), at(10))
  expect(again.fresh).toBe(true)
  expect(again.contactId).not.toBe(contactId)
  expect(caseOf(db, again.contactId).contact).toMatchObject({
    consent: 'opted_out',
    stage: null,
    slots: {},
  })
  expect(caseOf(db, newContact(db, '+573009998877')).contact.consent).toBe('none')
})

test('who is only forgotten leaves no mark, and what staff was told stays on their phones', async () => {
  const db = temporaryDatabase()
  const contactId = wholeStory(db)
  await db.write(() => forgetContact(db, contactId))
  for (const { name } of tables(db)) {
    const rows = JSON.stringify(db.raw.prepare(`select * from ${name}`).all())
    expect(`${name}: ${rows}`).not.toContain(contactId)
  }
  expect(findByMessageId(db, id('reply'))).toBe(null)
  expect(findByMessageId(db, id('card'))).not.toBe(null)
  expect(findByMessageId(db, id('taken'))).not.toBe(null)
  expect(caseOf(db, newContact(db)).contact).toMatchObject({ consent: 'none', stage: null })
})

test('erasing twice is harmless, and takes what came in between', () => {
  const db = temporaryDatabase()
  const contactId = wholeStory(db)
  eraseContact(db, contactId, { kind: 'contact' }, at(9))
  say(db, contactId, 'goodbye')
  expect(findByMessageId(db, id('goodbye'))).not.toBe(null)
  eraseContact(db, contactId, { kind: 'contact' }, at(10))
  expect(findByMessageId(db, id('goodbye'))).toBe(null)
})

test('whom they recommended stays, recommended by nobody', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const friend = caseOf(db, newContact(db, '+573009998877'))
  saveCase(db, friend, { ...friend, contact: { ...friend.contact, referredBy: contactId } }, at(1))
  eraseContact(db, contactId, { kind: 'contact' }, at(9))
  expect(caseOf(db, friend.contact.id).contact.referredBy).toBe(null)
})

test('the mark that stays does not say who it is', () => {
  const db = temporaryDatabase()
  eraseContact(db, newContact(db), { kind: 'contact' }, at(9))
  const [mark] = db.raw.prepare<[], { hash: string }>('select hash from suppressions').all()
  expect(mark?.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('every table about a contact is emptied, and moved: a new one must not be forgotten', () => {
  const db = temporaryDatabase()
  const about = tables(db)
    .map(({ name }) => name)
    .filter((name) =>
      db.raw.prepare(`select 1 from pragma_table_info(?) where name = 'contact_id'`).get(name),
    )
  expect(about.length).toBeGreaterThan(15)
  expect(about.toSorted()).toEqual([...ROWS_ABOUT].toSorted())
})

/** Somebody of whom every kind of row exists, each with a trace of them. */
function wholeStory(db: Database): ContactId {
  const content = { kind: 'text', text: CANARY } as const
  const { contactId } = storeInbound(db, inbound('m1', { content, profileName: CANARY }), at(1))
  const before = caseOf(db, contactId)
  const inquiry = inquiryOf(contactId, { promise: CANARY })
  const dialogue = { ...before.dialogue, lastSaid: CANARY }
  saveCase(db, before, { ...before, inquiry, dialogue }, at(1))
  const about = { contactId, inquiryId: inquiry.id, at: at(1) }
  const proof = { message: id('m1'), at: at(1) }
  addSlot(db, { ...about, name: 'name', slot: { status: 'declined', said: CANARY, ...proof } })
  addStageChange(db, {
    ...about,
    from: null,
    to: 'lead',
    reason: CANARY,
    evidence: null,
    actor: { kind: 'bot' },
  })
  addSale(db, {
    ...about,
    id: `${contactId}.s1`,
    amount: 1,
    currency: 'COP',
    discount: null,
    product: null,
  })
  addSurvey(db, { ...about, kind: 'nps', score: 9, said: CANARY })
  addConsent(db, {
    ...about,
    kind: 'proactive',
    state: 'granted',
    words: CANARY,
    actor: null,
    evidence: null,
  })
  addUnanswered(db, { ...about, text: CANARY, evidence: null })
  const timer = { id: `${contactId}.t`, name: 'n', flow: 'f', step: 's', dueAt: at(5), held: null }
  setTimer(db, { ...timer, contactId, lineId: LINE }, at(1))
  say(db, contactId, 'reply')
  tellOwner(db, contactId)
  return contactId
}

/** The card in the owner's chat, and the answer to what the owner did. */
function tellOwner(db: Database, contactId: ContactId): void {
  const owner = newContact(db, OWNER)
  const about = { inquiryId: inquiryOf(contactId).id, at: at(2) }
  const notice = { kind: 'complaint', said: CANARY } as const
  const first = addNotice(db, { ...about, contactId, lineId: LINE, notice, forStaff: null })
  markNoticeSent(db, first, { forStaff: owner, outboxId: say(db, owner, 'card') })
  say(db, owner, 'taken')
  addOwnerWord(db, {
    ...about,
    by: owner,
    about: contactId,
    word: `tomar ${CANARY}`,
    action: { kind: 'take' },
    before: REMEMBERED,
    messageId: null,
    replyMessageId: id('taken'),
  })
}

function say(db: Database, contactId: ContactId, messageId: string): number {
  return enqueue(db, {
    lineId: LINE,
    contactId,
    chat: PHONE,
    messageId: id(messageId),
    message: { kind: 'text', text: CANARY },
    replyTo: null,
    occasion: 'reply',
    notBefore: null,
    at: at(2),
  })
}

function tables(db: Database): readonly { readonly name: string }[] {
  return db.raw
    .prepare<[], { name: string }>(`select name from sqlite_schema where type = 'table'`)
    .all()
}
