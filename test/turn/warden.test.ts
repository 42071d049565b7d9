import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.js'
import { addDuration } from '../../src/core/schedule/due.js'
import { ANA, column, createHouse, LUIS, OWNER, phone, project, writes } from './_house.js'

const number = { ...project.business.number, alsoSimulator: true, warmUpDays: 0 }
const spared = (change: Partial<typeof number>) => ({
  ...project,
  business: { ...project.business, number: { ...number, ...change } },
})

const PEOPLE = [ANA, LUIS, '+573005550103', '+573005550104']
const WAITING = "select reason from outbox where status = 'queued'"

async function restrict(app: App, duration: string): Promise<void> {
  const until = addDuration(app.clock.iso(), duration, project.business.timeZone)
  await app.simulator?.restrict(until)
  await app.settle()
}

test('reminders over the budget of an hour wait, say why, and go when there is room', async () => {
  const app = createHouse().open({ project: spared({ unaskedPerHour: 2 }) })
  await writes(app, OWNER, 'hola')
  for (const person of PEOPLE) await writes(app, person, 'hola, necesito 20 camisetas polo')
  const before = PEOPLE.map((person) => phone(app, person).length)
  const reminded = () =>
    PEOPLE.filter((person, at) => phone(app, person).length > (before[at] ?? 0))
  await app.advance('P1DT10M')
  expect(reminded()).toHaveLength(2)
  expect(column(app, WAITING)).toEqual(['held.hour_budget', 'held.hour_budget'])
  const [line = ''] = await writes(app, OWNER, 'línea')
  expect(line).toContain('Mensajes que nadie pidió: 2 en la última hora (caben 2)')
  expect(line).toContain('Esperan 2 mensajes:')
  // What waits holds up no answer.
  const [waiting = ''] = PEOPLE.filter((person) => !reminded().includes(person))
  expect(await writes(app, waiting, 'para el 15 de abril')).toHaveLength(1)
  await app.advance('PT2H')
  expect(reminded()).toHaveLength(4)
  expect(column(app, WAITING)).toEqual([])
})

test('a restriction is told once, holds what nobody asked for, and lets answers through', async () => {
  const house = createHouse()
  const app = house.open({ project: spared({}) })
  await writes(app, OWNER, 'hola')
  await writes(app, ANA, 'hola, necesito 20 camisetas polo')
  await restrict(app, 'P3D')
  await restrict(app, 'P3D')
  expect(phone(app, OWNER).filter((text) => text.includes('WhatsApp limitó'))).toHaveLength(1)
  const before = phone(app, ANA).length
  await app.advance('P2D')
  expect(phone(app, ANA)).toHaveLength(before)
  expect(await writes(app, LUIS, 'hola, necesito 12 delantales')).not.toEqual([])
  expect((await writes(app, OWNER, 'cómo va la línea'))[0]).toContain(
    'no deja que este número abra',
  )
  // It ends before its time: what waited is asked about at once, and the owner hears of it once.
  expect(column(app, "select held from timers where held = 'held.locked'")).toHaveLength(1)
  await app.simulator?.restrict(null)
  await app.settle()
  const lifted = () => phone(app, OWNER).filter((text) => text.includes('ya no limita'))
  expect(lifted()).toEqual([expect.stringContaining('para +573005550101, va saliendo')])
  expect(phone(app, ANA).length).toBeGreaterThan(before)
  await app.simulator?.restrict(null)
  await app.advance('P2D')
  expect(lifted()).toHaveLength(1)
})
