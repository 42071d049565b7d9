import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDigits } from '../../../src/core/understanding/digits.js'
import { createSumReader } from '../../../src/core/understanding/sum.js'
import { ask, lexicon } from './lexicon.js'

const sumIn = createSumReader(lexicon, 'CO')
const amountIn = (text: string) => sumIn(text)?.value ?? null

describe('digits', () => {
  test.each([
    ['1.800.000', 1_800_000],
    ['1,500.00', 1500],
    ['1.500,00', 1500],
    ["1'500.000", 1_500_000],
    ['2,5', 2.5],
    ['0.500', 0.5],
    ['12', 12],
  ])('%s is %d', (raw, value) => {
    expect(readDigits(raw)?.value).toBe(value)
  })

  test('three digits after the point are decimals before millions', () => {
    expect(readDigits('1.500', true)?.value).toBe(1.5)
  })

  test.each(['12.03.2026', '1.2.3.4', '1.5000.3'])('%s is no number', (raw) => {
    expect(readDigits(raw)).toBeNull()
  })

  test('every whole number comes back from each way of grouping it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (n) => {
        const dotted = new Intl.NumberFormat('de-DE').format(n)
        for (const raw of [String(n), dotted, dotted.replaceAll('.', ',')]) {
          expect(readDigits(raw)?.value).toBe(n)
        }
      }),
    )
  })
})

describe('amounts in words', () => {
  test.each([
    ['ganado 1.500.000', 1_500_000],
    ['840 mil', 840_000],
    ['gasté 50000 en meta', 50_000],
    ['millón y medio', 1_500_000],
    ['medio millón', 500_000],
    ['3 millones 200', 3_200_000],
    ['un millón ochocientos', 1_800_000],
    ['dos mil quinientos', 2500],
    ['treinta y cinco mil', 35_000],
    ['un cuarto de millón', 250_000],
    ['un par de millones', 2_000_000],
    ['1,2 millones', 1_200_000],
    ['75 000', 75_000],
    ['cotización 820.000 con descuento', 820_000],
    ['dos palos y medio', 2_500_000],
    ['tomar', null],
  ])('%s', (text, value) => {
    expect(amountIn(text)).toBe(value)
  })

  test('thousands and millions keep their worth whatever the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999 }), (n) => {
        expect(amountIn(`${n} mil`)).toBe(n * 1000)
        expect(amountIn(`${n} millones`)).toBe(n * 1_000_000)
        expect(amountIn(`$${n}.000`)).toBe(n * 1000)
      }),
    )
  })
})

describe('money slang by country', () => {
  test.each([
    ['CL', '20 lucas', 20_000, 'CLP'],
    ['PE', '20 lucas', 20, 'PEN'],
    ['AR', '2 palos verdes', 2_000_000, 'USD'],
    ['CR', '30 rojos', 30_000, 'CRC'],
    ['GT', 'Q1500', 1500, 'GTQ'],
    ['MX', '12 mil varos', 12_000, 'MXN'],
    ['HN', 'L 5,000', 5000, 'HNL'],
    ['DO', 'RD$ 3,500', 3500, 'DOP'],
    ['BR', '500 reais', 500, 'BRL'],
  ])('%s: %s', (country, text, value, currency) => {
    expect(ask(text, { country, question: 'budget' }).budget?.value).toEqual({
      min: value,
      max: value,
      currency,
      none: false,
    })
  })
})
