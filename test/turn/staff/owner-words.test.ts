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
  project,
  send,
  viewOf,
  writes,
} from '../_house.js'

const FABIAN = '+573000000002'
const FITS = 'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido'

async function withAna(app: App = openApp()): Promise<App> {
  await writes(app, OWNER, 'hola')
  await writes(app, ANA, FITS)
  return app
}

/** The last message of a phone that holds these words. */
function messageWith(app: App, of: string, words: string): string {
  const found = app.simulator?.handedOver(of, 0).findLast(({ text }) => text.includes(words))
  if (found === undefined) throw new Error(`${of} got nothing with "${words}"`)
  return found.id
}

async function reacts(app: App, emoji: string, to: string): Promise<readonly string[]> {
  const before = phone(app, OWNER).length
  await send(app, { from: OWNER, reaction: { emoji, to } })
  await app.settle()
  return phone(app, OWNER).slice(before)
}

describe('a reaction on a card', () => {
  test('takes the lead, and taken back it is undone, also after a restart', async () => {
    const house = createHouse()
    const before = await withAna(house.open())
    const card = messageWith(before, OWNER, ANA)
    expect(await reacts(before, '👍', card)).toEqual([
      'Ana queda a su cargo. Para anular: *deshacer*.',
    ])
    expect(viewOf(before).assignedTo).toBe(OWNER)
    await before.close()
    const app = house.open()
    expect(await reacts(app, '', card)).toEqual([
      'Deshecho: Ana vuelve a quedar sin nadie a cargo.',
    ])
    expect(viewOf(app).assignedTo).toBeNull()
    expect(await reacts(app, '', card)).toEqual([])
  })

  test('asks what it needs to know, and taken back asks no more', async () => {
    const app = await withAna()
    const card = messageWith(app, OWNER, ANA)
    expect(await reacts(app, '✅', card)).toEqual(['¿De cuánto fue la venta?'])
    expect(await reacts(app, '', card)).toEqual(['Deshecho: no anoté nada.'])
    expect(await reacts(app, '❌', card)).toEqual(['¿Por qué se perdió?'])
    await writes(app, OWNER, 'por precio')
    expect(viewOf(app).outcome).toMatchObject({ kind: 'lost', reason: 'precio' })
  })

  test('sends no quote', async () => {
    const app = await withAna()
    await writes(app, OWNER, 'cotización 870.000')
    const draft = messageWith(app, OWNER, 'Así se la envío')
    const before = phone(app, ANA).length
    expect(await reacts(app, '👍', draft)).toEqual(['Para enviar la cotización, escriba *sí*.'])
    expect(phone(app, ANA)).toHaveLength(before)
    await writes(app, OWNER, 'sí')
    expect(phone(app, ANA)).toHaveLength(before + 1)
  })
})

describe('two colleagues', () => {
  test('hear of what the other undid, and undo it from the news of it', async () => {
    const app = openApp()
    await writes(app, FABIAN, 'hola')
    await withAna(app)
    await writes(app, FABIAN, 'tomar ana')
    expect(phone(app, FABIAN).at(-1)).toContain('Ana queda a su cargo.')
    await writes(app, OWNER, 'soltar ana')
    expect(phone(app, FABIAN).at(-1)).toBe('Rosalba dejó a Ana sin nadie a cargo.')
    const news = messageWith(app, FABIAN, 'Rosalba dejó a Ana')
    await send(app, { from: FABIAN, text: 'deshacer', replyTo: news })
    await app.settle()
    expect(viewOf(app).assignedTo).toBe(FABIAN)
    expect(phone(app, OWNER).at(-1)).toBe(
      'Fabián lo deshizo: Ana vuelve a estar a cargo de Fabián.',
    )
  })

  test('a reply to news about a lead is about that lead', async () => {
    const app = openApp()
    await writes(app, FABIAN, 'hola')
    await withAna(app)
    await writes(
      app,
      LUIS,
      'soy Luis, 30 delantales para el 20 de abril, tengo 2 millones, yo decido',
    )
    await writes(app, FABIAN, 'tomar ana')
    await writes(app, OWNER, 'tomar ana')
    const news = messageWith(app, FABIAN, 'Rosalba se encarga de Ana')
    await send(app, { from: FABIAN, text: 'nota la llamé ayer', replyTo: news })
    await app.settle()
    expect(viewOf(app).notes).toMatchObject([{ text: 'la llamé ayer', by: FABIAN }])
  })
})

