import { expect, test } from 'vitest'
import type { ContactId, Iso } from '../../src/core/types.js'
import {
  cancelTimers,
  dueTimers,
  finishTimer,
  type NewTimer,
  nextDueAt,
  releaseHeld,
  setTimer,
  timersOf,
  timersWithIds,
} from '../../src/store/timers.js'
import { at, LINE, newContact, temporaryDatabase } from './_fixture.js'

test('hands out what is due, the earliest first, no more than asked for', () => {
  const { db, contactId, set } = setUp()
  set('late', at(30))
  set('second', at(10))
  set('first', at(5))
  expect(nextDueAt(db)).toBe(at(5))
  expect(dueTimers(db, at(10), 10).map(({ id }) => id)).toEqual(['first', 'second'])
  expect(dueTimers(db, at(10), 1)).toEqual([
    {
      id: 'first',
      contactId,
      lineId: LINE,
      name: 'reminder',
      flow: 'silence',
      step: 'nudge',
      dueAt: at(5),
      held: null,
      status: 'pending',
      reason: null,
    },
  ])
  expect(dueTimers(db, at(4), 10)).toEqual([])
})

test('nothing is due next when nothing is pending', () => {
  const { db, set } = setUp()
  expect(nextDueAt(db)).toBe(null)
  set('one', at(5))
  finishTimer(db, 'one', 'fired', null)
  expect(nextDueAt(db)).toBe(null)
  expect(dueTimers(db, at(59), 10)).toEqual([])
})

test('setting it again moves it, and sets a cancelled one anew', () => {
  const { db, contactId, set } = setUp()
  set('one', at(5))
  set('one', at(20), { held: 'held.hours' })
  expect(timersOf(db, contactId)).toMatchObject([{ dueAt: at(20), held: 'held.hours' }])
  cancelTimers(db, contactId, null, 'answered')
  expect(timersOf(db, contactId)).toEqual([])
  set('one', at(30))
  expect(timersOf(db, contactId)).toMatchObject([{ dueAt: at(30), status: 'pending' }])
})

test('finds some by id, also those that were cancelled', () => {
  const { db, contactId, set } = setUp()
  set('one', at(5))
  cancelTimers(db, contactId, null, 'answered')
  set('two', at(6))
  expect(timersWithIds(db, ['two', 'never', 'one'])).toMatchObject([
    { id: 'two', status: 'pending' },
    { id: 'one', status: 'cancelled', reason: 'answered' },
  ])
})

test('one that has fired can be set again, to go on later', () => {
  const { db, contactId, set } = setUp()
  set('one', at(5))
  finishTimer(db, 'one', 'fired', null)
  set('one', at(6))
  expect(timersOf(db, contactId)).toMatchObject([{ dueAt: at(6), status: 'pending' }])
  expect(nextDueAt(db)).toBe(at(6))
})

test('cancels those of a flow or all, of one contact only', () => {
  const { db, contactId, set } = setUp()
  const other = newContact(db, '+573009998877')
  set('a', at(5))
  set('b', at(6), { flow: 'after-sale' })
  set('c', at(7), { contactId: other })
  expect(cancelTimers(db, contactId, 'after-sale', 'r')).toBe(1)
  expect(timersOf(db, contactId).map(({ id }) => id)).toEqual(['a'])
  expect(cancelTimers(db, contactId, null, 'r')).toBe(1)
  expect(cancelTimers(db, contactId, null, 'r')).toBe(0)
  expect(timersOf(db, other).map(({ id }) => id)).toEqual(['c'])
})

test('cancelling everything leaves what belongs to no flow', () => {
  const { db, contactId, set } = setUp()
  set('erase', at(5), { flow: '' })
  set('a', at(6))
  expect(cancelTimers(db, contactId, null, 'opted out')).toBe(1)
  expect(timersOf(db, contactId).map(({ id }) => id)).toEqual(['erase'])
})

test('what was held back for one reason alone is due when that reason ends', () => {
  const { db, set } = setUp()
  set('silent', at(90), { held: 'held.silence' })
  set('person', at(90), { held: 'held.person' })
  set('plain', at(90))
  releaseHeld(db, 'held.silence', at(5))
  expect(dueTimers(db, at(5), 10)).toMatchObject([{ id: 'silent', held: null }])
})

function setUp() {
  const db = temporaryDatabase()
  const contactId: ContactId = newContact(db)
  const timer = { contactId, lineId: LINE, name: 'reminder', flow: 'silence', step: 'nudge' }
  const set = (id: string, dueAt: Iso, change: Partial<NewTimer> = {}) =>
    setTimer(db, { ...timer, held: null, ...change, id, dueAt }, at(0))
  return { db, contactId, set }
}
