import { expect, test } from 'vitest'
import type { StaffState } from '../../src/core/owner/types.js'
import { forgetTalkAbout, keepStaffMemory, staffMemory } from '../../src/store/staff-memory.js'
import { at, newContact, temporaryDatabase } from './_fixture.js'

test('remembers the talk with each member of staff apart', () => {
  const db = temporaryDatabase()
  const [owner, seller, lead] = ['+573000000001', '+573000000002', '+573001112233'].map((phone) =>
    newContact(db, phone),
  )
  if (!owner || !seller || !lead) throw new Error('three contacts were made')
  const state: StaffState = {
    pending: { kind: 'amount', of: 'won', discount: null, product: null, at: null, target: lead },
    lastAbout: lead,
    activated: true,
    missed: 0,
    counted: false,
    pin: { kind: 'shut', wrong: 0 },
  }
  keepStaffMemory(db, owner, { ...state, activated: false })
  keepStaffMemory(db, owner, state)
  expect(staffMemory(db, owner)).toEqual(state)
  expect(staffMemory(db, seller)).toBe(null)
})

test('drops an open talk about somebody who is erased, and no other', () => {
  const db = temporaryDatabase()
  const [owner, seller, lead] = ['+573000000001', '+573000000002', '+573001112233'].map((phone) =>
    newContact(db, phone),
  )
  if (!owner || !seller || !lead) throw new Error('three contacts were made')
  const shown = { quote: 'q1', text: 'Ana, son $1', at: at(1) }
  const approval = { kind: 'approval', target: lead, ...shown } as const
  keepStaffMemory(db, owner, {
    pending: approval,
    lastAbout: lead,
    activated: true,
    missed: 0,
    counted: false,
    pin: { kind: 'shut', wrong: 0 },
  })
  const other: StaffState = {
    pending: null,
    lastAbout: owner,
    activated: true,
    missed: 0,
    counted: false,
    pin: { kind: 'shut', wrong: 0 },
  }
  keepStaffMemory(db, seller, other)
  forgetTalkAbout(db, lead)
  expect(staffMemory(db, owner)).toEqual({
    pending: null,
    lastAbout: null,
    activated: true,
    missed: 0,
    counted: false,
    pin: { kind: 'shut', wrong: 0 },
  })
  expect(staffMemory(db, seller)).toEqual(other)
})
