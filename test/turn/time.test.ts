import { describe, expect, test } from 'vitest'
import { isoOf } from '../../src/core/schedule/local-time.js'
import {
  ANA,
  column,
  count,
  createHouse,
  inbound,
  LUIS,
  OWNER,
  openApp,
  phone,
  viewOf,
  writes,
} from './_house.js'

const CARLA = '+573005550103'

describe('the clock', () => {
  test('moves as far as it is told, and what falls due on the way happens in its order', async () => {
    const app = openApp()
    await writes(app, ANA, 'soy Ana, necesito 15 camisas')
    await app.advance('PT2H')
    await writes(app, LUIS, 'soy Luis, necesito 20 delantales')
    await app.advance('PT1H')
    await writes(app, CARLA, 'soy Carla, necesito 30 camisas')
    await app.advance('P7D')
    expect(app.clock.iso()).toBe('2026-03-17T18:00:00.000Z')
    const sent = [ANA, LUIS, CARLA].flatMap((who) => app.simulator?.handedOver(who, 0) ?? [])
    const unasked = sent
      .filter(({ text }) => text.includes('Le guardo') || text.includes('último mensaje'))
      .toSorted((a, b) => a.seq - b.seq)
    expect(unasked.map(({ to, at }) => [to, at])).toEqual([
      [ANA, '2026-03-11T15:00:00.000Z'],
      [LUIS, '2026-03-11T17:00:00.000Z'],
      [CARLA, '2026-03-11T18:00:00.000Z'],
      [ANA, '2026-03-13T15:00:00.000Z'],
      [LUIS, '2026-03-13T17:00:00.000Z'],
      [CARLA, '2026-03-13T18:00:00.000Z'],
    ])
  })

  test('the same beat again changes nothing', async () => {
    const app = openApp()
    await writes(app, ANA, 'necesito 15 camisas')
    await app.advance('P1D')
    const once = phone(app, ANA).length
    await app.turns.fire()
    await Promise.all([app.turns.fire(), app.turns.fire()])
    await app.settle()
    expect(phone(app, ANA)).toHaveLength(once)
    expect(once).toBe(2)
  })

  test('two beats at once fire each timer once', async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, ANA, 'necesito 15 camisas')
    await app.close()
    const later = house.open({ now: () => new Date('2026-03-11T16:00:00.000Z') })
    await Promise.all([later.turns.fire(), later.turns.fire(), later.turns.fire()])
    await later.settle()
    expect(phone(later, ANA)).toHaveLength(2)
    expect(viewOf(later).timers).toMatchObject([{ name: 'ultimo-recordatorio' }])
  })

  test('keeps its offset over a restart', async () => {
    const house = createHouse()
    const app = house.open()
    await app.advance('P3D')
    await app.close()
    const again = house.open()
    expect(again.clock.iso()).toBe('2026-03-13T15:00:00.000Z')
    await again.advance('PT30M')
    await again.close()
    expect(house.open().clock.iso()).toBe('2026-03-13T15:30:00.000Z')
  })

  test("days are days of the shop's calendar", async () => {
    const app = openApp()
    await app.advance('P1M')
    expect(app.clock.iso()).toBe('2026-04-10T15:00:00.000Z')
  })
})

describe('a timer', () => {
  test('missed while the program was off runs once at the next beat', async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, ANA, 'necesito 15 camisas')
    await app.close()
    const later = house.open({ now: () => new Date('2026-03-12T16:00:00.000Z') })
    await later.turns.fire()
    await later.settle()
    expect(phone(later, ANA)).toHaveLength(2)
  })

  test('that a message moved a moment before says nothing', async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, ANA, 'necesito 15 camisas')
    await app.close()
    const now = Date.parse('2026-03-11T16:00:00.000Z')
    const later = house.open({ now: () => new Date(now) })
    await later.turns.receive({ ...inbound(ANA, 'en un mes', 'm2'), sentAt: isoOf(now) })
    // The turn is queued and not yet written when the beat looks for what is due.
    for (let step = 0; step < 10; step += 1) await Promise.resolve()
    await later.turns.fire()
    await later.settle()
    const got = phone(later, ANA).slice(1)
    expect(got).toHaveLength(1)
    expect(got[0]).toContain('En un mes')
  })

  test('of a check-in asks on its day and only once', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await writes(
      app,
      ANA,
      'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido',
    )
    await writes(app, OWNER, 'ganado 840.000')
    expect(viewOf(app).timers[0]).toEqual({ name: 'check-in', dueAt: '2026-03-12T15:00:00.000Z' })
    await app.advance('P10D')
    const asked = phone(app, ANA).filter((text) => text.includes('¿Llegó todo bien?'))
    expect(asked).toHaveLength(1)
  })

  test('that the gate holds back says why it waits, and goes when it may', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await writes(app, ANA, 'soy Ana, necesito 15 camisas')
    await app.advance('PT20H')
    await writes(app, OWNER, 'pausa ana')
    await app.advance('PT5H')
    expect(
      column(app, "select held from timers where status = 'pending' and held is not null"),
    ).toEqual(['held.person'])
    expect(phone(app, ANA)).toHaveLength(1)
    await app.advance('P1D')
    expect(phone(app, ANA).at(-1)).toContain('Le guardo la cuenta')
  })

  test('of a reminder is dropped when a human of the business takes over', async () => {
    const app = openApp()
    await writes(app, ANA, 'soy Ana, necesito 15 camisas')
    await app.simulator?.humanWrites({ to: ANA, text: 'Hola, soy Rosalba' })
    await app.advance('P7D')
    expect(phone(app, ANA)).toHaveLength(1)
  })

  test('at most one unasked message a day and two in seven days', async () => {
    const app = openApp()
    await writes(app, ANA, 'necesito 15 camisas')
    await app.advance('P6D')
    await writes(app, ANA, 'en un mes')
    await app.advance('P20D')
    const days = column(
      app,
      `select distinct substr(created_at, 1, 10) from outbox
       where occasion = 'proactive' and contact_id = (select id from contacts where phone = '${ANA}')`,
    ).map((day) => Date.parse(String(day)) / 86_400_000)
    expect(days.length).toBeGreaterThan(2)
    for (const day of days) {
      expect(days.filter((other) => other > day - 7 && other <= day).length).toBeLessThanOrEqual(2)
    }
    expect(count(app, "from outbox where occasion = 'proactive'")).toBe(days.length)
  })
})
