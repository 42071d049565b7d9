import { describe, expect, test } from 'vitest'
import type { App } from '../../../src/app/app.js'
import type { Sent } from '../../../src/channels/channel.js'
import type { Project } from '../../../src/project/load.js'
import {
  ANA,
  column,
  createHouse,
  createWire,
  DELIVERED,
  inbound,
  LUIS,
  NOW,
  OWNER,
  openApp,
  phone,
  project,
  send,
  texts,
  viewOf,
  writes,
} from '../_house.js'

const FABIAN = '+573000000002'
const TERESA = '+573000000003'
const FITS = 'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido'

/** An app in which Rosalba and Fabián are active and Rosalba has just got Ana's card. */
async function alerted(app: App): Promise<App> {
  await writes(app, OWNER, 'hola')
  await writes(app, FABIAN, 'hola')
  await writes(app, ANA, FITS)
  return app
}

function reminders(app: App, who = OWNER): readonly string[] {
  return phone(app, who).filter((text) => text.includes('sigue esperando:'))
}

function handedOn(app: App, who = FABIAN): readonly string[] {
  return phone(app, who).filter((text) => text.includes('no ha podido atender'))
}

function timerNames(app: App): readonly string[] {
  return viewOf(app).timers.map(({ name }) => name)
}

/** The same business a while later: the clock of the machine went on while the program was off. */
function later(minutes: number): { readonly now: () => Date } {
  return { now: () => new Date(NOW + minutes * 60_000) }
}

describe('an alert that nobody takes', () => {
  test('is repeated as an answer to the card, and passed on after as long again', async () => {
    const app = await alerted(openApp())
    const card = app.simulator?.handedOver(OWNER, 0).findLast(({ text }) => text.includes(ANA))
    await app.advance('PT15M')
    const reminder = app.simulator?.handedOver(OWNER, 0).at(-1)
    expect(reminder).toMatchObject({ replyTo: card?.id })
    expect(handedOn(app)).toEqual([])
    await app.advance('PT15M')
    expect(handedOn(app)).toHaveLength(1)
    expect(phone(app, OWNER).at(-1)).toContain('ya le pasé el aviso a Fabián')
    await app.advance('P1D')
    expect(reminders(app)).toHaveLength(1)
    expect(handedOn(app)).toHaveLength(1)
  })

  test('is taken by answering the reminder, though others came since', async () => {
    const app = await alerted(openApp())
    await app.advance('PT15M')
    const reminder = app.simulator?.handedOver(OWNER, 0).at(-1)
    await writes(app, LUIS, 'soy Luis, 30 delantales para el 15 de abril, 2 millones, yo decido')
    await send(app, { from: OWNER, text: 'tomar', replyTo: reminder?.id })
    await app.settle()
    expect(viewOf(app).assignedTo).toBe(OWNER)
    expect(timerNames(app)).toEqual([])
    expect(viewOf(app, LUIS).timers).toHaveLength(1)
  })

  test('that fell due while the program was off at night waits for the opening', async () => {
    const house = createHouse()
    const app = await alerted(house.open())
    await app.close()
    const again = house.open(later(12 * 60))
    await again.turns.fire()
    await again.settle()
    expect(reminders(again)).toEqual([])
    expect(viewOf(again).timers).toEqual([
      { name: 'recordar-aviso', dueAt: '2026-03-11T13:00:00.000Z' },
    ])
    await again.advance('PT10H')
    expect(reminders(again)).toHaveLength(1)
  })

  test('is repeated once, however many beats find it due', async () => {
    const house = createHouse()
    const app = await alerted(house.open())
    await app.close()
    const again = house.open(later(16))
    await Promise.all([again.turns.fire(), again.turns.fire(), again.turns.fire()])
    await again.settle()
    await again.turns.fire()
    await again.settle()
    expect(reminders(again)).toHaveLength(1)
    expect(timerNames(again)).toEqual(['pasar-aviso'])
  })

  test('reaches a phone once when the program dies before it is handed over', async () => {
    const house = createHouse()
    const dead: Sent = { ok: false, error: { kind: 'unreachable', cause: null } }
    const wire = createWire(() => DELIVERED)
    const app = house.open({ channel: wire })
    for (const [who, said] of [
      [OWNER, 'hola'],
      [ANA, FITS],
    ] as const) {
      await app.turns.receive(inbound(who, said, `m-${who}`))
      await app.settle()
    }
    await app.close()
    const cut = house.open({ channel: createWire(() => dead), ...later(16) })
    await cut.turns.fire()
    await cut.close()
    const good = createWire(() => DELIVERED, 'absent')
    const again = house.open({ channel: good, ...later(17) })
    await again.turns.fire()
    await again.settle()
    expect(texts(good).filter((text) => text.includes('sigue esperando'))).toHaveLength(1)
  })

  test('goes past whoever is no longer named in the business file', async () => {
    const house = createHouse()
    const app = await alerted(house.open())
    await app.close()
    const staff = project.business.staff.filter(({ phone: number }) => number !== OWNER)
    const without: Project = { ...project, business: { ...project.business, staff } }
    const again = house.open({ project: without, ...later(16) })
    await again.turns.fire()
    await again.settle()
    expect(handedOn(again)[0]).toContain('Rosalba no ha podido atender a *Ana*.')
    expect(reminders(again)).toEqual([])
  })

  test('goes back to the head of the line when the last one got it first', async () => {
    const app = openApp()
    await writes(app, FABIAN, 'hola')
    await writes(app, ANA, FITS)
    await writes(app, OWNER, 'hola')
    await app.advance('PT15M')
    expect(reminders(app, FABIAN)).toHaveLength(1)
    await app.advance('PT15M')
    expect(handedOn(app, OWNER)[0]).toContain('Fabián no ha podido atender a *Ana*.')
  })

  test('about an order that came badly outlives the next order', async () => {
    const app = await alerted(openApp())
    await writes(app, OWNER, 'ganado 840 mil')
    await app.advance('P2D')
    await writes(app, ANA, 'pues 3 venían con el logo torcido')
    await writes(app, ANA, 'y necesito otros 15 delantales para el 15 de mayo')
    expect(viewOf(app).inquiries).toHaveLength(2)
    await app.advance('PT15M')
    expect(reminders(app).at(-1)).toContain('«pues 3 venían con el logo torcido»')
  })

  test('is one, also when they ask again and again', async () => {
    const app = await alerted(openApp())
    for (const _ of [1, 2, 3]) {
      await app.advance('PT5M')
      await writes(app, ANA, 'quiero hablar con una persona')
    }
    expect(reminders(app)).toHaveLength(1)
    expect(timerNames(app)).toEqual(['pasar-aviso'])
  })
})

