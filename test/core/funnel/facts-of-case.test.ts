import { describe, expect, test } from 'vitest'
import type { Measure, Sign } from '../../../src/core/flow/types.js'
import { factsOfCase, slotsOfCase, totalOf } from '../../../src/core/funnel/facts-of-case.js'
import { acts, type Chat, later, talk } from '../conversation/_engine.js'

function measured(chat: Chat, name: Measure): number | null {
  return factsOfCase(chat.state, chat.context, () => 3).measure(name)
}

function shows(chat: Chat, name: Sign): boolean {
  return factsOfCase(chat.state, chat.context).sign(name)
}

const ORDER = '20 camisetas polo para el viernes 27, tengo un millón'

describe('measures', () => {
  test.each<[Measure, string, number | null]>([
    ['quantity', ORDER, 20],
    ['total', ORDER, 840_000],
    ['budget', ORDER, 1_000_000],
    ['shortfall', ORDER, 0],
    ['shortfall', '20 camisetas polo, tengo 600 mil', 240_000],
    ['shortfall', '20 camisetas polo', null],
    ['shortfall', '20 camisetas polo, mínimo 800 mil', 0],
    ['days', ORDER, 17],
    ['workingDays', ORDER, 14],
    ['questionsLeft', ORDER, 3],
    ['purchases', ORDER, 0],
    ['quantity', 'hola', null],
    ['total', 'hola', null],
    ['budget', 'hola', null],
    ['days', 'hola', null],
    ['workingDays', 'hola', null],
    ['score', 'hola', 0],
    ['total', 'quiero 15 batas', null],
  ])('%s of %j is %j', (name, text, value) => {
    expect(measured(talk(text), name)).toBe(value)
  })

  test('days shrink as time passes', () => {
    expect(measured(later(talk(ORDER), 'P7D'), 'days')).toBe(10)
  })

  test('a sale counts as a purchase', () => {
    const won = acts(talk(ORDER), { kind: 'won', amount: 1, saleId: 's' })
    expect(measured(won, 'purchases')).toBe(1)
  })

  test('an open upper end of a budget counts by its beginning', () => {
    const budget = (text: string) => measured(talk(text), 'budget')
    expect(budget('20 camisetas polo, mínimo 800 mil')).toBe(800_000)
    expect(budget('20 camisetas polo, entre 700 y 900 mil')).toBe(900_000)
  })

  test.each(['budget', 'shortfall'] as const)(
    '%s is nobody knows what in another currency',
    (name) => {
      const chat = talk('20 camisetas polo, tengo unos 300 dólares')
      expect(chat.state.inquiry?.slots.budget).toMatchObject({
        value: { max: 300, currency: 'USD' },
      })
      expect(measured(chat, name)).toBeNull()
      expect(shows(chat, 'otherCurrency')).toBe(true)
      expect(shows(chat, 'disqualified')).toBe(false)
    },
  )

  test('a total is known only when every product has a price and a count', () => {
    const chat = talk('necesito camisas')
    expect(totalOf(chat.state, chat.context)).toBeNull()
  })
})

describe('signs', () => {
  test.each<[Sign, string, boolean]>([
    ['priced', ORDER, true],
    ['priced', 'quiero 15 batas', false],
    ['unknownProduct', 'quiero 15 batas', true],
    ['notMade', 'necesito zapatos', true],
    ['notMade', 'necesito zapatos y 20 camisas', false],
    ['disqualified', 'necesito zapatos', true],
    ['askedPrice', 'cuánto valen las camisas', true],
    ['askedMeeting', 'quiero una cita', true],
    ['askedPerson', 'quiero hablar con una persona', true],
    ['askedPerson', 'hola', false],
    ['business', 'hola', false],
    ['business', 'soy Ana, del restaurante La Alacena', true],
    ['business', 'es para una cafetería', true],
    ['qualified', ORDER, true],
    ['told', ORDER, true],
    ['told', 'hola', false],
    ['known', ORDER, false],
  ])('%s of %j is %j', (name, text, value) => {
    expect(shows(talk(text), name)).toBe(value)
  })

  test('who bought before is known', () => {
    expect(shows(acts(talk(ORDER), { kind: 'won', amount: 1, saleId: 's' }), 'known')).toBe(true)
  })
})

test('slots of the person and of the inquiry stand together', () => {
  const { state } = talk('soy Ana, necesito 15 camisas')
  expect(Object.keys(slotsOfCase(state)).toSorted()).toEqual(['name', 'need', 'quantity'])
})
