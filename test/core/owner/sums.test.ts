import { describe, expect, it } from 'vitest'
import { createSumReader } from '../../../src/core/understanding/sum.js'
import { hilvan } from '../business/hilvan.js'
import { lexicon } from '../understanding/lexicon.js'
import { hear, lead, parser, texts, world } from './people.js'

const readAmount = createSumReader(lexicon, hilvan.country)
const at = world([lead('Ana', { items: [] })], { readAmount, checkIn: null })

describe('sums with the reader of the app', () => {
  it.each([
    ['ganado 840 mil', 840_000],
    ['ganado $840.000', 840_000],
    ['ganado 1.420.000', 1_420_000],
    ['ganado 1,4 millones', 1_400_000],
    ['vendido un millón y medio', 1_500_000],
    ['ya pagó 2 melones', 2_000_000],
    ['ganado ana 840 mil', 840_000],
    ['vendí 840 mil a Ana', 840_000],
    ['ganado 840000 ana', 840_000],
    ['venta de ochocientos mil a ana', 800_000],
  ])('%s', (text, amount) => {
    expect(hear(text, at).actions.map(({ action }) => action)).toEqual([
      { kind: 'won', amount, saleId: 'sale-1' },
    ])
  })

  it.each([
    ['ganado 1500', '¿1.500 o 1.500.000?'],
    ['ganado 1.500', '¿1.500 o 1.500.000?'],
    ['ganado 840', '¿840 o 840.000?'],
    ['ganado ana 900', '¿900 o 900.000?'],
  ])('doubts %s', (text, question) => {
    expect(texts(hear(text, at))).toEqual([question])
  })

  it.each([
    ['840 mil', 840_000],
    ['fueron 1.420.000 pesos', 1_420_000],
    ['1.420.000', 1_420_000],
    ['como 2 millones', 2_000_000],
  ])('takes %j for an answer', (text, amount) => {
    const asked = hear('ganado', at)
    const [sold] = hear(text, at, asked.staff).actions
    expect(sold?.action).toEqual({ kind: 'won', amount, saleId: 'sale-1' })
  })

  it('asks when a sum is less than nothing', () => {
    expect(hear('ganado -5', at).actions).toEqual([])
  })

  it('sees no sum in a name or a courtesy', () => {
    expect(parser('ganado ana mil gracias', readAmount)).toMatchObject({
      command: { kind: 'won', amount: null },
    })
  })
})
