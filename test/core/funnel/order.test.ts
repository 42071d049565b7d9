import { expect, test } from 'vitest'
import type { Case, InquiryState } from '../../../src/core/conversation/types.js'
import { orderOf, suggestedBy } from '../../../src/core/funnel/order.js'
import type { Iso, Slots } from '../../../src/core/types.js'
import { hilvan } from '../business/hilvan.js'

const business = {
  ...hilvan,
  personas: [
    {
      id: 'restaurante',
      name: 'Restaurantes',
      one: 'cafetería',
      segment: 'b2b',
      words: ['cafetería'],
      suggests: ['polo', 'delantal'],
      when: null,
      flow: null,
    },
  ],
} as const

type Wanted = Partial<Pick<InquiryState, 'items' | 'persona' | 'unknownProduct'>>

function ordered(wanted: Wanted, count: number | null = null) {
  const at = '2026-03-10T15:00:00.000Z' as Iso
  const said = { said: '', confidence: 1, message: null, at }
  const slots: Slots =
    count === null ? {} : { quantity: { status: 'known', value: count, ...said } }
  const inquiry = { items: [], persona: null, unknownProduct: null, slots, ...wanted }
  return orderOf({ inquiry } as unknown as Case, business)
}

test('nobody orders anything before the first inquiry', () => {
  expect(orderOf({ inquiry: null } as unknown as Case, business)).toEqual([])
})

test('what was named is the order, with its own counts', () => {
  const items = [
    { product: 'polo', quantity: 20 },
    { product: 'delantal', quantity: 10 },
  ]
  expect(ordered({ items }, 30)).toEqual(items)
})

test('a product without a count takes the people it is for', () => {
  expect(ordered({ items: [{ product: 'polo', quantity: null }] }, 14)).toEqual([
    { product: 'polo', quantity: 14 },
  ])
})

test('without any count the count stays open', () => {
  expect(ordered({ items: [{ product: 'polo', quantity: null }] })).toEqual([
    { product: 'polo', quantity: null },
  ])
})

test('a known kind of buyer with a count gets what that kind usually takes', () => {
  expect(ordered({ persona: 'restaurante' }, 14)).toEqual([
    { product: 'polo', quantity: 14 },
    { product: 'delantal', quantity: 14 },
  ])
  expect(ordered({ persona: 'restaurante' })).toEqual([])
})

test('something the facts do not know is not replaced by a suggestion', () => {
  expect(ordered({ persona: 'restaurante', unknownProduct: 'batas' }, 14)).toEqual([])
})

test.each([
  ['restaurante', ['polo', 'delantal']],
  ['nadie', []],
  [null, []],
])('%s usually takes %j', (id, ids) => {
  expect(suggestedBy(id, business)).toEqual(ids)
})
