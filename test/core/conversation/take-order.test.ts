import { describe, expect, test } from 'vitest'
import { pair } from '../../../src/core/conversation/take-order.js'
import type { Found, Quantity } from '../../../src/core/understanding/types.js'
import { atBakery } from './_bakery.js'
import { slots, talk } from './_engine.js'

const product = (id: string, start: number, end: number) => ({ id, span: [start, end] as const })
const count = (value: number, start: number, end: number): Found<Quantity> => ({
  value: { count: value, unit: null },
  said: String(value),
  span: [start, end],
  confidence: 1,
})

describe('pair', () => {
  test.each([
    ['nothing', [], [], []],
    ['a product without a count', [product('polo', 0, 5)], [], [['polo', null]]],
    ['a count before it', [product('polo', 3, 8)], [count(20, 0, 2)], [['polo', 20]]],
    ['a count right after it', [product('polo', 0, 5)], [count(20, 6, 8)], [['polo', 20]]],
    [
      'of one product a count that comes a little later',
      [product('delantal', 0, 10)],
      [count(30, 22, 24)],
      [['delantal', 30]],
    ],
    [
      'no count that stands too far from either',
      [product('camisa', 40, 46), product('polo', 50, 54)],
      [count(20, 0, 2)],
      [
        ['camisa', null],
        ['polo', null],
      ],
    ],
    [
      'each its own count',
      [product('camisa', 3, 10), product('delantal', 16, 26)],
      [count(20, 0, 2), count(10, 13, 15)],
      [
        ['camisa', 20],
        ['delantal', 10],
      ],
    ],
    [
      'one count for the first only',
      [product('camisa', 3, 10), product('delantal', 13, 23)],
      [count(20, 0, 2)],
      [
        ['camisa', 20],
        ['delantal', null],
      ],
    ],
    [
      'the same product twice: the last counts',
      [product('polo', 3, 8), product('polo', 20, 25)],
      [count(20, 0, 2), count(35, 17, 19)],
      [['polo', 35]],
    ],
  ])('%s', (_, products, quantities, expected) => {
    const items = pair(products, quantities)
    expect(items.map(({ product: id, quantity }) => [id, quantity])).toEqual(expected)
  })
})

/** With this nothing is left to ask. */
const HANDED = 'necesito 20 camisetas polo para el 15 de abril, tengo un millón, yo decido'

describe('an order', () => {
  test.each([
    [['necesito 20 camisas'], [['camisa', 20]]],
    [
      ['necesito 20 camisas y 10 delantales'],
      [
        ['camisa', 20],
        ['delantal', 10],
      ],
    ],
    [['necesito camisas', '15'], [['camisa', 15]]],
    [['necesito 20 camisetas polo', 'perdón, son 35'], [['polo', 35]]],
    [['necesito 20 camisas', 'perdón, 20 pantalones'], [['pantalon', 20]]],
    [
      ['necesito 20 camisas', 'y 12 delantales'],
      [
        ['camisa', 20],
        ['delantal', 12],
      ],
    ],
    [
      [HANDED, 'y hacen delantales?', '20 también'],
      [
        ['polo', 20],
        ['delantal', 20],
      ],
    ],
    [['necesito 20 camisas', 'cuánto vale el delantal?'], [['camisa', 20]]],
    [['es para una cafetería, somos 14'], []],
  ])('%j is taken line by line', (texts, expected) => {
    const items = talk(...texts).state.inquiry?.items ?? []
    expect(items.map(({ product: id, quantity }) => [id, quantity])).toEqual(expected)
  })

  test('the quantity is the sum of all lines', () => {
    const chat = talk('necesito 20 camisas y 10 delantales')
    expect(slots(chat)).toMatchObject({ need: 'camisas de dotación y delantales', quantity: 30 })
  })

  test('a kind of buyer with a head count is a need with what that kind usually takes', () => {
    const chat = talk('es para una cafetería, somos 14')
    expect(slots(chat)).toMatchObject({ need: 'camisetas polo y delantales', quantity: 14 })
    expect(chat.said.join(' ')).toContain('$994.000')
  })

  test('what the catalogue does not have is still a need, in their own word', () => {
    const chat = talk('quiero 15 batas de laboratorio')
    expect(chat.state.inquiry).toMatchObject({ unknownProduct: 'batas', items: [] })
    expect(slots(chat)).toMatchObject({ need: 'batas', quantity: 15 })
  })
})

describe('what is counted beside an order', () => {
  test.each([
    ['quiero un pastel para 150 personas, 3 pisos con flores naturales', 150],
    ['quiero un pastel de 3 pisos, para 80 personas', 80],
    ['un pastel para 20 personas con 2 velas, mi hijo cumple 5 años', 20],
    ['quiero un pastel de 2 sabores', null],
    ['somos 12 personas y 4 perros, quiero un pastel', 12],
    ['quiero un pastel, somos 10 adultos y 6 niños', 16],
  ])('%s', (text, quantity) => {
    expect(slots(atBakery(text)).quantity ?? null).toBe(quantity)
  })

  test('of several things that are sold the one that is named is the need', () => {
    expect(slots(atBakery('buenas, quiero pan para 30 personas')).need).toBe('pan')
  })
})
