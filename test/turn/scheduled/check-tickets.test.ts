import { expect, test } from 'vitest'
import { ANA, OWNER, openApp, phone, viewOf, writes } from '../_house.js'

const FITS = 'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido'

test('a ticket that lost its reminder has one again the next night, and is not forgotten', async () => {
  const app = openApp()
  await writes(app, OWNER, 'hola')
  await writes(app, ANA, FITS)
  await writes(app, OWNER, 'ganado ana 840 mil')
  await writes(app, ANA, 'qué mal, llegaron torcidas')
  expect(viewOf(app).tickets).toMatchObject([{ number: 1, status: 'open' }])

  app.db.raw.exec(`delete from timers where flow = '@ticket/1'`)
  const names = () => viewOf(app).timers.map(({ name }) => name)
  expect(names()).not.toContain('caso 1')
  await app.advance('PT12H')
  await app.advance('PT6H')
  expect(names()).toContain('caso 1')
  await app.advance('P1D')
  expect(phone(app, OWNER).filter((text) => text.includes('caso 1* de Ana'))).not.toEqual([])
})
