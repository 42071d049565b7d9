import { describe, expect, test } from 'vitest'
import { hear, lead, texts, world } from './people.js'

const ana = lead('Ana')
const asked = world([ana], { receipt: ana.id, lastNews: ana.id })

describe('"¿Es el pago?"', () => {
  test.each([
    ['sí 1.200.000', 1_200_000],
    ['Sí, de 840 mil', 840_000],
    ['si 2 millones', 2_000_000],
    ['840 mil', 840_000],
    ['claro, 1.200.000', 1_200_000],
  ])('%s', (said, amount) => {
    const { actions } = hear(said, asked)
    expect(actions).toMatchObject([{ target: ana.id, action: { kind: 'won', amount } }])
  })

  test('a yes alone asks of how much, and a no leaves it', () => {
    expect(texts(hear('sí', asked))).toEqual(['¿De cuánto fue la venta?'])
    const no = hear('no', asked)
    expect([no.actions, texts(no)[0]]).toEqual([
      [],
      expect.stringContaining('No lo anoto como pago'),
    ])
  })

  test.each(['leads', 'listo', 'tomar ana', 'qué foto es'])('%s is no answer to it', (said) => {
    expect(hear(said, asked).actions.filter(({ action }) => action.kind === 'won')).toEqual([])
  })

  test('is asked no more once the sale is recorded', () => {
    const won = lead('Ana', { outcome: { kind: 'won', reason: '', at: asked.now } })
    const { actions } = hear('sí 1.200.000', world([won], { receipt: won.id }))
    expect(actions).toEqual([])
  })
})
