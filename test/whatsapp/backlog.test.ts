import { expect, test, vi } from 'vitest'
import { column, createHouse } from './_house.js'

/** The full size with BACKLOG=500. */
const PEOPLE = Number(process.env.BACKLOG ?? 60)
const PATIENTLY = { timeout: 240_000, interval: 100 }

test('messages that waited while it was down are answered once each, in their order', {
  timeout: 300_000,
}, async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  await app.close()
  const people = Array.from({ length: PEOPLE }, (_, at) =>
    house.double.contact({
      phone: `57300557${String(at).padStart(4, '0')}`,
      name: `Persona ${at}`,
    }),
  )
  const ids = await Promise.all(people.map((one) => one.say('necesito 20 camisetas polo')))
  expect(house.double.pending).toBe(PEOPLE)
  const again = house.open()
  await vi.waitFor(() => {
    expect(people.filter(({ heard }) => heard.length === 0)).toHaveLength(0)
  }, PATIENTLY)
  await again.settle()
  expect(new Set(people.map(({ heard }) => heard.length))).toEqual(new Set([1]))
  expect(column(again, 'select message_id from inbox order by id')).toEqual(ids)
})
