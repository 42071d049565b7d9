import { expect, test, vi } from 'vitest'
import { column, createHouse, PATIENTLY } from './_house.js'

const TEXTS = ['hola', 'necesito 20 camisetas polo', 'para el viernes', 'con el logo bordado']
const IDS = 'select message_id from inbox order by id'

test('takes the first messages of somebody new in their order', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const people = [1, 2, 3, 4].map((at) =>
    house.double.contact({ phone: `57300555070${at}`, name: `Persona ${at}` }),
  )
  const said = await Promise.all(
    people.map((one) => Promise.all(TEXTS.map((text) => one.say(text)))),
  )
  await vi.waitFor(() => expect(column(app, IDS)).toHaveLength(16), PATIENTLY)
  for (const ids of said) {
    expect(column(app, IDS).filter((id) => ids.includes(String(id)))).toEqual(ids)
  }
})

test('lets what is written at this moment not overtake what waited', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact({ phone: '573005550101', name: 'Ana' })
  await app.close()
  const waited = await Promise.all(Array.from({ length: 12 }, (_, at) => ana.say(`uno ${at}`)))
  const begin = house.double.ledger.length
  const again = house.open()
  let seen = 0
  await house.double.waitFor(({ kind }) => seen++ >= begin && kind === 'ready')
  const live = await ana.say('lo último')
  await vi.waitFor(() => expect(column(again, IDS)).toHaveLength(13), PATIENTLY)
  expect(column(again, IDS)).toEqual([...waited, live])
})
