import { expect, test } from 'vitest'
import type { ContactId } from '../../src/core/types.js'
import {
  cancelAllQueued,
  cancelQueued,
  enqueue,
  findByMessageId,
  markFailed,
  markReceipt,
  markSending,
  markSent,
  markUnknown,
  type NewOutbox,
  nextDeliverable,
  proactiveCounts,
  requeue,
  unfinishedChats,
} from '../../src/store/outbox.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { at, id, LINE, newContact, PHONE, temporaryDatabase } from './_fixture.js'

test('hands out what was queued, whole and in order, one after the other', () => {
  const { db, contactId, say } = setUp()
  const first = say('m1', {
    message: { kind: 'options', text: 'a', options: [{ id: '1', label: 'Sí' }] },
    replyTo: id('q'),
  })
  const second = say('m2')
  expect(nextDeliverable(db, contactId, LINE)).toEqual({
    id: first,
    lineId: LINE,
    contactId,
    chat: PHONE,
    messageId: 'm1',
    message: { kind: 'options', text: 'a', options: [{ id: '1', label: 'Sí' }] },
    replyTo: 'q',
    occasion: 'reply',
    status: 'queued',
    reason: null,
    attempts: 0,
    notBefore: null,
    at: at(1),
  })
  expect(markSending(db, first, at(2))).toBe(true)
  expect(nextDeliverable(db, contactId, LINE)).toMatchObject({ id: first, status: 'sending' })
  markSent(db, first, at(3))
  expect(nextDeliverable(db, contactId, LINE)?.id).toBe(second)
  markSending(db, second, at(4))
  markSent(db, second, at(4))
  expect(nextDeliverable(db, contactId, LINE)).toBe(null)
  expect(findByMessageId(db, id('m1'))).toMatchObject({ status: 'acknowledged', attempts: 1 })
})

test('a later message does not overtake one that is held back', () => {
  const { db, contactId, say } = setUp()
  const first = say('m1')
  say('m2')
  markSending(db, first, at(2))
  requeue(db, first, at(30), at(3))
  expect(nextDeliverable(db, contactId, LINE)).toMatchObject({
    id: first,
    status: 'queued',
    notBefore: at(30),
    attempts: 1,
  })
})

test('one that failed or is unknown lets the next one pass', () => {
  const { db, contactId, say } = setUp()
  const [first, second, third] = [say('m1'), say('m2'), say('m3')]
  markFailed(db, first, 'refused', at(2))
  markUnknown(db, second, 'cut', at(2))
  expect(nextDeliverable(db, contactId, LINE)?.id).toBe(third)
  expect(findByMessageId(db, id('m1'))).toMatchObject({ status: 'failed', reason: 'refused' })
  expect(findByMessageId(db, id('m2'))).toMatchObject({ status: 'unknown', reason: 'cut' })
})

test('receipts settle what was unknown and never lead back', () => {
  const { db, say } = setUp()
  const first = say('m1')
  markSending(db, first, at(2))
  markUnknown(db, first, 'cut', at(2))
  markReceipt(db, id('m1'), 'read', at(3))
  markReceipt(db, id('m1'), 'delivered', at(4))
  markSent(db, first, at(5))
  markFailed(db, first, 'late', at(6))
  expect(findByMessageId(db, id('m1'))).toMatchObject({ status: 'read', reason: null })
  expect(findByMessageId(db, id('m9'))).toBe(null)
})

test('what was cancelled is not sent, even by who already holds it', () => {
  const { db, contactId, say } = setUp()
  const first = say('m1')
  expect(cancelQueued(db, contactId, LINE, 'all', 'overtaken', at(2))).toBe(1)
  expect(markSending(db, first, at(3))).toBe(false)
  expect(findByMessageId(db, id('m1'))).toMatchObject({ status: 'cancelled', reason: 'overtaken' })
})

