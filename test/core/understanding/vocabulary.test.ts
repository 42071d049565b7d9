import { describe, expect, test } from 'vitest'
import { prepareLexicon } from '../../../src/core/understanding/lexicon.js'
import { createReader } from '../../../src/core/understanding/reader.js'
import { ask, lexicon, TUESDAY } from './lexicon.js'

describe('the words of a country', () => {
  test('stand before those that all countries share, which are prepared once', () => {
    const [peru, chile] = [prepareLexicon(lexicon, 'PE'), prepareLexicon(lexicon, 'CL')]
    expect(peru.layers.at(-1)).toBe(chile.layers.at(-1))
    expect(peru.layers[0]).not.toBe(chile.layers[0])
  })

  test('win over the common ones', () => {
    const read = createReader({
      languages: {
        es: {
          common: { phrases: { answer: { yes: ['ya'], no: ['nel'] } } },
          countries: { PE: { phrases: { answer: { no: ['ya'] } } } },
        },
      },
    })
    const answer = (country: string) =>
      read('ya', { question: 'yesno', country, today: TUESDAY }).yes?.value
    expect(answer('PE')).toBe(false)
    expect(answer('MX')).toBe(true)
  })

  test('a thousand of slang is in the money of the country', () => {
    const budget = (country: string) => ask('20 lucas', { question: 'budget', country }).budget
    expect(budget('AR')?.value).toMatchObject({ max: 20_000, currency: 'ARS' })
    expect(budget('PE')?.value).toMatchObject({ max: 20, currency: 'PEN' })
  })
})

describe('one wrong letter', () => {
  test.each([
    ['presuuesto de 500 mil', 500_000],
    ['presupuetso de 500 mil', 500_000],
    ['resupuesto de 500 mil', 500_000],
  ])('%s is understood', (text, max) => {
    expect(ask(text, { question: 'budget' }).budget?.value.max).toBe(max)
  })

  test.each([
    ['lo siento', 'budget'],
    ['hay espacio', 'urgency'],
    ['es una prueba', 'authority'],
    ['en breve le atendemos', 'open'],
  ] as const)('%s holds no such word', (text, question) => {
    const reading = ask(text, { question })
    expect(reading.budget).toBeNull()
    expect(reading.urgency).toBeNull()
    expect(reading.authority).toBeNull()
    expect(reading.intents).toEqual([])
  })
})
