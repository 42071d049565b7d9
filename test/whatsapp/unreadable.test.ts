import { expect, test, vi } from 'vitest'
import type { App } from '../../src/app/app.js'
import { column, createHouse, hears, OWNER, PATIENTLY, reaches } from './_house.js'

const ANA = { phone: '573005550101', name: 'Ana' }
const AD = { title: 'Uniformes', url: 'https://example.com', clickId: 'c1' }
const SOON = { times: { holdMs: 50 } }

const kinds = (app: App) => column(app, 'select kind from inbox order by id')

test('never drops a message that stays unreadable: the person is told, and the owner once', async () => {
  const house = await createHouse()
  await house.openLinked({}, SOON)
  house.double.ownPhone.switchesOff()
  const rosalba = house.double.contact({ phone: OWNER, name: 'Rosalba' })
  await rosalba.say('hola')
  await hears(rosalba, 1)
  const ana = house.double.contact(ANA)
  await ana.sayFromAd('hola', AD)
  expect((await hears(ana, 1))[0]).toContain('No pude abrir ese mensaje')
  const [told] = (await hears(rosalba, 2)).slice(1)
  expect(told).toContain('Ana')
})

test('asks again after a restart for what it could not read, and then says nothing of it', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  house.double.ownPhone.switchesOff()
  const ana = house.double.contact(ANA)
  await ana.sayFromAd('necesito 20 camisetas polo', AD)
  await house.double.waitFor((entry) => entry.kind === 'peer')
  await app.close()
  house.double.ownPhone.switchesOn()
  const again = house.open()
  expect((await hears(ana, 1))[0]).toContain('$840.000')
  expect(kinds(again)).toEqual(['text'])
  expect(column(again, "select hash from journal where hash like 'unread/%'")).toHaveLength(1)
  expect(column(again, 'select plaintext from journal where plaintext is not null')).toEqual([])
})

test('tells of it after a restart where it still does not come', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  house.double.ownPhone.switchesOff()
  const ana = house.double.contact(ANA)
  const id = await ana.sayFromAd('hola', AD)
  await house.double.waitFor((entry) => entry.kind === 'peer')
  await app.close()
  const again = house.open({}, SOON)
  expect((await hears(ana, 1))[0]).toContain('No pude abrir ese mensaje')
  expect(column(again, 'select message_id from inbox')).toEqual([`${id}/unreadable`])
  await again.close()
  const third = house.open({}, SOON)
  await reaches(third, 'open')
  await ana.say('necesito 20 camisetas polo')
  await hears(ana, 2)
  expect(kinds(third)).toEqual(['unreadable', 'text'])
})

test('takes in the words of what came damaged once they are sent anew, and once only', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  const id = await ana.say('necesito 20 camisetas polo', { damaged: true })
  await vi.waitFor(() => expect(kinds(app)).toEqual(['text', 'text']), PATIENTLY)
  await ana.say('necesito 20 camisetas polo', { id })
  await ana.say('para el viernes')
  await vi.waitFor(() => expect(kinds(app)).toHaveLength(3), PATIENTLY)
  expect(column(app, `select count(*) from inbox where message_id = '${id}'`)).toEqual([1])
  await app.settle()
  expect(column(app, 'select plaintext from journal where plaintext is not null')).toEqual([])
})
