import { expect, test } from 'vitest'
import { saveCase } from '../../src/store/cases.js'
import { keepHouse, readHouse } from '../../src/store/house.js'
import type { InboxPart } from '../../src/store/inbox.js'
import { finishParts, pendingParts, storeInbound } from '../../src/store/inbox.js'
import { deliverables, enqueue, markReceipt, markSending, requeue } from '../../src/store/outbox.js'
import { createRecent } from '../../src/store/recent.js'
import { createWaiting } from '../../src/store/waiting.js'
import { at, caseOf, id, inbound, LINE, PHONE, temporaryDatabase } from './_fixture.js'
import { expectMemoryAsStored } from './_memory.js'

const SILENCE = { silence: null, facts: 'as taught' }

test('remembers nothing of a job that was undone', async () => {
  const db = temporaryDatabase()
  const { contactId } = await db.write(() => storeInbound(db, inbound('m1'), at(0)))
  const broken = db.write(() => {
    const before = caseOf(db, contactId)
    saveCase(db, before, { ...before, dialogue: { ...before.dialogue, questions: 3 } }, at(1))
    finishParts(db, [1], at(1))
    keepHouse(db, SILENCE)
    throw new Error('a bug')
  })
  await expect(broken).rejects.toThrow('a bug')
  expect(caseOf(db, contactId)).toMatchObject({ version: 0, dialogue: { questions: 0 } })
  expect(pendingParts(db, contactId, LINE)).toHaveLength(1)
  expect(readHouse(db).facts).toBe('')
})

test('keeps what the other jobs of the same commit did', async () => {
  const db = temporaryDatabase()
  const { contactId } = await db.write(() => storeInbound(db, inbound('m1'), at(0)))
  const broken = db.write(() => {
    throw new Error('a bug')
  })
  const kept = db.write(() => storeInbound(db, inbound('m2'), at(1)))
  await Promise.allSettled([broken, kept])
  expect(pendingParts(db, contactId, LINE).map((part) => part.id)).toEqual(['m1', 'm2'])
  expectMemoryAsStored(db)
})

test('a message counts once, whatever its fate', async () => {
  const db = temporaryDatabase()
  const { contactId } = await db.write(() => storeInbound(db, inbound('m1'), at(0)))
  const entry = {
    lineId: LINE,
    contactId,
    chat: PHONE,
    message: { kind: 'text', text: 'Hola' },
    replyTo: null,
    occasion: 'reply',
    notBefore: null,
    at: at(1),
  } as const
  const first = enqueue(db, { ...entry, messageId: id('r1') })
  const second = enqueue(db, { ...entry, messageId: id('r2') })
  expect(deliverables(db, contactId, LINE).map((one) => one.id)).toEqual([first, second])
  markSending(db, first, at(2))
  expect(deliverables(db, contactId, LINE)[0]).toMatchObject({ status: 'sending', attempts: 1 })
  requeue(db, first, at(9), at(3))
  expect(deliverables(db, contactId, LINE)[0]).toMatchObject({ status: 'queued', notBefore: at(9) })
  markSending(db, first, at(9))
  markReceipt(db, id('r1'), 'delivered', at(10))
  expect(deliverables(db, contactId, LINE).map((one) => one.id)).toEqual([second])
  expectMemoryAsStored(db)
})

test('a new way to reach somebody shows at once', async () => {
  const db = temporaryDatabase()
  const lid = { kind: 'lid', value: '7@lid' } as const
  const hidden = inbound('m1', { identities: [lid] })
  const { contactId } = await db.write(() => storeInbound(db, hidden, at(0)))
  const before = caseOf(db, contactId)
  await db.write(() =>
    saveCase(db, before, { ...before, dialogue: { ...before.dialogue, questions: 1 } }, at(1)),
  )
  const both = inbound('m2', { identities: [lid, { kind: 'phone', value: PHONE }] })
  await db.write(() => storeInbound(db, both, at(2)))
  expect(caseOf(db, contactId).contact.phone).toBe(PHONE)
})

test('the chat looked up longest ago makes room, with all its rows', () => {
  const waiting = createWaiting<Pick<InboxPart, 'rowId'>>(2, ({ rowId }) => rowId)
  waiting.keep('a', [{ rowId: 1 }])
  waiting.keep('b', [{ rowId: 2 }])
  waiting.keep('c', [])
  waiting.change(1, () => null)
  waiting.add('a', { rowId: 4 })
  expect([waiting.of('a'), waiting.of('b'), waiting.of('c')]).toEqual([
    undefined,
    [{ rowId: 2 }],
    [],
  ])
})

test('a size of nothing remembers nothing', () => {
  const recent = createRecent<string, number>(0)
  const waiting = createWaiting<{ readonly id: number }>(0, (row) => row.id)
  recent.set('a', 1)
  waiting.keep('a', [{ id: 1 }])
  expect([recent.get('a'), waiting.of('a')]).toEqual([undefined, undefined])
})