describe('words of the owner to a prospect', () => {
  test('all arrive, also two in a row, and a reply of the bot that waited does not', async () => {
    const app = await withAna(openApp({ config: { pacing: 'human' } }))
    const before = phone(app, ANA).length
    await send(app, { from: OWNER, text: 'responder ana ya salió' })
    await send(app, { from: OWNER, text: 'responder ana llega mañana' })
    await app.settle()
    expect(phone(app, ANA).slice(before)).toEqual([
      'De parte de Rosalba: ya salió',
      'De parte de Rosalba: llega mañana',
    ])
    expect(viewOf(app).paused).toMatchObject({ by: 'Rosalba' })
  })

  test('reach the one whose question they answer, who is no lead yet, and nobody else', async () => {
    const app = await withAna()
    const [ana, luis] = [phone(app, ANA).length, phone(app, LUIS).length]
    await writes(app, LUIS, 'hacen envíos?')
    const question = messageWith(app, OWNER, 'hacen envíos?')
    await send(app, { from: OWNER, text: 'responder sí, a todo el país', replyTo: question })
    await app.settle()
    expect(phone(app, ANA)).toHaveLength(ana)
    expect(phone(app, LUIS).slice(luis).at(-1)).toBe('De parte de Rosalba: sí, a todo el país')
    expect(count(app, 'from unanswered where answered_at is null')).toBe(0)
  })

  test('may be asked for: the next message is what they say', async () => {
    const app = await withAna()
    await writes(app, LUIS, 'hola')
    await writes(app, LUIS, 'hacen envíos?')
    const question = messageWith(app, OWNER, 'hacen envíos?')
    await send(app, { from: OWNER, text: 'responder', replyTo: question })
    await app.settle()
    await writes(app, ANA, 'y hacen delantales?')
    await writes(app, OWNER, 'sí, a todo el país')
    expect(phone(app, LUIS).at(-1)).toBe('De parte de Rosalba: sí, a todo el país')
  })

  test('go to nobody where the quoted one is gone', async () => {
    const app = await withAna()
    await writes(app, LUIS, 'hacen envíos?')
    const question = messageWith(app, OWNER, 'hacen envíos?')
    await writes(app, LUIS, 'borrar mis datos')
    await writes(app, LUIS, 'sí')
    await app.turns.fire()
    await app.settle()
    const ana = phone(app, ANA).length
    await send(app, { from: OWNER, text: 'responder sí, a todo el país', replyTo: question })
    await app.settle()
    expect(phone(app, ANA)).toHaveLength(ana)
  })

  test('do not reach somebody who left', async () => {
    const app = await withAna()
    await writes(app, ANA, 'no me escriban más')
    const before = phone(app, ANA).length
    const got = await writes(app, OWNER, 'responder ana tengo una oferta')
    expect(got).toEqual(['Ana pidió que no le escribieran, y no se lo envío.'])
    expect(phone(app, ANA)).toHaveLength(before)
    await writes(app, ANA, 'cuánto vale el delantal?')
    await writes(app, OWNER, 'responder ana se lo dejo en 27.000')
    expect(phone(app, ANA).at(-1)).toBe('De parte de Rosalba: se lo dejo en 27.000')
  })

  test('from anybody else are just text', async () => {
    const app = await withAna()
    const before = phone(app, ANA).length
    for (const text of ['responder ana hola', 'pausa todo', 'dato: todo es gratis', 'vip ana']) {
      await writes(app, LUIS, text)
    }
    expect(phone(app, ANA)).toHaveLength(before)
    expect(viewOf(app).vip).toBe(false)
    expect(count(app, 'from facts')).toBe(0)
    expect((await writes(app, LUIS, 'cuánto vale el delantal?')).join(' ')).toContain('$29.000')
  })
})

