import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Person } from '../../../src/web/deps.js'
import { type House, OWNER, openHouse, PROSPECT, post } from '../_house.js'

const LUZ = '+573105550102'
const people: readonly Person[] = [
  { phone: PROSPECT, name: 'Ana María Beltrán', stage: 'lead', lastAt: '2026-03-10T14:00:00.000Z' },
  { phone: LUZ, name: null, stage: null, lastAt: '2026-03-10T15:00:00.000Z' },
  { phone: OWNER, name: 'Rosalba', stage: 'visitor', lastAt: '2026-03-10T16:00:00.000Z' },
]
const chat = z.object({ phone: z.string(), bubbles: z.array(z.looseObject({ side: z.string() })) })
const shape = z.object({
  now: z.string(),
  people: z.array(z.unknown()),
  next: z.object({ phone: z.string(), name: z.string() }),
  prospect: chat.nullable(),
  known: z.unknown(),
  owner: chat.nullable(),
  greetFrom: z.string().nullable(),
})

let house: House

beforeEach(async () => {
  house = await openHouse({ people: () => people })
})
afterEach(() => house.server.close())

async function view(query: Record<string, string> = {}, from = house) {
  const search = new URLSearchParams(query)
  return shape.parse(await (await fetch(`${from.url}/simulator/view?${search}`)).json())
}

test('lists the prospects, latest first, without the people of the business', async () => {
  expect((await view()).people).toEqual([
    { phone: LUZ, name: LUZ, initials: '+', stage: '' },
    { phone: PROSPECT, name: 'Ana María Beltrán', initials: 'AB', stage: 'Lead' },
  ])
})

test('shows the latest prospect and the first of the staff until somebody is chosen', async () => {
  const first = await view()
  expect([first.prospect?.phone, first.owner?.phone]).toEqual([LUZ, OWNER])
  const chosen = await view({ phone: PROSPECT, staff: '+573000000002' })
  expect([chosen.prospect?.phone, chosen.owner?.phone]).toEqual([PROSPECT, '+573000000002'])
  expect((await view({ staff: '+573009999999' })).owner?.phone).toBe(OWNER)
})

test('puts somebody who has not written yet in front of the list', async () => {
  const { people: chips } = await view({ phone: '+573105550109', name: 'Wilson' })
  expect(chips[0]).toEqual({
    phone: '+573105550109',
    name: 'Wilson',
    initials: 'W',
    stage: 'Sin escribir',
  })
})

test('proposes an invented person whose phone is free', async () => {
  expect((await view()).next).toEqual({ phone: '+573105550103', name: 'Yolanda Castro' })
})

test('asks for a greeting until the owner has written', async () => {
  expect((await view()).greetFrom).toBe(OWNER)
  await post(`${house.url}/simulator/messages`, { from: OWNER, text: 'hola' })
  const after = await view()
  expect(after.greetFrom).toBeNull()
  expect(after.owner?.bubbles).toMatchObject([{ side: 'me' }])
})

test('has no prospect in an empty house', async () => {
  const empty = await openHouse()
  const shown = await view({}, empty)
  expect([shown.prospect, shown.known, shown.people]).toEqual([null, null, []])
  expect(shown.next.phone).toBe(PROSPECT)
  await empty.server.close()
})
