import { expect, test, vi } from 'vitest'
import type { App } from '../../src/app/app.js'
import { column, createHouse, hears, PATIENTLY, reaches, TALKATIVE } from './_house.js'

const ANA = { phone: '573005550101', name: 'Ana' }
/** More of them with BACKLOG=500. */
const BACKLOG = Number(process.env.BACKLOG ?? 60)
const EACH = 10
/** Nothing is answered before the test says so. */
const SLOWLY = { SETTLE_MS: '60000' }

async function receives(app: App, count: number): Promise<void> {
  const stored = () => column(app, 'select count(*) from inbox')
  await vi.waitFor(() => expect(stored()).toEqual([count]), { ...PATIENTLY, timeout: 60_000 })
}

test('answers a message edited before its answer as it stands, and one taken back not at all', async () => {
  const house = await createHouse()
  const app = await house.openLinked(SLOWLY)
  const ana = house.double.contact(ANA)
  const id = await ana.say('necesito 20 camisetas polo')
  await ana.edit(id, 'necesito 30 camisetas polo')
  const luis = house.double.contact({ phone: '573005550102', name: 'Luis' })
  await luis.unsay(await luis.say('necesito 20 camisas'))
  await receives(app, 4)
  await app.settle()
  const [answer] = await hears(ana, 1)
  expect(answer).toContain('30 camisetas')
  expect([ana.heard.length, luis.heard.length]).toEqual([1, 0])
})

test('takes a message once that comes again under its id, also after a restart', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  const id = await ana.say('hola, necesito 20 camisetas polo')
  await hears(ana, 1)
  await ana.say('hola, necesito 20 camisetas polo', { id })
  await app.close()
  await ana.say('hola, necesito 20 camisetas polo', { id })
  const again = house.open()
  await reaches(again, 'open')
  await ana.say('para el viernes')
  await hears(ana, 2)
  await again.settle()
  expect(column(again, 'select message_id from inbox')).toHaveLength(2)
  expect(ana.heard).toHaveLength(2)
})

test('makes one turn of a burst whose messages come in another order than they were written', async () => {
  const house = await createHouse()
  const app = await house.openLinked(SLOWLY)
  const ana = house.double.contact(ANA)
  const now = Date.now()
  await ana.say('para el viernes', { at: new Date(now - 1_000) })
  await ana.say('necesito 20 camisetas polo', { at: new Date(now - 9_000) })
  await receives(app, 2)
  await app.settle()
  await hears(ana, 1)
  expect(column(app, "select name from slots where name in ('quantity', 'urgency')")).toHaveLength(
    2,
  )
  expect(ana.heard).toHaveLength(1)
})

test('answers all that was written while it was off, once', { timeout: 180_000 }, async () => {
  const house = await createHouse(undefined, TALKATIVE)
  const people = Array.from({ length: BACKLOG / EACH }, (_, at) =>
    house.double.contact({ phone: `5730055503${String(at).padStart(2, '0')}`, name: `P${at}` }),
  )
  const before = await house.openLinked()
  await before.close()
  for (const person of people) {
    for (let nth = 0; nth < EACH; nth += 1) await person.say(`necesito ${20 + nth} camisetas polo`)
  }
  const app = house.open()
  await receives(app, BACKLOG)
  await app.settle()
  await vi.waitFor(
    () => {
      expect(people.filter(({ heard }) => heard.length === 0)).toEqual([])
      expect(column(app, 'select distinct status from outbox')).toEqual(['delivered'])
    },
    { ...PATIENTLY, timeout: 60_000 },
  )
  expect(column(app, 'select distinct status from inbox')).toEqual(['done'])
  const [said] = column(app, 'select count(*) from outbox')
  expect(people.reduce((sum, { heard }) => sum + heard.length, 0)).toBe(said)
  // In each chat in the order in which they were written.
  const order = column(app, 'select content from inbox order by contact_id, id')
  expect(order).toEqual(
    people.flatMap(() =>
      Array.from({ length: EACH }, (_, nth) =>
        JSON.stringify({ kind: 'text', text: `necesito ${20 + nth} camisetas polo` }),
      ),
    ),
  )
})

test('answers nobody with whom a personal number had a chat before it was linked', async () => {
  const house = await createHouse()
  const mother = house.double.contact({ phone: '573005550109', name: 'Mamá', earlier: true })
  const app = await house.openLinked()
  const { business } = app.project
  const number = { ...business.number, personal: true }
  app.reload({ ...app.project, business: { ...business, number } })
  const known = () => column(app, 'select count(*) from acquaintances')
  await vi.waitFor(() => expect(known()).toEqual([2]), PATIENTLY)
  const ana = house.double.contact(ANA)
  await mother.say('hola, necesito 20 camisetas polo')
  await ana.say('hola, necesito 20 camisetas polo')
  await receives(app, 2)
  await hears(ana, 1)
  await app.settle()
  expect(mother.heard).toEqual([])
})
