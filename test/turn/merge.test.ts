import { expect, test, vi } from 'vitest'
import { SIMULATOR } from '../../src/app/lines.js'
import type { Sent } from '../../src/channels/channel.js'
import type { Identity } from '../../src/core/types.js'
import { ANA, column, count, createHouse, createWire, DELIVERED, inbound, texts } from './_house.js'

const HIDDEN: Identity = { kind: 'lid', value: '77' }
const OPEN: Identity = { kind: 'phone', value: ANA }

function hidden(text: string, id: string) {
  return { ...inbound('77@lid', text, id), identities: [HIDDEN] }
}

/** A line that lets go of its messages only when it is told to. */
function slowWire() {
  const waiting: (() => void)[] = []
  const wire = createWire(
    () => new Promise<Sent>((resolve) => waiting.push(() => resolve(DELIVERED))),
  )
  return { wire, waiting }
}

test('two who turn out to be one go on as one, in the middle of being answered', async () => {
  const { wire, waiting } = slowWire()
  const app = createHouse().open({ channel: wire })
  await app.turns.receive(hidden('hola, necesito 20 camisetas polo', 'm1'))
  await vi.waitFor(() => expect(waiting).toHaveLength(1), { timeout: 15_000 })
  await app.turns.receive(inbound(ANA, 'hola', 'm2'))
  await vi.waitFor(() => expect(waiting).toHaveLength(2), { timeout: 15_000 })
  await app.turns.identities(SIMULATOR, [HIDDEN, OPEN])
  expect(count(app, 'from contacts')).toBe(1)
  await app.turns.receive(inbound(ANA, 'para el viernes', 'm3'))
  const settled = app.settle()
  await vi.waitFor(
    () => {
      for (const go of waiting.splice(0)) go()
      expect(column(app, "select 1 from outbox where status <> 'acknowledged'")).toEqual([])
      expect(texts(wire).length).toBeGreaterThan(2)
    },
    { timeout: 15_000 },
  )
  await settled
  // Nothing was handed over twice, and nothing is left.
  expect(new Set(wire.got.map(({ messageId }) => messageId)).size).toBe(wire.got.length)
  expect(column(app, 'select status from inbox')).toEqual(['done', 'done', 'done'])
  expect(count(app, "from slots where name = 'quantity'")).toBe(1)
})

test('what was received and not yet taken is taken as one turn of the one person', async () => {
  const app = createHouse().open({
    channel: createWire(() => DELIVERED),
    config: { settle: { kind: 'fixed', ms: 60_000 } },
  })
  await app.turns.receive(hidden('hola', 'm1'))
  await app.turns.receive(inbound(ANA, 'necesito 20 camisetas polo', 'm2'))
  await app.turns.receive({ ...hidden('para el viernes', 'm3'), identities: [HIDDEN, OPEN] })
  await app.settle()
  expect(count(app, 'from contacts')).toBe(1)
  expect(column(app, 'select distinct turn_at is not null from inbox')).toEqual([1])
  expect(count(app, 'from outbox')).toBe(1)
})