test('cancels only what was meant: never a notice, never what is on its way', () => {
  const { db, contactId, say } = setUp()
  markSending(db, say('sending'), at(2))
  say('reply')
  say('proactive', { occasion: 'proactive' })
  say('notice', { occasion: 'notice' })
  expect(cancelQueued(db, contactId, LINE, 'proactive', 'r', at(3))).toBe(1)
  expect(statuses(db, ['sending', 'reply', 'proactive', 'notice'])).toEqual([
    'sending',
    'queued',
    'cancelled',
    'queued',
  ])
  expect(cancelQueued(db, contactId, LINE, 'all', 'r', at(4))).toBe(1)
  expect(statuses(db, ['sending', 'reply', 'notice'])).toEqual(['sending', 'cancelled', 'queued'])
})

test('after a restart finds every chat with something left, the longest waiting first', () => {
  const { db, contactId, say } = setUp()
  const other = newContact(db, '+573009998877')
  markSending(db, say('m1'), at(2))
  say('a1', { contactId: other })
  say('m2')
  expect(unfinishedChats(db)).toEqual([
    { contactId, lineId: LINE },
    { contactId: other, lineId: LINE },
  ])
})

test('refuses a second message under the same id', () => {
  const { say } = setUp()
  say('m1')
  expect(() => say('m1')).toThrow('UNIQUE')
})

test('counts occasions, not messages: those of one turn are one', () => {
  const { db, contactId, say } = setUp()
  const proactive = { occasion: 'proactive' } as const
  say('m1', { ...proactive, at: at(1) })
  say('m2', { ...proactive, at: at(1) })
  say('m3', { ...proactive, at: at(20) })
  say('m4', { ...proactive, at: at(30) })
  say('m5', { at: at(30) })
  markFailed(db, say('m6', { ...proactive, at: at(31) }), 'refused', at(31))
  say('m7', { ...proactive, at: at(32), contactId: newContact(db, '+573009998877') })
  expect(proactiveCounts(db, contactId, at(15), at(0))).toEqual({ day: 2, week: 3 })
  expect(proactiveCounts(db, contactId, at(30), at(2))).toEqual({ day: 1, week: 2 })
  cancelQueued(db, contactId, LINE, 'proactive', 'r', at(33))
  expect(proactiveCounts(db, contactId, at(15), at(0))).toEqual({ day: 0, week: 0 })
})

test('silence everywhere takes back what the bot would say, and nothing that a person says', () => {
  const { db, say } = setUp()
  const other = newContact(db, '+573009998877')
  say('reply')
  say('unasked', { occasion: 'proactive', contactId: other })
  say('relayed', { occasion: 'person' })
  say('card', { occasion: 'notice' })
  const all = ['reply', 'unasked', 'relayed', 'card']
  cancelAllQueued(db, 'held.silence', at(2))
  expect(statuses(db, all)).toEqual(['cancelled', 'cancelled', 'queued', 'queued'])
})

test('a person who takes over drops no words of a person', () => {
  const { db, contactId, say } = setUp()
  say('reply')
  say('relayed', { occasion: 'person' })
  expect(cancelQueued(db, contactId, LINE, 'all', 'held.person', at(2))).toBe(1)
  expect(statuses(db, ['reply', 'relayed'])).toEqual(['cancelled', 'queued'])
})

function setUp() {
  const db = temporaryDatabase()
  const contactId: ContactId = newContact(db)
  const say = (messageId: string, change: Partial<NewOutbox> = {}) =>
    enqueue(db, {
      lineId: LINE,
      contactId,
      chat: PHONE,
      messageId: id(messageId),
      message: { kind: 'text', text: messageId },
      replyTo: null,
      occasion: 'reply',
      notBefore: null,
      at: at(1),
      ...change,
    })
  return { db, contactId, say }
}

function statuses(db: Database, ids: readonly string[]) {
  return ids.map((messageId) => findByMessageId(db, id(messageId))?.status)
}
