import { describe, expect, test } from 'vitest'
import type { App } from '../../../src/app/app.js'
import {
  ANA,
  column,
  count,
  createHouse,
  LUIS,
  OWNER,
  openApp,
  phone,
  send,
  viewOf,
  writes,
} from '../_house.js'

const FABIAN = '+573000000002'
const FITS = 'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido'

/** What a phone got from now on. */
async function gets(
  app: App,
  who: string,
  job: () => Promise<unknown>,
): Promise<readonly string[]> {
  const before = phone(app, who).length
  await job()
  await app.settle()
  return phone(app, who).slice(before)
}

describe('the card', () => {
  test('waits while nobody of the business has written, and comes with the first "hola"', async () => {
    const app = openApp()
    await writes(app, ANA, FITS)
    expect(phone(app, OWNER)).toEqual([])
    const got = await writes(app, OWNER, 'hola')
    expect(got.filter((text) => text.includes(ANA))).toHaveLength(1)
    expect(got.join('\n')).toContain('Hola, Rosalba')
    expect((await writes(app, OWNER, 'hola')).filter((text) => text.includes(ANA))).toEqual([])
  })

  test('waits over a restart too', async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, ANA, FITS)
    await app.close()
    const again = house.open()
    expect((await writes(again, OWNER, 'hola')).filter((text) => text.includes(ANA))).toHaveLength(
      1,
    )
  })

  test('goes to the first who is active, once, at any hour', async () => {
    const app = openApp()
    await writes(app, FABIAN, 'hola')
    await app.advance('PT12H')
    const got = await gets(app, FABIAN, () => writes(app, ANA, FITS))
    expect(got.filter((text) => text.includes(ANA))).toHaveLength(1)
    expect(phone(app, OWNER)).toEqual([])
    expect((await writes(app, OWNER, 'hola')).filter((text) => text.includes(ANA))).toEqual([])
  })

  test('waits also when somebody typed to the owner from the business phone', async () => {
    const app = openApp()
    await app.simulator?.humanWrites({ to: OWNER, text: 'prueba' })
    await app.settle()
    await writes(app, ANA, FITS)
    expect(phone(app, OWNER)).toEqual([])
    expect((await writes(app, OWNER, 'hola')).join('\n')).toContain(ANA)
  })

  test('of a picture sent before the hola is told with it', async () => {
    const app = openApp()
    await send(app, { from: ANA, name: 'Ana', image: {} })
    await app.settle()
    expect(phone(app, ANA)[0]).toContain('Recibí la foto')
    expect((await writes(app, OWNER, 'hola')).join('\n')).toContain('foto')
  })

  test('a later correction is a short message to whoever took it', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await writes(app, FABIAN, 'hola')
    await writes(app, ANA, FITS)
    await writes(app, FABIAN, 'tomar ana')
    const [owner, taker] = [phone(app, OWNER).length, phone(app, FABIAN).length]
    await writes(app, ANA, 'perdón, son 3 millones')
    expect(phone(app, OWNER).slice(owner)).toEqual([])
    expect(phone(app, FABIAN).slice(taker)).toHaveLength(1)
    expect(phone(app, FABIAN).at(-1)).toContain('$3.000.000')
  })

  test('of the owner, words are obeyed and never sold to', async () => {
    const app = openApp()
    const got = await writes(app, OWNER, 'necesito 20 camisetas polo')
    expect(got.join('\n')).not.toContain('$840.000')
    expect(column(app, `select stage from contacts where phone = '${OWNER}'`)).toEqual([null])
  })
})

describe("an owner's word", () => {
  test('changes the contact through the engine, and deshacer takes it back by appending', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await writes(app, ANA, FITS)
    const before = viewOf(app)
    await writes(app, OWNER, 'ganado 840.000')
    expect(viewOf(app)).toMatchObject({
      stage: 'customer',
      outcome: { kind: 'won' },
      sales: [{ amount: 840_000, currency: 'COP' }],
    })
    await writes(app, OWNER, 'deshacer')
    const after = viewOf(app)
    expect(after).toMatchObject({ stage: before.stage, outcome: null, score: before.score })
    expect(after.sales).toMatchObject([{ amount: 840_000, voided: true }])
    expect(after.timers).toEqual([])
    expect(after.stageChanges.slice(0, before.stageChanges.length)).toEqual(before.stageChanges)
    expect(after.stageChanges.at(-1)).toMatchObject({ from: 'customer', to: before.stage })
  })

  test('sent twice under one id is obeyed once', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await writes(app, ANA, FITS)
    for (const _ of [1, 2, 3]) {
      await send(app, { from: OWNER, text: 'ganado 840.000', id: 'word' })
      await app.settle()
    }
    expect(viewOf(app).sales).toHaveLength(1)
  })

  test('from anybody else is just text', async () => {
    const app = openApp()
    await writes(app, ANA, FITS)
    await writes(app, LUIS, 'ganado 840.000')
    expect(viewOf(app).sales).toEqual([])
  })
})

describe('who wants their data erased', () => {
  async function erased(): Promise<App> {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await writes(app, ANA, FITS)
    await writes(app, ANA, 'borrar mis datos')
    await writes(app, ANA, 'sí')
    await app.turns.fire()
    await app.settle()
    return app
  }

  test('gets the goodbye, and then nothing of theirs is left', async () => {
    const app = await erased()
    expect(phone(app, ANA).at(-1)).toContain('quedó borrado')
    expect(() => viewOf(app)).toThrow()
    const mine = [
      ['contacts', 'phone'],
      ['inbox', 'chat'],
      ['outbox', 'chat'],
      ['conversations', 'chat'],
    ]
    for (const [table, name] of mine) {
      expect(count(app, `from ${table} where ${name} = '${ANA}'`)).toBe(0)
    }
    const all = JSON.stringify(app.db.raw.prepare('select * from outbox').all())
    expect(all).not.toContain(ANA)
  })

  test('the owner is told without a name or a number', async () => {
    const app = await erased()
    const last = phone(app, OWNER).at(-1) ?? ''
    expect(last).toContain('borrar sus datos')
    expect(last).not.toMatch(/Ana|5550101/)
  })

  test('begins anew when they write again', async () => {
    const app = await erased()
    const got = await writes(app, ANA, 'hola')
    expect(got[0]).toContain('asistente automático de Uniformes Hilván')
    expect(viewOf(app).stage).toBe('visitor')
    expect(viewOf(app).slots).toEqual({})
  })

  test('a message that comes while they are being erased is answered all the same', async () => {
    const app = openApp({ config: { settle: { kind: 'fixed', ms: 60_000 } } })
    await writes(app, ANA, FITS)
    await writes(app, ANA, 'borrar mis datos')
    await writes(app, ANA, 'sí')
    const before = phone(app, ANA).length
    await send(app, { from: ANA, text: 'hola' })
    await app.turns.fire()
    await app.settle()
    expect(phone(app, ANA).length).toBeGreaterThan(before)
  })
})
