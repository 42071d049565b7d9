import { expect, test } from 'vitest'
import type { ContactId, LineId, Outcome, Stage } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { dayNews } from '../../src/store/day-news.js'
import { addSale, voidSale } from '../../src/store/sales.js'
import { addStageChange } from '../../src/store/stage-changes.js'
import { at, caseOf, inquiryOf, LINE, newContact, temporaryDatabase } from './_fixture.js'

type Db = ReturnType<typeof temporaryDatabase>

function reaches(on: Db, contactId: ContactId, to: Stage, minute: number): void {
  const actor = { kind: 'bot' } as const
  const change = { contactId, from: null, to, reason: '', evidence: null, actor }
  addStageChange(on, { ...change, at: at(minute) })
}

function ends(on: Db, contactId: ContactId, kind: Outcome['kind'], minute: number): void {
  const before = caseOf(on, contactId)
  const outcome = { kind, reason: '', at: at(minute) }
  const inquiry = inquiryOf(contactId, { outcome })
  saveCase(on, before, { ...before, inquiry, dialogue: { ...before.dialogue } }, at(minute))
}

function sells(on: Db, contactId: ContactId, sale: string, amount: number, minute: number): void {
  const { id: inquiryId } = inquiryOf(contactId)
  addSale(on, {
    id: sale,
    contactId,
    inquiryId,
    amount,
    currency: 'COP',
    discount: null,
    product: null,
    at: at(minute),
  })
}

test('counts what happened after the last time, on the line alone', () => {
  const here = temporaryDatabase()
  const [ana, luis, eva] = ['+573001', '+573002', '+573003'].map((phone) => newContact(here, phone))
  if (ana === undefined || luis === undefined || eva === undefined) throw new Error('no contacts')
  ends(here, luis, 'lost', 20)
  ends(here, eva, 'disqualified', 21)
  ends(here, ana, 'won', 22)
  reaches(here, luis, 'visitor', 5)
  reaches(here, luis, 'qualified', 11)
  reaches(here, ana, 'visitor', 12)
  reaches(here, ana, 'qualified', 13)
  reaches(here, ana, 'qualified', 14)
  sells(here, luis, 'before', 100, 9)
  sells(here, ana, 'one', 500, 22)
  sells(here, ana, 'two', 300, 23)
  sells(here, ana, 'taken back', 900, 24)
  voidSale(here, 'taken back', at(25))
  expect(dayNews(here, LINE, at(10))).toEqual({
    people: 1,
    qualified: 2,
    disqualified: 1,
    won: { count: 2, amount: 800 },
    lost: 1,
  })
  const nothing = {
    people: 0,
    qualified: 0,
    disqualified: 0,
    won: { count: 0, amount: 0 },
    lost: 0,
  }
  expect(dayNews(here, LINE, at(30))).toEqual(nothing)
  expect(dayNews(here, 'other' as LineId, at(0))).toEqual(nothing)
})
