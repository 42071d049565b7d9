import { expect, test } from 'vitest'
import type { LineId } from '../../src/core/types.js'
import { activateStaff, type StaffEntry, staffState } from '../../src/store/staff.js'
import { at, LINE, newContact, PHONE, temporaryDatabase } from './_fixture.js'

test('activates once per line, and keeps chat and role up to date', () => {
  const db = temporaryDatabase()
  const owner: StaffEntry = {
    contactId: newContact(db),
    lineId: LINE,
    chat: PHONE,
    role: 'owner',
    name: 'Ximena',
    phone: PHONE,
    activatedAt: at(2),
  }
  const seller: StaffEntry = {
    ...owner,
    contactId: newContact(db, '+573009998877'),
    role: 'seller',
    name: 'Raúl',
    activatedAt: at(1),
  }
  expect(activateStaff(db, owner)).toBe(true)
  expect(activateStaff(db, seller)).toBe(true)
  expect(activateStaff(db, { ...owner, chat: '7@lid', activatedAt: at(9) })).toBe(false)
  expect(staffState(db, LINE)).toEqual([seller, { ...owner, chat: '7@lid' }])
  expect(staffState(db, 'two' as LineId)).toEqual([])
  expect(activateStaff(db, { ...owner, lineId: 'two' as LineId })).toBe(true)
})
