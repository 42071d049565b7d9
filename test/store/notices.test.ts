import { expect, test } from 'vitest'
import type { InquiryId } from '../../src/core/types.js'
import {
  addNotice,
  cardHolders,
  dropNotice,
  lastCardOf,
  lastNewsOf,
  latestAlert,
  markNoticeSent,
  type NewNotice,
  noticeById,
  noticeByMessageId,
  waitingNotices,
} from '../../src/store/notices.js'
import { enqueue } from '../../src/store/outbox.js'
import { at, id, LINE, newContact, temporaryDatabase } from './_fixture.js'

test('news waits until somebody can be told, and a quote of it says whom it is about', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const owner = newContact(db, '+573000000001')
  const card: NewNotice = {
    lineId: LINE,
    contactId,
    inquiryId: `${contactId}.1` as InquiryId,
    notice: { kind: 'card' },
    forStaff: null,
    at: at(1),
  }
  const first = addNotice(db, card)
  const second = addNotice(db, { ...card, notice: { kind: 'complaint', said: 'mal' } })
  expect(waitingNotices(db, LINE).map(({ id }) => id)).toEqual([first, second])
  const outboxId = enqueue(db, {
    lineId: LINE,
    contactId: owner,
    chat: '+573000000001',
    messageId: id('card-1'),
    message: { kind: 'text', text: 'card' },
    replyTo: null,
    occasion: 'notice',
    notBefore: null,
    at: at(2),
  })
  markNoticeSent(db, first, { forStaff: owner, outboxId })
  expect(waitingNotices(db, LINE)).toMatchObject([
    { id: second, notice: { kind: 'complaint', said: 'mal' } },
  ])
  expect(noticeByMessageId(db, id('card-1'))).toEqual({
    ...card,
    id: first,
    forStaff: owner,
    status: 'sent',
    outboxId,
  })
  expect(noticeByMessageId(db, id('other'))).toBe(null)
  expect(cardHolders(db, contactId)).toEqual([owner])
  expect(lastCardOf(db, owner)).toBe(contactId)
  expect(lastNewsOf(db, owner)).toBe(contactId)
  expect(lastNewsOf(db, contactId)).toBe(null)
  expect(cardHolders(db, owner)).toEqual([])
  expect(lastCardOf(db, contactId)).toBe(null)
})

test('an alert is found again with the message that it became', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const owner = newContact(db, '+573000000001')
  const told = (notice: NewNotice['notice'], messageId: string): number => {
    const inquiryId = `${contactId}.1` as InquiryId
    const entry = { lineId: LINE, contactId, inquiryId, forStaff: owner, at: at(1) }
    const noticeId = addNotice(db, { ...entry, notice })
    const outboxId = enqueue(db, {
      lineId: LINE,
      contactId: owner,
      chat: '+573000000001',
      messageId: id(messageId),
      message: { kind: 'text', text: messageId },
      replyTo: null,
      occasion: 'notice',
      notBefore: null,
      at: at(1),
    })
    markNoticeSent(db, noticeId, { forStaff: owner, outboxId })
    return noticeId
  }
  expect(latestAlert(db, contactId)).toBe(null)
  const card = told({ kind: 'card' }, 'card-1')
  told({ kind: 'reminder', of: { kind: 'card' } }, 'reminder-1')
  expect(noticeById(db, card)).toMatchObject({ id: card, messageId: id('card-1') })
  expect(latestAlert(db, contactId)).toMatchObject({ id: card })
  const complaint = told({ kind: 'complaint', said: 'mal' }, 'complaint-1')
  expect(latestAlert(db, contactId)).toMatchObject({ id: complaint })
  const waiting = addNotice(db, {
    lineId: LINE,
    contactId,
    inquiryId: null,
    notice: { kind: 'asked_person' },
    forStaff: null,
    at: at(3),
  })
  expect(noticeById(db, waiting)?.messageId).toBe(null)
  expect(latestAlert(db, contactId)).toMatchObject({ id: complaint })
  dropNotice(db, waiting)
  expect(waitingNotices(db, LINE)).toEqual([])
  expect(noticeById(db, 99)).toBe(null)
})
