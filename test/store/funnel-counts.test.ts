import { expect, test } from 'vitest'
import { SUMS } from '../../src/core/funnel/day-figures.js'
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
  const since = (minute: number) => ({ day: 0, at: at(minute) })
  expect(funnelCounts(db, since(30), since(10))).toEqual({
    short: { lead: 2 },
    medium: { customer: 1 },
    long: { visitor: 1 },
  })
})

test('whoever wrote counts from the local day of their first message, and not from when they were listed', () => {
  const db = temporaryDatabase()
  const id = newContact(db, '+573001112201')
  const listed = 'update contacts set stage = ?, created_at = ? where id = ?'
  db.raw.prepare(listed).run('lead', '2025-01-01T00:00:00.000Z', id)
  const names = ['contact_id', 'day', 'source', 'simulated', ...SUMS]
  db.raw
    .prepare(
      `insert into figure_people (${names.join(', ')}) values (?, 100, 'direct', 0, ${SUMS.map(() => 0).join(', ')})`,
    )
    .run(id)
  const since = (day: number) => ({ day, at: at(0) })
  expect(funnelCounts(db, since(100), since(40)).short).toEqual({ lead: 1 })
  expect(funnelCounts(db, since(101), since(40)).medium).toEqual({ lead: 1 })
  expect(funnelCounts(db, since(160), since(101)).long).toEqual({ lead: 1 })
})
