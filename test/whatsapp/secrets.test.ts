import { expect, test, vi } from 'vitest'
import { column, createHouse, hears, link, PATIENTLY, reaches } from './_house.js'

const KEY = { SESSION_KEY: 'una frase larga para la prueba' }
const ANA = { phone: '573005550101', name: 'Ana' }

test('with a key no part of the session can be read on disk, and it still connects', async () => {
  const house = await createHouse()
  const app = house.open(KEY)
  await link(app, house.double)
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  const values = column(app, 'select value from whatsapp_sessions')
  expect(values.length).toBeGreaterThan(10)
  expect(values.filter((value) => !String(value).startsWith('sealed1:'))).toEqual([])
  await app.close()
  await reaches(house.open(KEY), 'open')
})

test('with another key the line asks to be linked again, and is', async () => {
  const house = await createHouse()
  const app = house.open(KEY)
  await link(app, house.double)
  await app.close()
  const again = house.open({ SESSION_KEY: 'otra frase' })
  await reaches(again, 'needs_link')
  await again.whatsapp.link(null)
  await link(again, house.double)
})

test('the text of a message is nowhere in the journal once it is in the inbox', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  await vi.waitFor(() => {
    expect(column(app, 'select count(*) from journal where plaintext is not null')).toEqual([0])
  }, PATIENTLY)
  expect(column(app, 'select count(*) from journal')[0]).toBeGreaterThan(0)
})
