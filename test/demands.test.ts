import { describe, expect, test } from 'vitest'
import {
  ANA,
  column,
  count,
  createHouse,
  inbound,
  OWNER,
  openApp,
  phone,
  send,
  viewOf,
  writes,
} from './turn/_house.js'

const PATIENT = { settle: { kind: 'fixed', ms: 60_000 } } as const

/** What people suffer from bots of this kind, each as the story of one of them. */
describe('what people complain about elsewhere', () => {
  test.each([
    ['Mexico', '+5215512345678', '+525512345678'],
    ['Argentina', '+5491123456789', '+541123456789'],
    ['Brazil', '+5511987654321', '+551187654321'],
  ])('one person of %s with two spellings of a number is one contact', async (_, long, short) => {
    const app = openApp()
    await writes(app, long, 'hola, necesito 20 camisas de dotación')
    await writes(app, short, 'para el 20 de junio')
    expect(count(app, 'from contacts')).toBe(1)
    expect(viewOf(app, short).slots.quantity).toMatchObject({ value: 20 })
    expect(viewOf(app, long).slots.urgency).toBeDefined()
  })

  test('four short messages in a row get one answer that takes all of them', async () => {
    const app = openApp({ config: PATIENT })
    for (const text of ['hola', 'soy Ana', 'necesito 20 camisas', 'de dotación']) {
      await send(app, { from: ANA, text })
    }
    await app.settle()
    expect(phone(app, ANA)).toHaveLength(1)
    expect(phone(app, ANA)[0]).toContain('$1.160.000')
    expect(viewOf(app).slots.name).toMatchObject({ value: 'Ana' })
  })

  test('a first "hola" is answered, and a restart in mid-conversation forgets nothing', async () => {
    const house = createHouse()
    const app = house.open()
    expect(await writes(app, ANA, 'hola')).toHaveLength(1)
    expect((await writes(app, ANA, '20 camisas de dotación')).join()).toContain('$1.160.000')
    await app.close()
    const again = house.open()
    const [answer] = await writes(again, ANA, 'son 30')
    expect(answer).toContain('$1.740.000')
    expect(answer).not.toContain('asistente automático')
  })

  test('a figure or a word that answers the question fires nothing else', async () => {
    const app = openApp()
    await writes(app, ANA, 'hola, quiero unos uniformes')
    await writes(app, ANA, '20 camisas de dotación')
    const before = viewOf(app).slots.quantity
    // "1" is a menu elsewhere, "ayuda" and "ganado" are the owner's words; here they are text.
    for (const text of ['1', 'tomar', 'ganado 1.500.000', 'deshacer']) await writes(app, ANA, text)
    expect(viewOf(app)).toMatchObject({ sales: [], assignedTo: null, outcome: null })
    expect(viewOf(app).slots.quantity).toEqual(before)
    expect(count(app, "from inbox where status <> 'done'")).toBe(0)
  })

  test('a voice note without a transcriber asks for text, tells the owner, and nothing breaks', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await send(app, { from: ANA, audio: { seconds: 12 } })
    await app.settle()
    expect(phone(app, ANA)).toHaveLength(1)
    expect(phone(app, ANA)[0]).toMatch(/escrib/)
    expect(phone(app, OWNER).at(-1)).toContain(ANA)
    expect((await writes(app, ANA, '20 camisas de dotación')).join()).toContain('$1.160.000')
  })

  test('what the simulator shows is what a linked phone would get: numbered options within the limit', async () => {
    const app = openApp()
    await writes(app, ANA, 'no me escriban más')
    await writes(app, ANA, 'salir')
    const lines = app.simulator?.handedOver(ANA, 0) ?? []
    expect(lines.length).toBeGreaterThan(0)
    for (const { text, options = [] } of lines) {
      expect(text.length).toBeLessThanOrEqual(300)
      options.forEach(({ label }, index) => {
        expect(text).toContain(`${index + 1}. ${label}`)
      })
    }
  })

  test('a message edited or deleted before the answer counts as it stands', async () => {
    const app = openApp({ config: PATIENT })
    await send(app, { from: ANA, text: '20 camisas de dotación', id: 'm1' })
    await send(app, { from: ANA, text: 'y 500 gorras', id: 'm2' })
    await send(app, { from: ANA, edit: { of: 'm1', text: '30 camisas de dotación' } })
    await send(app, { from: ANA, delete: { of: 'm2' } })
    await app.settle()
    expect(phone(app, ANA)).toHaveLength(1)
    expect(phone(app, ANA)[0]).toContain('$1.740.000')
    expect(column(app, 'select distinct status from inbox')).toEqual(['done'])
  })

  test('"atrás" goes back a question, and a reaction never goes forward one', async () => {
    const app = openApp()
    await writes(app, ANA, 'necesito 20 camisas de dotación')
    const [asksBudget] = await writes(app, ANA, 'para el 20 de junio')
    expect(await writes(app, ANA, 'atrás')).not.toEqual([asksBudget])
    const id = app.simulator?.handedOver(ANA, 0).at(-1)?.id
    const stages = viewOf(app).stageChanges
    await send(app, { from: ANA, reaction: { emoji: '👍', to: id } })
    await app.settle()
    expect(phone(app, ANA)).toHaveLength(3)
    expect(viewOf(app).stageChanges).toEqual(stages)
  })

  test('another bot that answers every answer is left alone after a while, and the owner told', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    const told = phone(app, OWNER).length
    for (let turn = 0; turn < 12; turn += 1) {
      await app.turns.receive(inbound(ANA, 'Gracias por comunicarse con nosotros.', `b${turn}`))
      await app.settle()
    }
    expect(phone(app, ANA).length).toBeLessThanOrEqual(5)
    expect(phone(app, OWNER).length).toBe(told + 1)
  })
})
