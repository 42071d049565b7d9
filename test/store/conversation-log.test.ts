import { expect, test } from 'vitest'
import type { Content, LineId } from '../../src/core/types.js'
import { conversationLog, recentTexts } from '../../src/store/conversation-log.js'
import { finishParts, pendingParts, storeInbound } from '../../src/store/inbox.js'
import { enqueue } from '../../src/store/outbox.js'
import { at, id, inbound, LINE, PHONE, temporaryDatabase } from './_fixture.js'

const ad = { sourceType: 'ad', sourceId: null, clickId: null, headline: 'Dotación' }

test('shows both directions in order, the newest when there are too many', () => {
  const db = temporaryDatabase()
  const { contactId } = storeInbound(db, inbound('m1', { referral: ad }), at(1))
  const reply = { lineId: LINE, contactId, chat: PHONE, replyTo: id('m1'), notBefore: null }
  const text = { kind: 'text', text: 'Buenas' } as const
  enqueue(db, { ...reply, messageId: id('r1'), message: text, occasion: 'reply', at: at(1) })
  storeInbound(db, inbound('m2', { author: 'business' }), at(2))
  storeInbound(db, inbound('m3', { lineId: 'two' as LineId }), at(3))
  const log = conversationLog(db, contactId, LINE, 10)
  expect(log).toEqual([
    {
      kind: 'in',
      id: 'm1',
      content: { kind: 'text', text: 'text of m1' },
      referral: ad,
      taken: false,
      replyTo: null,
      at: at(1),
    },
    { kind: 'out', id: 'r1', message: text, status: 'queued', replyTo: id('m1'), at: at(1) },
    {
      kind: 'human',
      id: 'm2',
      content: { kind: 'text', text: 'text of m2' },
      referral: null,
      taken: false,
      replyTo: null,
      at: at(2),
    },
  ])
  expect(conversationLog(db, contactId, LINE, 2)).toEqual(log.slice(1))
})

test('knows what its turn took in', () => {
  const db = temporaryDatabase()
  const { contactId } = storeInbound(db, inbound('m1'), at(1))
  const [first] = pendingParts(db, contactId, LINE)
  finishParts(db, [first?.rowId ?? 0], at(2))
  storeInbound(db, inbound('m2'), at(3))
  const taken = conversationLog(db, contactId, LINE, 10).map(
    (one) => one.kind === 'in' && one.taken,
  )
  expect(taken).toEqual([true, false])
})

test('recalls what the person said in words, and nothing the business said', () => {
  const db = temporaryDatabase()
  const said: readonly Content[] = [
    { kind: 'text', text: 'one' },
    { kind: 'reaction', emoji: '👍', to: id('x') },
    { kind: 'choice', option: '2', label: 'two' },
    { kind: 'audio', seconds: 9, transcript: 'three' },
    { kind: 'image', caption: null },
  ]
  let contactId = storeInbound(db, inbound('h', { author: 'business' }), at(0)).contactId
  for (const [n, content] of said.entries()) {
    contactId = storeInbound(db, inbound(`m${n}`, { content, sentAt: at(n) }), at(n)).contactId
  }
  expect(recentTexts(db, contactId, 10)).toEqual([
    { text: 'one', at: at(0), voiced: false },
    { text: 'two', at: at(2), voiced: false },
    { text: 'three', at: at(3), voiced: true },
  ])
  expect(recentTexts(db, contactId, 2).map(({ text }) => text)).toEqual(['three'])
})
