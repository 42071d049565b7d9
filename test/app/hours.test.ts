import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.js'
import type { Week } from '../../src/core/business/types.js'
import { ANA, OWNER, openApp, phone, project, viewOf, writes } from '../turn/_house.js'

const ORDER = 'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido'

/** Monday to Saturday the same, Sunday closed. */
function week(...day: Week[number]): Week {
  return [day, day, day, day, day, day, []]
}

function shopOf(hours: Week, clock: string): App {
  const business = { ...project.business, hours, digest: null }
  const now = (): Date => new Date(`2026-03-${clock}:00-05:00`)
  return openApp({ project: { ...project, business }, now })
}

const SPLIT = week([480, 750], [960, 1200])
const SHIPPED = project.business.hours

/** What a person reads who writes then, and when the owner is reminded if nobody takes it. */
test.each<[string, Week, string, string, string]>([
  ['at night', SHIPPED, '10T23:40', 'mañana antes de las 10', '11T08:15'],
  ['deep in the night', SHIPPED, '10T02:30', 'hoy antes de las 6 p. m.', '10T08:15'],
  ['before it opens', SHIPPED, '10T06:30', 'hoy antes de las 6', '10T08:15'],
  ['over lunch', SHIPPED, '10T12:45', 'hoy antes de las 6', '10T13:45'],
  ['in the long break of a split day', SPLIT, '10T14:00', 'hoy antes de las 8', '10T16:15'],
  ['minutes before the closing', SHIPPED, '10T17:55', 'mañana antes de las 10', '11T08:10'],
  ['on a Saturday afternoon', SHIPPED, '14T15:00', 'el lunes antes de las 10', '16T08:15'],
  ['on a Sunday', SHIPPED, '15T11:00', 'mañana antes de las 10', '16T08:15'],
  ['before a long weekend', SHIPPED, '21T12:50', 'el martes antes de las 10', '24T08:05'],
  ['on a holiday', SHIPPED, '23T10:00', 'mañana antes de las 10', '24T08:15'],
  [
    'where it is always open',
    week([0, 1440]),
    '10T03:00',
    'hoy antes de la medianoche',
    '10T03:15',
  ],
  ['of an evening shop', week([1080, 1440]), '10T10:00', 'hoy antes de la medianoche', '10T18:15'],
])('who writes %s is told when a person answers', async (_, hours, clock, promise, reminded) => {
  const app = shopOf(hours, clock)
  await writes(app, OWNER, 'hola')
  const said = await writes(app, ANA, ORDER)
  expect(said.join('\n')).toContain(`le escribe ${promise}`)
  expect(viewOf(app).slots).toMatchObject({ quantity: { value: 20 }, name: { value: 'Ana' } })
  expect(phone(app, OWNER).filter((text) => text.includes(ANA))).toHaveLength(1)
  const dueAt = new Date(`2026-03-${reminded}:00-05:00`).toISOString()
  expect(viewOf(app).timers).toEqual([{ name: 'recordar-aviso', dueAt }])
})

test('who writes to a business without hours is promised no time, and nobody is chased', async () => {
  const app = shopOf([[], [], [], [], [], [], []], '10T10:00')
  await writes(app, OWNER, 'hola')
  const said = await writes(app, ANA, ORDER)
  expect(said.join('\n')).toContain('le escribe apenas abra el negocio')
  expect(phone(app, OWNER).at(-1)).toContain(ANA)
  expect(phone(app, OWNER).at(-1)).toContain('usted le escribe apenas abra el negocio')
  expect(viewOf(app).timers).toEqual([])
})
