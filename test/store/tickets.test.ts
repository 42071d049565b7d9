import { expect, test } from 'vitest'
import type { Ticket } from '../../src/core/conversation/types.js'
import { contactView } from '../../src/store/contact-view.js'
import { keepTicket, nextTicketNumber, openTickets } from '../../src/store/tickets.js'
import { at, newContact, PHONE, temporaryDatabase } from './_fixture.js'

const TICKET: Ticket = {
  number: 1,
  status: 'open',
  about: 'complaint',
  priority: 'high',
  said: '3 venían con el logo torcido',
  openedAt: at(1),
  dueAt: at(9),
  assignedTo: null,
  reminded: 0,
  reopened: 0,
}

test('a ticket is opened, asked about, reopened and closed, and stays one row', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const of = { contactId, inquiryId: null }
  expect(nextTicketNumber(db)).toBe(1)
  keepTicket(db, of, { number: 1, ticket: TICKET }, at(1))
  expect(nextTicketNumber(db)).toBe(2)
  keepTicket(db, of, { number: 1, ticket: { ...TICKET, status: 'asked' } }, at(2))
  expect(contactView(db, PHONE, at(2))?.tickets).toEqual([
    { number: 1, status: 'asked', dueAt: at(9) },
  ])
  keepTicket(db, of, { number: 1, ticket: { ...TICKET, reopened: 1, dueAt: at(20) } }, at(3))
  expect(openTickets(db, 9)).toMatchObject([{ status: 'open', reopened: 1, dueAt: at(20) }])
  keepTicket(db, of, { number: 1, ticket: null }, at(4))
  expect(db.raw.prepare('select status, closed_at from tickets').all()).toEqual([
    { status: 'closed', closed_at: at(4) },
  ])
  expect(openTickets(db, 9)).toEqual([])
})

test('what falls due first stands in front', () => {
  const db = temporaryDatabase()
  const of = { contactId: newContact(db), inquiryId: null }
  keepTicket(db, of, { number: 1, ticket: TICKET }, at(1))
  keepTicket(db, of, { number: 2, ticket: { ...TICKET, number: 2, dueAt: at(5) } }, at(2))
  expect(openTickets(db, 9).map(({ number }) => number)).toEqual([2, 1])
})
