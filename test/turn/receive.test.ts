import { describe, expect, test, vi } from 'vitest'
import {
  ANA,
  column,
  count,
  createHouse,
  inbound,
  LUIS,
  openApp,
  phone,
  send,
  viewOf,
  writes,
} from './_house.js'

const PATIENT = { settle: { kind: 'fixed', ms: 60_000 } } as const

describe('a message', () => {
  test('is stored before it is acknowledged, and answered once after a restart', async () => {
    const house = createHouse()
    const app = house.open({ config: PATIENT })
    await app.turns.receive(inbound(ANA, 'necesito 20 camisetas polo', 'm1'))
    expect(column(app, 'select status from inbox')).toEqual(['pending'])
    await app.close()

    const again = house.open()
    await again.settle()
    expect(phone(again, ANA)).toHaveLength(1)
    expect(phone(again, ANA)[0]).toContain('$840.000')
    await again.close()

    const third = house.open()
    await third.settle()
    expect(phone(third, ANA)).toHaveLength(1)
    expect(column(third, 'select status from inbox')).toEqual(['done'])
  })

  test('of many people waiting at once is answered to each after a restart', async () => {
    const house = createHouse()
    const app = house.open({ config: PATIENT })
    const people = Array.from({ length: 12 }, (_, index) => `+5730055502${10 + index}`)
    await Promise.all(people.map((from) => send(app, { from, text: 'hola' })))
    await app.close()
    const again = house.open()
    await again.settle()
    for (const from of people) expect(phone(again, from)).toHaveLength(1)
  })

  test('three times under one id is one message and one answer', async () => {
    const app = openApp()
    await send(app, { from: ANA, text: 'hola', id: 'x1' })
    await app.settle()
    await send(app, { from: ANA, text: 'hola', id: 'x1' })
    await app.settle()
    await send(app, { from: ANA, text: 'hola', id: 'x1' })
    await app.settle()
    expect(count(app, 'from inbox')).toBe(1)
    expect(phone(app, ANA)).toHaveLength(1)
  })

  test('three times at once under one id is one message and one answer', async () => {
    const app = openApp()
    const message = inbound(ANA, 'hola', 'x1')
    await Promise.all([1, 2, 3].map(() => app.turns.receive(message)))
    await app.settle()
    expect(count(app, 'from inbox')).toBe(1)
    expect(phone(app, ANA)).toHaveLength(1)
  })

  test('again after a restart is still the same message', async () => {
    const house = createHouse()
    const app = house.open()
    await send(app, { from: ANA, text: 'hola', id: 'x1' })
    await app.settle()
    await app.close()
    const again = house.open()
    await send(again, { from: ANA, text: 'hola', id: 'x1' })
    await again.settle()
    expect(phone(again, ANA)).toHaveLength(1)
  })

  test('the same id from two people is two messages', async () => {
    const app = openApp()
    await send(app, { from: ANA, text: 'hola', id: 'x1' })
    await send(app, { from: LUIS, text: 'hola', id: 'x1' })
    await app.settle()
    expect([phone(app, ANA).length, phone(app, LUIS).length]).toEqual([1, 1])
  })
})

describe('a burst', () => {
  const texts = ['hola', 'soy Ana', 'necesito 20 camisetas polo'] as const

  test('is one turn with one answer', async () => {
    const app = openApp({ config: PATIENT })
    for (const text of texts) await send(app, { from: ANA, text })
    expect(phone(app, ANA)).toEqual([])
    await app.settle()
    expect(phone(app, ANA)).toHaveLength(1)
    expect(phone(app, ANA)[0]).toContain('Ana. Soy el asistente')
    expect(phone(app, ANA)[0]).toContain('$840.000')
  })

  test('ends by itself when nothing more comes', async () => {
    const app = openApp({ config: { settle: { kind: 'fixed', ms: 50 } } })
    await send(app, { from: ANA, text: 'hola' })
    await vi.waitFor(() => expect(phone(app, ANA)).toHaveLength(1), { timeout: 10_000 })
  })

  test('goes on while they type', async () => {
    const app = openApp({ config: { settle: { kind: 'fixed', ms: 50 } } })
    await send(app, { from: ANA, text: 'hola' })
    app.simulator?.personTypes({ from: ANA })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(phone(app, ANA)).toEqual([])
    await send(app, { from: ANA, text: 'necesito 20 camisetas polo' })
    await app.settle()
    expect(phone(app, ANA)).toHaveLength(1)
  })

  test('without a wait every message is a turn of its own', async () => {
    const app = openApp()
    for (const text of texts) await writes(app, ANA, text)
    expect(phone(app, ANA)).toHaveLength(3)
  })
})

test('two hundred messages of twenty people at once: each in their order, none lost, none mixed', async () => {
  const app = openApp()
  const people = Array.from({ length: 20 }, (_, index) => `+57300555${1000 + index}`)
  const counts = Array.from({ length: 10 }, (_, index) => 20 + index)
  await Promise.all(
    counts.flatMap((quantity) =>
      people.map((from, who) => {
        const text = `perdón, son ${quantity + who * 10} camisetas polo`
        return app.turns.receive(inbound(from, text, `${from}.${quantity}`))
      }),
    ),
  )
  await app.settle()
  expect(count(app, "from inbox where status = 'done'")).toBe(200)
  for (const [who, from] of people.entries()) {
    expect(viewOf(app, from).slots.quantity?.value).toBe(29 + who * 10)
    const heard = column(
      app,
      `select message_id from inbox where chat = '${from}' order by turn_at, id`,
    )
    expect(heard).toEqual(counts.map((quantity) => `${from}.${quantity}`))
    const sent = column(app, `select message_id from outbox where chat = '${from}' order by id`)
    expect(app.simulator?.handedOver(from, 0).map(({ id }) => id)).toEqual(sent)
    const said = phone(app, from).at(-1) ?? ''
    expect(said).toContain(`$${((29 + who * 10) * 42_000).toLocaleString('es-CO')}`)
  }
})
