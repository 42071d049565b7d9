import { expect, test } from 'vitest'
import type { MessageId } from '../../src/core/types.js'
import { ANA, column, createWire, DELIVERED, inbound, openApp, send } from './_house.js'

const STATES = 'select status from outbox order by id'

test('what the other phone reports moves a message on, and never back', async () => {
  const wire = createWire(() => DELIVERED)
  const app = openApp({ channel: wire })
  await app.turns.receive(inbound(ANA, 'hola', 'm1'))
  await app.settle()
  expect(column(app, STATES)).toEqual(['acknowledged'])
  const id = wire.got[0]?.messageId ?? ('' as MessageId)
  await app.turns.receipt(wire.lineId, id, 'read')
  await app.turns.receipt(wire.lineId, id, 'delivered')
  await app.turns.receipt(wire.lineId, 'nobody' as MessageId, 'read')
  expect(column(app, STATES)).toEqual(['read'])
})

test('a simulated phone reports by itself, and again when somebody looks at it', async () => {
  const app = openApp()
  await send(app, { from: ANA, text: 'hola' })
  await app.settle()
  expect(column(app, STATES)).toEqual(['delivered'])
  await app.simulator?.personReads({ from: ANA })
  expect(column(app, STATES)).toEqual(['read'])
})

test('what a turn took in is shown as read, except while a person answers in that chat', async () => {
  const wire = createWire(() => DELIVERED)
  const app = openApp({ channel: wire })
  await app.turns.receive(inbound(ANA, 'hola', 'm1'))
  await app.turns.receive(inbound(ANA, 'necesito 20 uniformes', 'm2'))
  await app.settle()
  expect(wire.shown.flatMap(({ messages }) => messages)).toEqual(['m1', 'm2'])
  await app.turns.receive({ ...inbound(ANA, 'Ya la atiendo', 'h1'), author: 'business' })
  await app.settle()
  await app.turns.receive(inbound(ANA, 'gracias', 'm3'))
  await app.settle()
  expect(wire.shown.flatMap(({ messages }) => messages)).toEqual(['m1', 'm2'])
})
