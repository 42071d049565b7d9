import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { LlmAnswer, LlmQuestion } from '../../src/core/conversation/events.js'
import {
  ANA,
  column,
  createHouse,
  createWire,
  DELIVERED,
  inbound,
  LUIS,
  openApp,
  phone,
  viewOf,
  writes,
} from '../turn/_house.js'

const KNOWN: LlmAnswer = { ok: true, text: 'El taller queda en Restrepo.', facts: ['direccion'] }

const THINKING = "select status from conversations where status = 'thinking'"

describe('createApp', () => {
  test("keeps the phones' ledger beside the database and apart from it", async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, ANA, 'hola')
    const ledger = readFileSync(house.path.replace('.db', '-phones.jsonl'), 'utf8')
    expect(ledger.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(ledger)).toMatchObject({ seq: 1, to: ANA })
  })

  test('tells whoever follows when something changed, and no longer once they left', async () => {
    const app = openApp()
    let changes = 0
    const leave = app.subscribe(() => {
      changes += 1
    })
    await writes(app, ANA, 'hola')
    const seen = changes
    expect(seen).toBeGreaterThan(0)
    leave()
    await writes(app, ANA, 'necesito 15 camisas')
    expect(changes).toBe(seen)
  })

  test('takes another channel in place of the simulator', async () => {
    const wire = createWire(() => DELIVERED)
    const app = openApp({ channel: wire })
    expect(app.simulator).toBeNull()
    await app.turns.receive(inbound(ANA, 'hola', 'm1'))
    await app.settle()
    expect(wire.got.map(({ chat }) => chat)).toEqual([ANA])
  })

  test('closing twice, or with work under way, is orderly', async () => {
    const house = createHouse()
    const app = house.open()
    const taken = app.turns.receive(inbound(ANA, 'hola', 'm1'))
    await taken
    await app.close()
    const again = house.open()
    await again.settle()
    expect(phone(again, ANA)).toHaveLength(1)
  })

  test('settle skips the pause that a person would make before writing', async () => {
    const app = openApp({ config: { pacing: 'human' } })
    await writes(app, ANA, 'necesito 20 camisetas polo')
    expect(phone(app, ANA)).toHaveLength(1)
  })
})

describe('the model', () => {
  test('is asked outside the turn, and its answer comes back into the chat', async () => {
    const asked: LlmQuestion[] = []
    const app = openApp({
      askLlm: async (question) => {
        asked.push(question)
        return KNOWN
      },
    })
    await writes(app, ANA, 'necesito 15 camisas')
    const got = await writes(app, ANA, 'tienen parqueadero?')
    expect(asked).toMatchObject([{ task: 'answer', text: 'tienen parqueadero?' }])
    expect(got.join(' ')).toContain('El taller queda en Restrepo.')
  })

  test('that throws is an answer too: the person hears that it is not known', async () => {
    const app = openApp({
      askLlm: () => Promise.reject(new Error('no network')),
    })
    await writes(app, ANA, 'necesito 15 camisas')
    expect((await writes(app, ANA, 'tienen parqueadero?'))[0]).toContain('Ese dato no lo tengo')
    expect(column(app, 'select text from unanswered')).toEqual(['tienen parqueadero?'])
  })

  test('of one chat holds up no other, and what is written meanwhile waits its turn', async () => {
    let answer: (value: LlmAnswer) => void = () => {}
    const app = openApp({
      askLlm: () =>
        new Promise<LlmAnswer>((resolve) => {
          answer = resolve
        }),
    })
    await writes(app, ANA, 'necesito 15 camisas')
    await app.turns.receive(inbound(ANA, 'tienen parqueadero?', 'm2'))
    await until(() => column(app, THINKING).length === 1)
    await app.turns.receive(inbound(ANA, 'en un mes', 'm3'))
    await app.turns.receive(inbound(LUIS, 'necesito 20 camisetas polo', 'm1'))
    await until(() => phone(app, LUIS).length === 1)
    expect(column(app, "select message_id from inbox where status = 'pending'")).toEqual(['m3'])
    answer(KNOWN)
    await app.settle()
    expect(phone(app, ANA).join(' ')).toMatch(/Restrepo\..*En un mes, entonces/s)
    expect(viewOf(app).slots.urgency?.value).toMatchObject({ bucket: 'month' })
  })

  test('is asked again after a restart that cut it short', async () => {
    const house = createHouse()
    const app = house.open({ askLlm: () => new Promise<LlmAnswer>(() => {}) })
    await writes(app, ANA, 'necesito 15 camisas')
    await app.turns.receive(inbound(ANA, 'tienen parqueadero?', 'm2'))
    await until(() => column(app, THINKING).length === 1)
    await app.close()

    const again = house.open({ askLlm: async () => KNOWN })
    await again.settle()
    expect(phone(again, ANA).at(-1)).toContain('El taller queda en Restrepo.')
  })

  test('that answers after the program was closed harms nothing and is asked again', async () => {
    const house = createHouse()
    let answer: (value: LlmAnswer) => void = () => {}
    const late = new Promise<LlmAnswer>((resolve) => {
      answer = resolve
    })
    const app = house.open({ askLlm: () => late })
    await writes(app, ANA, 'necesito 15 camisas')
    await app.turns.receive(inbound(ANA, 'tienen parqueadero?', 'm2'))
    await until(() => column(app, THINKING).length === 1)
    await app.close()
    answer(KNOWN)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const again = house.open({ askLlm: async () => KNOWN })
    await again.settle()
    expect(phone(again, ANA).filter((text) => text.includes('Restrepo'))).toHaveLength(1)
  })

  test('that is gone after a restart leaves nobody waiting', async () => {
    const house = createHouse()
    const app = house.open({ askLlm: () => new Promise<LlmAnswer>(() => {}) })
    await writes(app, ANA, 'necesito 15 camisas')
    await app.turns.receive(inbound(ANA, 'tienen parqueadero?', 'm2'))
    await until(() => column(app, THINKING).length === 1)
    await app.close()

    const again = house.open()
    await again.settle()
    expect((await writes(again, ANA, 'en un mes')).join(' ')).toContain('$870.000')
  })
})

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 10_000
  while (!holds()) {
    if (performance.now() > end) throw new Error('it never came to that')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
