import { expect, test } from 'vitest'
import type { Iso, Stage } from '../../src/core/types.js'
import { funnelCounts } from '../../src/store/funnel-counts.js'
import { activateStaff } from '../../src/store/staff.js'
import { at, LINE, newContact, temporaryDatabase } from './_fixture.js'

test('counts everybody but staff by stage and by how long ago they came', () => {
  const db = temporaryDatabase()
  const person = (phone: string, stage: Stage, since: Iso): void => {
    const id = newContact(db, phone)
    const change = db.raw.prepare('update contacts set stage = ?, created_at = ? where id = ?')
    change.run(stage, since, id)
  }
  person('+573001112201', 'lead', at(50))
  person('+573001112202', 'lead', at(40))
  person('+573001112203', 'customer', at(20))
  person('+573001112204', 'visitor', at(5))
  newContact(db, '+573001112205')
  const owner = newContact(db, '+573000000001')
  db.raw.prepare("update contacts set stage = 'lead' where id = ?").run(owner)
  const entry = { lineId: LINE, chat: 'o', name: 'R', phone: '+573000000001', activatedAt: at(1) }
  activateStaff(db, { ...entry, contactId: owner, role: 'owner' })
  expect(funnelCounts(db, at(30), at(10))).toEqual({
    short: { lead: 2 },
    medium: { customer: 1 },
    long: { visitor: 1 },
  })
})
