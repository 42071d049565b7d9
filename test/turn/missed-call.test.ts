import { expect, test } from 'vitest'
import type { Inbound } from '../../src/core/types.js'
import { ANA, createHouse, inbound, OWNER, phone, viewOf, writes } from './_house.js'

const CALL: Inbound = { ...inbound(ANA, '', 'c1'), content: { kind: 'call', missed: true } }
const OWED = 'nadie contestó y todavía nadie le devuelve la llamada'

test('a call that nobody took is spoken of again in working hours until somebody called back', async () => {
  const house = createHouse()
  const first = house.open()
  await writes(first, OWNER, 'hola')
  await writes(first, ANA, 'hola, soy Ana, necesito 20 camisetas polo')
  const before = phone(first, ANA).length
  await first.turns.receive(CALL)
  await first.settle()
  expect(phone(first, ANA).slice(before).join()).toContain('Vi la llamada perdida')
  expect(phone(first, OWNER).at(-1)).toContain('nadie contestó')
  await first.close()

  const app = house.open()
  const owed = (): number => phone(app, OWNER).filter((text) => text.includes(OWED)).length
  await app.advance('PT50M')
  expect(owed()).toBe(0)
  await app.advance('PT1H')
  expect(owed()).toBe(1)
  expect(phone(app, OWNER).findLast((text) => text.includes(OWED))).toContain(ANA)
  await app.advance('P1D')
  expect(owed()).toBe(2)
  // A second call in between adds no second reminder.
  await app.turns.receive({ ...CALL, messageId: 'c2' as never, sentAt: app.clock.iso() })
  await app.settle()
  await writes(app, OWNER, 'llamé a ana, le interesa para mayo')
  expect(viewOf(app).touches).toHaveLength(1)
  await app.advance('P3D')
  expect(owed()).toBe(2)
  await writes(app, OWNER, 'deshacer')
  // Sunday is no day for calls.
  await app.advance('P2D')
  expect(owed()).toBe(3)
  await writes(app, OWNER, 'soltar ana')
  await app.advance('P3D')
  expect(owed()).toBe(3)
})
