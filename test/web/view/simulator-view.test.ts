import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person, WebDeps } from '../../../src/web/deps.js'
import {
  type SimulatorView,
  simulatorView,
  type Wanted,
} from '../../../src/web/view/simulator-view.js'
import { business, type House, OWNER, openHouse, PROSPECT, post } from '../_house.js'

const LUZ = '+573105550102'
const SELLER = '+573000000002'
const NOBODY: Wanted = { phone: null, staff: null, draft: null }
const people: readonly Person[] = [
  person(PROSPECT, {
    name: 'Ana María Beltrán',
    stage: 'lead',
    lastAt: '2026-03-09T14:00:00.000Z',
  }),
  person(LUZ, { lastAt: '2026-03-10T15:00:00.000Z' }),
  person(OWNER, { name: 'Rosalba', stage: 'visitor', lastAt: '2026-03-10T16:00:00.000Z' }),
]

function person(phone: string, more: Partial<Person>): Person {
  return { phone, name: null, stage: null, lastAt: null, unread: 0, ...more }
}

let house: House

beforeEach(async () => {
  house = await openHouse({ people: () => people })
})
afterEach(() => house.server.close())

function view(wanted: Partial<Wanted> = {}, change: Partial<WebDeps> = {}): SimulatorView {
  const { simulator } = house.deps
  if (simulator === null) throw new Error('the house has a simulator')
  return simulatorView({ ...house.deps, ...change }, simulator, { ...NOBODY, ...wanted })
}

test('lists the prospects, latest first, without the people of the business', async () => {
  const luz = {
    name: LUZ,
    called: 'Sin nombre',
    initials: '+',
    stage: '',
    last: '10:00',
    chosen: true,
  }
  const ana = { initials: 'AB', stage: 'Lead', reached: 3, last: 'lun 9 mar', chosen: false }
  expect(view().people).toMatchObject([
    { phone: LUZ, ...luz },
    { phone: PROSPECT, name: 'Ana María Beltrán', ...ana },
  ])
})

test('puts whoever has something unread before everybody else', async () => {
  const unread = people.map((one) => ({ ...one, unread: one.phone === PROSPECT ? 2 : 0 }))
  const { people: rail } = view({}, { people: () => unread })
  expect(rail.map((one) => [one.phone, one.unread])).toEqual([
    [PROSPECT, 2],
    [LUZ, 0],
  ])
})

test('shows the latest prospect and the first of the staff until somebody is chosen', async () => {
  const first = view()
  expect([first.prospect.phone, first.owner?.phone]).toEqual([LUZ, OWNER])
  const chosen = view({ phone: PROSPECT, staff: SELLER })
  expect([chosen.prospect.phone, chosen.owner?.member.name]).toEqual([PROSPECT, 'Fabián'])
  expect(view({ staff: '+573009999999' }).owner?.phone).toBe(OWNER)
})

test('puts somebody who has not written yet in front of the list', async () => {
  const { people: rail, prospect } = view({ phone: '+573105550109', draft: 'Wilson' })
  expect(rail[0]).toMatchObject({
    name: 'Wilson',
    initials: 'W',
    stage: 'Sin escribir',
    chosen: true,
  })
  expect(prospect).toMatchObject({ name: 'Wilson', draft: 'Wilson', bubbles: [] })
})

test('keeps a draft for nobody who wrote already', async () => {
  const { prospect } = view({ phone: PROSPECT, draft: 'Otra' })
  expect([prospect.name, prospect.draft]).toEqual(['Ana María Beltrán', null])
})

test('proposes an invented person of the country whose phone is free', async () => {
  expect(view().next).toEqual({ phone: '+573105550103', name: 'Yolanda Castro' })
  const mexico = view({}, { business: { ...business, country: 'MX' } })
  expect(mexico.next).toEqual({ phone: '+525555550101', name: 'Ana Beltrán' })
})

test('begins an empty house with somebody invented, and proposes another one', async () => {
  const empty = view({}, { people: () => [] })
  expect(empty.prospect).toMatchObject({
    phone: PROSPECT,
    name: 'Ana Beltrán',
    draft: 'Ana Beltrán',
  })
  expect(empty.next).toEqual({ phone: '+573105550102', name: 'Jorge Pineda' })
})

test('asks for a greeting until the owner has written', async () => {
  expect(view().greetFrom).toBe(OWNER)
  await post(`${house.url}/simulator/messages`, { from: OWNER, text: 'hola' })
  const after = view()
  expect(after.greetFrom).toBeNull()
  expect(after.owner?.bubbles).toMatchObject([{ side: 'me' }])
})

test('counts what a phone was handed and nobody looked at', async () => {
  const at = '2026-03-10T15:00:00.000Z'
  const message = { kind: 'text', text: 'Buenas' } as const
  const log = (['queued', 'acknowledged', 'delivered', 'read'] as const).map((status) => {
    return { author: 'bot' as const, id: status, at, replyTo: null, message, status }
  })
  expect(view({}, { conversation: () => log }).prospect.unread).toBe(2)
})

test('has no owner in a business without staff', async () => {
  const alone = view({}, { business: { ...business, staff: [] } })
  expect([alone.owner, alone.greetFrom]).toEqual([null, null])
})
