import { expect, test } from 'vitest'
import type { LineId } from '../../src/core/types.js'
import {
  countAttempt,
  failParts,
  finishParts,
  pendingChats,
  pendingParts,
  storeInbound,
} from '../../src/store/inbox.js'
import { at, id, inbound, LINE, temporaryDatabase } from './_fixture.js'

const OTHER = '+573009998877'
const fromOther = { chat: OTHER, identities: [{ kind: 'phone', value: OTHER }] } as const

test('stores a message once: the same one again is not fresh', () => {
  const db = temporaryDatabase()
  const first = storeInbound(db, inbound('m1'), at(0))
  expect(first).toMatchObject({ fresh: true, merged: [] })
  const second = storeInbound(db, inbound('m1'), at(1))
  expect(second).toEqual({ ...first, fresh: false })
  expect(pendingParts(db, first.contactId, LINE)).toHaveLength(1)
})

test('the same id in another chat, on another line or from the other side is another message', () => {
  const db = temporaryDatabase()
  storeInbound(db, inbound('m1'), at(0))
  expect(storeInbound(db, inbound('m1', fromOther), at(0)).fresh).toBe(true)
  expect(storeInbound(db, inbound('m1', { lineId: 'two' as LineId }), at(0)).fresh).toBe(true)
  expect(storeInbound(db, inbound('m1', { author: 'business' }), at(0)).fresh).toBe(true)
})

test('gives back what came in, whole and in order of arrival', () => {
  const db = temporaryDatabase()
  const referral = { sourceType: 'ad', sourceId: '7', clickId: null, headline: 'Dotación' }
  const late = inbound('m1', { sentAt: at(5), referral })
  const { contactId } = storeInbound(db, late, at(6))
  storeInbound(db, inbound('m2', { author: 'business', sentAt: at(4), replyTo: id('m1') }), at(7))
  const [first, second] = pendingParts(db, contactId, LINE)
  expect(first).toEqual({
    rowId: 1,
    id: 'm1',
    at: at(5),
    receivedAt: at(6),
    chat: late.chat,
    author: 'contact',
    content: late.content,
    replyTo: null,
    profileName: 'Camila',
    referral,
    attempts: 0,
  })
  expect(second).toMatchObject({ id: 'm2', author: 'business', replyTo: 'm1', profileName: null })
})

test('what is finished or failed no longer waits, the rest does', () => {
  const db = temporaryDatabase()
  const { contactId } = storeInbound(db, inbound('m1'), at(0))
  for (const name of ['m2', 'm3']) storeInbound(db, inbound(name), at(0))
  const rowIds = pendingParts(db, contactId, LINE).map(({ rowId }) => rowId)
  finishParts(db, rowIds.slice(0, 1), at(1))
  failParts(db, rowIds.slice(1, 2), 'poison', at(1))
  expect(pendingParts(db, contactId, LINE).map((part) => part.id)).toEqual(['m3'])
})

test('counts the turns that a message did not survive', () => {
  const db = temporaryDatabase()
  const { contactId } = storeInbound(db, inbound('m1'), at(0))
  countAttempt(db, [1])
  countAttempt(db, [1])
  expect(pendingParts(db, contactId, LINE)[0]?.attempts).toBe(2)
})

test('lists every chat with something pending once, the longest waiting first', () => {
  const db = temporaryDatabase()
  const other = storeInbound(db, inbound('a1', fromOther), at(0)).contactId
  const first = storeInbound(db, inbound('m1'), at(1)).contactId
  storeInbound(db, inbound('m2'), at(2))
  expect(pendingChats(db)).toEqual([
    { contactId: other, lineId: LINE },
    { contactId: first, lineId: LINE },
  ])
  finishParts(db, [1], at(3))
  expect(pendingChats(db)).toEqual([{ contactId: first, lineId: LINE }])
})
