import { describe, expect, test } from 'vitest'
import type { Facts } from '../../../src/core/flow/condition.js'
import type { Flow, Measure } from '../../../src/core/flow/types.js'
import { judge } from '../../../src/core/funnel/score.js'
import type { Slot, Slots } from '../../../src/core/types.js'
import { NOW, project, talk } from '../conversation/_engine.js'

const shipped = project.flows.find(({ id }) => id === 'qualification')
if (shipped === undefined) throw new Error('no qualification flow')
const base: Flow = shipped

function facts(slots: Slots, measures: Partial<Record<Measure, number>> = {}): Facts {
  return {
    slot: (name) => slots[name],
    measure: (name) => measures[name] ?? null,
    sign: () => false,
  }
}

function known(value: string, said: string): Slot {
  return { status: 'known', value, said, confidence: 1, message: null, at: NOW }
}

const NEED = { need: known('camisas', 'quiero camisas') }

describe('judge', () => {
  test('of nothing known is nothing', () => {
    expect(judge(base, facts({}))).toEqual({
      score: 0,
      reasons: [],
      qualified: false,
      failed: null,
    })
  })

  test('gives each line that holds, with the words that prove it', () => {
    const { score, reasons } = judge(base, facts(NEED, { quantity: 12 }))
    expect(score).toBe(35)
    expect(reasons).toMatchObject([
      { id: 'necesidad', points: 20, said: 'quiero camisas' },
      { id: 'cantidad', points: 15, said: null },
    ])
  })

  test('a declined slot proves nothing and scores nothing', () => {
    const declined: Slot = { status: 'declined', said: 'paso', message: null, at: NOW }
    expect(judge(base, facts({ need: declined })).score).toBe(0)
  })

  test('the score stays between 0 and 100 whatever the lines add up to', () => {
    const line = {
      id: 'a',
      when: { kind: 'known', slot: 'need' },
      slot: null,
      reason: 'r',
    } as const
    const card = (points: number): Flow => ({
      ...base,
      scorecard: {
        threshold: 60,
        lines: [
          { ...line, points },
          { ...line, id: 'b', points },
        ],
      },
    })
    expect(judge(card(80), facts(NEED)).score).toBe(100)
    expect(judge(card(-80), facts(NEED)).score).toBe(0)
  })

  test('enough points without what must hold do not qualify', () => {
    const rich = facts(NEED, { quantity: 20, budget: 900_000, total: 800_000 })
    const card: Flow = { ...base, scorecard: { threshold: 10, lines: base.scorecard?.lines ?? [] } }
    expect(judge(card, rich)).toMatchObject({ qualified: false, failed: null })
  })

  test('a rule that fails disqualifies whatever the score', () => {
    const verdict = judge(base, facts(NEED, { budget: 200_000, quantity: 40 }))
    expect(verdict).toMatchObject({ qualified: false, failed: { id: 'presupuesto-bajo' } })
  })

  test('a flow without a scorecard never qualifies anybody', () => {
    expect(judge({ ...base, scorecard: null }, facts(NEED)).qualified).toBe(false)
  })
})

test.each([
  ['necesito 20 camisetas polo', 35, false],
  ['necesito 3 camisas', 20, false],
  ['necesito 20 camisetas polo, tengo un millón', 70, false],
  ['necesito 20 camisetas polo para el 15 de abril, tengo un millón', 90, true],
  [
    'necesito 20 camisetas polo para el 15 de abril, tengo un millón, yo decido la compra',
    100,
    true,
  ],
  ['necesito 20 camisetas polo para el 15 de abril, tengo 600 mil', 80, true],
  ['necesito 20 camisetas polo para el jueves, tengo un millón', 78, true],
  ['necesito 12 camisas para el 15 de abril, tengo 499 mil', 55, false],
])('%j scores %i', (text, score, qualified) => {
  expect(talk(text).state.inquiry).toMatchObject({ score, qualified })
})
