import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Remembered } from '../../src/core/conversation/events.js'
import { newInquiry } from '../../src/core/conversation/new-inquiry.js'
import type { InquiryState } from '../../src/core/conversation/types.js'
import type { ContactId, FlowHash, Inbound, Iso, LineId, MessageId } from '../../src/core/types.js'
import { loadCase, type StoredCase } from '../../src/store/cases.js'
import { keepContact } from '../../src/store/identity.js'
import { type Database, openDatabase } from '../../src/store/sqlite/database.js'

export const LINE = 'sim' as LineId
export const PHONE = '+573001112233'
export const OPENING = { chat: PHONE, flow: 'talk', hash: 'h1' as FlowHash }

/** What an owner's word found: nothing done yet. */
export const REMEMBERED: Remembered = {
  stage: 'qualified',
  outcome: null,
  assignedTo: null,
  status: 'talking',
  pending: null,
  paused: null,
  purchases: 0,
  lastOrder: null,
  promise: null,
  promisedBy: null,
  postponed: null,
  nurture: null,
  quote: null,
  vip: false,
  care: { call: null, meeting: null, manager: null, invitedAt: null },
  tickets: [],
  attention: 'auto',
  slots: {},
  said: {},
  attendedAt: null,
  waiting: [],
  ended: [],
  name: 'Lucía',
  stageAfter: null,
  checkIn: null,
}

/** A folder of its own for one test, removed after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real database on disk for one test. */
export function temporaryDatabase(): Database {
  const db = openDatabase(join(temporaryFolder(), 'porquesi.db'))
  onTestFinished(() => db.close())
  return db
}

/** The given minute of a day in March. */
export function at(minute: number): Iso {
  return new Date(Date.UTC(2026, 2, 10, 15, minute)).toISOString() as Iso
}

export function id(text: string): MessageId {
  return text as MessageId
}

export function newContact(db: Database, phone = PHONE): ContactId {
  return keepContact(db, [{ kind: 'phone', value: phone }], 'Camila', at(0)).contactId
}

export function caseOf(db: Database, contactId: ContactId): StoredCase {
  const found = loadCase(db, contactId, LINE, OPENING)
  if (found === null) throw new Error('the contact is not there')
  return found
}

export function inbound(messageId: string, change: Partial<Inbound> = {}): Inbound {
  return {
    lineId: LINE,
    chat: PHONE,
    author: 'contact',
    identities: [{ kind: 'phone', value: PHONE }],
    messageId: id(messageId),
    profileName: 'Camila',
    sentAt: at(0),
    replyTo: null,
    referral: null,
    rawReferral: null,
    media: null,
    content: { kind: 'text', text: `text of ${messageId}` },
    ...change,
  }
}

export function inquiryOf(contactId: ContactId, change: Partial<InquiryState> = {}): InquiryState {
  return { ...newInquiry(contactId, 1, at(0)), ...change }
}