describe('a promised answer', () => {
  test('waits for the morning, survives a restart, and goes out once', async () => {
    const house = createHouse()
    const app = await withAna(house.open())
    await app.advance('PT13H')
    await writes(app, ANA, 'hacen envíos a Pasto?')
    await writes(app, OWNER, 'dato: sí hacemos envíos a Pasto')
    await writes(app, OWNER, 'sí')
    const before = phone(app, ANA).length
    await app.close()
    const again = house.open()
    await again.settle()
    expect(phone(again, ANA)).toHaveLength(before)
    await again.advance('PT12H')
    await again.advance('P1D')
    expect(phone(again, ANA).slice(before)).toEqual([
      'Ya tengo la respuesta que le debía: Sí hacemos envíos a Pasto.',
    ])
    expect(count(again, 'from unanswered where answered_at is null')).toBe(0)
  })
})

describe('what was taught', () => {
  test('answers a question, and no message that only speaks of it', async () => {
    const app = await withAna()
    await writes(app, OWNER, 'dato: sí hacemos envíos a Pasto')
    expect((await writes(app, ANA, 'hacen envíos?')).join(' ')).toContain('Sí hacemos envíos')
    const thanked = await writes(app, ANA, 'gracias por los envíos')
    expect(thanked.join(' ')).not.toContain('Sí hacemos envíos')
  })

  test('is known to nobody once it is taken back', async () => {
    const app = await withAna()
    await writes(app, OWNER, 'dato: sí hacemos envíos a Pasto')
    await writes(app, OWNER, 'deshacer')
    expect((await writes(app, ANA, 'hacen envíos?')).join(' ')).not.toContain('Sí hacemos envíos')
    expect(await writes(app, OWNER, 'datos')).toEqual([
      'Todavía no me ha enseñado nada. Escriba *dato:* y lo que quiere que responda.',
    ])
  })
})

describe('silence everywhere', () => {
  test('holds reminders back over a restart, and lets them go with the word that ends it', async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, OWNER, 'hola')
    await writes(app, ANA, 'hola, soy Ana, necesito 20 camisetas polo')
    await writes(app, OWNER, 'pausa todo')
    await app.advance('P2D')
    const before = phone(app, ANA).length
    await app.close()
    const again = house.open()
    await again.advance('P1D')
    expect(phone(again, ANA)).toHaveLength(before)
    await writes(again, OWNER, 'sigue todo')
    await again.settle()
    expect(phone(again, ANA).slice(before)).toHaveLength(1)
  })
})

describe('who is erased', () => {
  test('is forgotten also where the owner was about to send them a quote', async () => {
    const app = await withAna()
    await writes(app, OWNER, 'cotización 870.000')
    await writes(app, ANA, 'borrar mis datos')
    await writes(app, ANA, 'sí')
    await app.turns.fire()
    await app.settle()
    expect(JSON.stringify(app.db.raw.prepare('select * from settings').all())).not.toContain('Ana')
    expect(count(app, 'from quotes')).toBe(0)
    expect(await writes(app, OWNER, 'sí')).toEqual([
      'No conozco esa palabra. Con *ayuda* le muestro todas.',
    ])
  })
})

describe('a PIN', () => {
  test('never stands in the log of words: what waited for it does', async () => {
    const pin = { code: '2468', minutes: 10, own: {} }
    const business = { ...project.business, pin }
    const app = await withAna(openApp({ project: { ...project, business } }))
    await writes(app, OWNER, 'ganado ana 840 mil')
    await writes(app, OWNER, '2468')
    expect(viewOf(app).sales).toMatchObject([{ amount: 840_000 }])
    expect(column(app, 'select word from owner_words')).toEqual(['ganado ana 840 mil'])
  })
})
