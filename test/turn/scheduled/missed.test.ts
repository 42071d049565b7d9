import { expect, test } from 'vitest'
import type { App } from '../../../src/app/app.js'
import { isoOf } from '../../../src/core/schedule/local-time.js'
import { ANA, LUIS, NOW, OWNER, openApp, phone, send, viewOf, writes } from '../_house.js'

const HOUR = 3_600_000

function wrote(app: App, from: string, text: string, hoursAgo: number): Promise<string> {
  return send(app, { from, text, sentAt: isoOf(NOW - hoursAgo * HOUR) })
}

test('answers what waited for eleven hours, and asks pardon', async () => {
  const app = openApp()
  await wrote(app, ANA, 'hola, necesito 20 camisetas polo', 11)
  await app.settle()
  expect(phone(app, ANA).join('\n')).toContain('Perdón por la demora')
})

test('leaves what waited longer to the owner, who is told of all of it in one message', async () => {
  const app = openApp()
  await writes(app, OWNER, 'hola')
  const before = phone(app, OWNER).length
  await wrote(app, ANA, 'hola, soy Ana Torres, necesito 20 camisetas polo', 13)
  await wrote(app, LUIS, 'buenas, hacen batas?', 30)
  await app.settle()
  expect([...phone(app, ANA), ...phone(app, LUIS)]).toEqual([])
  expect(viewOf(app, ANA).slots).toMatchObject({ quantity: { value: 20 } })
  await app.advance('PT1M')
  const [list, ...others] = phone(app, OWNER).slice(before)
  expect(others).toEqual([])
  expect(list).toMatchInlineSnapshot(`
    "Estuve sin conexión, y esto llegó hace más de 12 horas. No lo respondí: mejor que les escriba usted.
    • *Ana Torres* · +573005550101, ayer a las 9 p. m.: «hola, soy Ana Torres, necesito 20 camisetas polo»
    • *+573005550102* · +573005550102, ayer a las 4 a. m.: «buenas, hacen batas?»"
  `)
  await app.advance('PT1H')
  expect(phone(app, OWNER)).toHaveLength(before + 1)
})

test('goes on with them as with anybody once they write again', async () => {
  const app = openApp()
  await wrote(app, ANA, 'hola, necesito 20 camisetas polo', 13)
  expect((await writes(app, ANA, 'siguen ahí?')).join('\n')).toContain('asistente automático')
})

test('an owner who comes later is told then', async () => {
  const app = openApp()
  await wrote(app, ANA, 'hola, necesito 20 camisetas polo', 13)
  await wrote(app, LUIS, 'buenas, hacen batas?', 30)
  await app.settle()
  const told = (await writes(app, OWNER, 'hola')).filter((text) => text.includes('12 horas'))
  expect(told).toHaveLength(1)
  expect(told[0]).toContain(LUIS)
})
