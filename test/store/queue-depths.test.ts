import { expect, test } from 'vitest'
import { finishParts, storeInbound } from '../../src/store/inbox.js'
import { enqueue, markSending, markSent } from '../../src/store/outbox.js'
import { queueDepths } from '../../src/store/queue-depths.js'
import { finishTimer, setTimer } from '../../src/store/timers.js'
import { at, id, inbound, LINE, PHONE, temporaryDatabase } from './_fixture.js'

test('counts what waits in each queue, and nothing that is over', () => {
  const db = temporaryDatabase()
  const { contactId } = storeInbound(db, inbound('m1'), at(0))
  storeInbound(db, inbound('m2'), at(0))
  finishParts(db, [1], at(1))
  const key = { lineId: LINE, contactId, chat: PHONE, replyTo: null, notBefore: null, at: at(1) }
  const message = { kind: 'text', text: 'a' } as const
  const [first, second] = ['r1', 'r2', 'r3'].map((name) =>
    enqueue(db, { ...key, messageId: id(name), message, occasion: 'reply' }),
  )
  markSent(db, first ?? 0, at(2))
  markSending(db, second ?? 0, at(2))
  const timer = { contactId, lineId: LINE, name: 'n', flow: 'f', step: 's', held: null }
  for (const name of ['t1', 't2', 't3', 't4'])
    setTimer(db, { ...timer, id: name, dueAt: at(9) }, at(1))
  finishTimer(db, 't1', 'fired', null)
  expect(queueDepths(db)).toEqual({ inbox: 1, outbox: 2, timers: 3 })
})