describe('an alert is over', () => {
  const ways: readonly (readonly [string, (app: App, card: string) => Promise<unknown>])[] = [
    ['tomar', (app) => writes(app, OWNER, 'tomar')],
    ["a colleague's tomar", (app) => writes(app, FABIAN, 'tomar ana')],
    ['perdido', (app) => writes(app, OWNER, 'perdido por precio')],
    ['ganado', (app) => writes(app, OWNER, 'ganado 840 mil')],
    ['pausa', (app) => writes(app, OWNER, 'pausa ana')],
    ['a look at it', (app) => writes(app, OWNER, 'lead ana')],
    ['a 👍', (app, to) => send(app, { from: OWNER, reaction: { emoji: '👍', to } })],
    ['another reaction', (app, to) => send(app, { from: OWNER, reaction: { emoji: '🙏', to } })],
    ['an answer to it', (app, replyTo) => send(app, { from: OWNER, text: 'ya voy', replyTo })],
    ['a person in the chat', async (app) => app.simulator?.humanWrites({ to: ANA, text: 'Hola' })],
    ['a change of mind', (app) => writes(app, ANA, 'olvídelo')],
    ['no more messages', (app) => writes(app, ANA, 'no me escriban más')],
  ]

  test.each(ways)('with %s', async (_, end) => {
    const app = await alerted(openApp())
    const card = app.simulator?.handedOver(OWNER, 0).findLast(({ text }) => text.includes(ANA))
    await end(app, card?.id ?? '')
    await app.settle()
    expect(timerNames(app)).not.toContain('recordar-aviso')
    await app.advance('PT1H')
    expect(reminders(app)).toEqual([])
    expect(handedOn(app)).toEqual([])
  })

  test('with words about somebody else it is not', async () => {
    const app = await alerted(openApp())
    await writes(app, LUIS, 'soy Luis, 30 delantales para el 15 de abril, 2 millones, yo decido')
    await writes(app, OWNER, 'tomar luis')
    await writes(app, OWNER, 'hola')
    await writes(app, OWNER, 'leads')
    expect(timerNames(app)).toEqual(['recordar-aviso'])
    expect(viewOf(app, LUIS).timers).toEqual([])
  })

  test('until they ask for a person after all', async () => {
    const app = await alerted(openApp())
    await writes(app, ANA, 'olvídelo')
    expect(timerNames(app)).toEqual([])
    await writes(app, ANA, 'mejor sí, quiero hablar con una persona')
    expect(phone(app, OWNER).at(-1)).toContain('pidió hablar con una persona')
    await app.advance('PT15M')
    expect(reminders(app)).toHaveLength(1)
  })

  test('when they are erased, and leaves nothing', async () => {
    const app = await alerted(openApp())
    await writes(app, ANA, 'borrar mis datos')
    await writes(app, ANA, 'sí')
    await app.turns.fire()
    await app.settle()
    expect(column(app, "select name from timers where flow = '@alerts'")).toEqual([])
    await app.advance('PT1H')
    expect(reminders(app)).toEqual([])
  })
})

describe('an alert that reaches nobody', () => {
  test('is kept and counts from the "hola" of the first who is active', async () => {
    const app = openApp()
    await writes(app, ANA, FITS)
    expect(viewOf(app).timers).toEqual([])
    await app.advance('PT2H')
    await writes(app, TERESA, 'hola')
    expect(phone(app, TERESA).join('\n')).toContain(ANA)
    expect(timerNames(app)).toEqual(['recordar-aviso'])
    await app.advance('PT15M')
    expect(reminders(app, TERESA)).toHaveLength(1)
  })

  test('waits no longer once it was told, or is not worth telling', async () => {
    const app = openApp()
    await writes(app, ANA, FITS)
    await writes(app, ANA, 'perdón, son 3 millones')
    await writes(app, ANA, 'quiero hablar con una persona')
    expect(column(app, 'select distinct status from notices')).toEqual(['waiting'])
    await writes(app, OWNER, 'hola')
    expect(column(app, "select kind from notices where status = 'waiting'")).toEqual([])
    expect(column(app, "select kind from notices where status = 'sent'")).toEqual(['card'])
  })
})
