import { expect, test } from 'vitest'
import type { InquiryState } from '../../src/core/conversation/types.js'
import type { Iso, LineId, Stage } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { listLeads } from '../../src/store/leads.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { at, caseOf, inquiryOf, LINE, newContact, temporaryDatabase } from './_fixture.js'

test('lists who is at least a lead or whose card was sent, the last heard of first', () => {
  const db = temporaryDatabase()
  talk(db, '+573000000011', 'lead', at(1), { score: 40 })
  talk(db, '+573000000012', 'visitor', at(2), {})
  talk(db, '+573000000013', 'visitor', at(3), { told: true })
  const lost = { outcome: { kind: 'lost', reason: 'price', at: at(4) } } as const
  talk(db, '+573000000014', 'qualified', at(4), lost)
  expect(listLeads(db, LINE, 10, at(0)).map(({ contact }) => contact.phone)).toEqual([
    '+573000000014',
    '+573000000013',
    '+573000000011',
  ])
  expect(listLeads(db, LINE, 1, at(0))).toMatchObject([
    {
      contact: { stage: 'qualified' },
      inquiry: lost,
      dialogue: { heardAt: at(4) },
      heardAt: at(4),
    },
  ])
  expect(listLeads(db, 'other' as LineId, 10, at(0))).toEqual([])
})

test('an earlier inquiry does not list its person twice', () => {
  const db = temporaryDatabase()
  const contactId = talk(db, '+573000000011', 'lead', at(1), {})
  const before = caseOf(db, contactId)
  const second = inquiryOf(contactId, { id: 'second' as InquiryState['id'], number: 2 })
  saveCase(db, before, { ...before, inquiry: second }, at(2))
  expect(listLeads(db, LINE, 10, at(0)).map(({ inquiry }) => inquiry.id)).toEqual(['second'])
})

function talk(
  db: Database,
  phone: string,
  stage: Stage,
  heardAt: Iso,
  inquiry: Partial<InquiryState>,
) {
  const before = caseOf(db, newContact(db, phone))
  saveCase(
    db,
    before,
    {
      contact: { ...before.contact, stage },
      inquiry: inquiryOf(before.contact.id, inquiry),
      dialogue: { ...before.dialogue, status: 'talking', heardAt },
    },
    heardAt,
  )
  return before.contact.id
}
