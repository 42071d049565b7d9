import { expect, test } from 'vitest'
import type { InquiryId } from '../../src/core/types.js'
import {
  addNotice,
  cardHolders,
  lastCardOf,
  lastNewsOf,
  markNoticeSent,
  type NewNotice,
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
