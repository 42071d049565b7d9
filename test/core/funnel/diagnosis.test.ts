import { describe, expect, test } from 'vitest'
import { diagnose, type SignCounts } from '../../../src/core/funnel/diagnosis.js'
import { type JudgedAlert, proposeWeights, withWeights } from '../../../src/core/funnel/weights.js'
import { flowOf } from '../flow/written.js'

const NOTHING: SignCounts = { people: 0, sales: 0, discounted: 0, open: 0, dragging: 0 }
const now = (change: Partial<SignCounts>, before: Partial<SignCounts> = {}) =>
  diagnose({ now: { ...NOTHING, ...change }, before: { ...NOTHING, ...before } })

describe('the three signs', () => {
  test('are told with number, trend and threshold', () => {
    const [few, dragging, discounts] = now(
      { people: 100, sales: 4, discounted: 3, open: 10, dragging: 5 },
      { people: 50, sales: 5, discounted: 1, open: 8, dragging: 4 },
    )
    expect(few).toMatchObject({
      kind: 'few_sales',
      part: 4,
      of: 100,
      rate: 0.04,
      before: 0.1,
      trend: 'worse',
      threshold: 0.05,
      verdict: 'bad',
    })
    expect(dragging).toMatchObject({ rate: 0.5, trend: 'same', verdict: 'bad' })
    expect(discounts).toMatchObject({ rate: 0.75, before: 0.2, trend: 'worse', verdict: 'bad' })
  })

  test.each([
    ['few_sales', { people: 19, sales: 0 }, 'few'],
    ['few_sales', { people: 20, sales: 1 }, 'fine'],
    ['dragging', { open: 4, dragging: 4 }, 'few'],
    ['dragging', { open: 5, dragging: 2 }, 'fine'],
    ['discounts', { sales: 3, discounted: 3 }, 'few'],
    ['discounts', { sales: 4, discounted: 2 }, 'fine'],
  ])('%s of %j is %s', (kind, counts, verdict) => {
    expect(now(counts).find((sign) => sign.kind === kind)?.verdict).toBe(verdict)
  })

  test('have no trend without a month before, and fewer discounts are better', () => {
    expect(now({ sales: 4, discounted: 1 })[2]?.trend).toBe('unknown')
    expect(now({ sales: 4, discounted: 1 }, { sales: 4, discounted: 3 })[2]?.trend).toBe('better')
  })
})

describe('what alerts came to', () => {
  const LINES = [
    { id: 'budget', points: 20, reason: 'tiene con qué' },
    { id: 'date', points: 20, reason: 'tiene fecha' },
  ]
  const alerts = (n: number, good: boolean, ...reasons: readonly string[]): JudgedAlert[] =>
    Array.from({ length: n }, () => ({ good, reasons }))

  test('moves the points of a line that goes with sales, and of one that does not', () => {
    const judged = [...alerts(10, true, 'budget'), ...alerts(10, false, 'date')]
    // base (10 + 1) / 22 = 0.5; with budget (10 + 2) / 14, with date (0 + 2) / 14: both past the bounds.
    expect(proposeWeights(LINES, judged)).toEqual([
      { line: 'budget', reason: 'tiene con qué', from: 20, to: 30 },
      { line: 'date', reason: 'tiene fecha', from: 20, to: 10 },
    ])
  })

  test.each([
    ['too few alerts', [...alerts(9, true, 'budget'), ...alerts(10, false, 'date')]],
    ['a line that always holds', [...alerts(15, true, 'budget'), ...alerts(15, false, 'budget')]],
    [
      'no difference',
      [true, false].flatMap((good) => [...alerts(6, good, 'budget'), ...alerts(6, good, 'date')]),
    ],
  ])('moves nothing for %s', (_why, judged) => {
    expect(proposeWeights(LINES, judged)).toEqual([])
  })

  test('is a scorecard of other points, the same object each time', () => {
    const flow = flowOf(`
id: talk
title: T
mode: talk
steps:
  - ask: need
    text: "¿Qué?"
scorecard:
  threshold: 60
  lines:
    - { id: budget, points: 20, when: { known: need }, reason: "r" }
`)
    const weights = { flow: flow.id, points: { budget: 35 } }
    const other = withWeights(flow, weights)
    expect(other.scorecard?.lines[0]?.points).toBe(35)
    expect(withWeights(flow, weights)).toBe(other)
    expect(withWeights(flow, null)).toBe(flow)
    expect(withWeights(flow, { ...weights, flow: 'other' })).toBe(flow)
  })
})
