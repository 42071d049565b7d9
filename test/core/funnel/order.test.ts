import { expect, test } from 'vitest'
import type { InquiryState } from '../../../src/core/conversation/types.js'
import { orderOf, suggestedBy } from '../../../src/core/funnel/order.js'
import { NOW, newChat, project, talk } from '../conversation/_engine.js'

const { business } = project
const { state } = talk('hola')
if (state.inquiry === null) throw new Error('no inquiry')
const { inquiry } = state

function ordered(change: Partial<InquiryState>, count: number | null = null) {
  const at = { said: '', confidence: 1, message: null, at: NOW } as const
  const slots =
    count === null ? {} : { quantity: { status: 'known', value: count, ...at } as const }
  return orderOf({ ...state, inquiry: { ...inquiry, slots, ...change } }, business)
}

test('nobody orders anything before the first inquiry', () => {
  expect(orderOf(newChat().state, business)).toEqual([])
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
  ['salud', ['antifluido']],
  ['nadie', []],
  [null, []],
])('%s usually takes %j', (id, ids) => {
  expect(suggestedBy(id, business)).toEqual(ids)
})
