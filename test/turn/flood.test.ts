import { expect, test } from 'vitest'
import { ANA, count, createHouse, inbound, LUIS, OWNER, phone, writes } from './_house.js'

const ADAPTIVE_LIKE = { settle: { kind: 'fixed', ms: 200 } } as const

test('five hundred messages of one person are kept, are one turn without an answer, and delay nobody', async () => {
  const house = createHouse()
  const app = house.open({ config: ADAPTIVE_LIKE })
  await writes(app, OWNER, 'hola')
  const rows = count(app, 'from outbox')
  const order = 'necesito 20 camisetas polo para el 15 de abril, tengo un millón'
  for (let n = 0; n < 250; n += 1) await app.turns.receive(inbound(ANA, `${order} ${n}`, `a${n}`))
  await app.turns.receive(inbound(LUIS, 'hola, necesito 12 delantales', 'l1'))
  for (let n = 250; n < 500; n += 1) await app.turns.receive(inbound(ANA, `${order} ${n}`, `a${n}`))
  await app.settle()
  expect(count(app, "from inbox where message_id like 'a%' and status = 'done'")).toBe(500)
  expect(phone(app, ANA)).toEqual([])
  expect(phone(app, LUIS)).toHaveLength(1)
  const told = phone(app, OWNER).filter((text) => text.includes('500 mensajes en un minuto'))
  expect(told).toHaveLength(1)
  expect(count(app, 'from outbox')).toBeLessThanOrEqual(rows + 4)
  // It goes on in the next burst, and after a restart: nothing is said and nobody told again.
  await app.close()
  const again = house.open({ config: ADAPTIVE_LIKE })
  for (let n = 500; n < 600; n += 1) await again.turns.receive(inbound(ANA, `hola ${n}`, `a${n}`))
  await again.settle()
  expect(phone(again, ANA)).toEqual([])
  expect(phone(again, OWNER).filter((text) => text.includes('en un minuto'))).toHaveLength(1)
})
