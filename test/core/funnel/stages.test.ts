import { describe, expect, test } from 'vitest'
import { laterOf, pathTo } from '../../../src/core/funnel/stages.js'
import { STAGES, type Stage } from '../../../src/core/types.js'

describe('pathTo', () => {
  test.each<[Stage | null, Stage, string]>([
    [null, 'visitor', 'visitor'],
    [null, 'lead', 'visitor lead'],
    [null, 'opportunity', 'visitor lead qualified opportunity'],
    ['stranger', 'visitor', 'visitor'],
    ['visitor', 'qualified', 'lead qualified'],
    ['qualified', 'customer', 'opportunity customer'],
    ['lead', 'lead', ''],
    ['customer', 'qualified', ''],
    ['customer', 'repeat_customer', 'repeat_customer'],
    ['customer', 'advocate', 'advocate'],
    ['repeat_customer', 'advocate', 'advocate'],
    ['advocate', 'visitor', ''],
  ])('from %s to %s passes "%s"', (from, to, stages) => {
    const moves = pathTo(from, to)
    expect(moves.map((move) => move.to).join(' ')).toBe(stages)
    expect(moves.map((move) => move.from)).toEqual(
      moves.map((_, index) => (index === 0 ? from : moves[index - 1]?.to)),
    )
  })

  test('every path ends where it was to lead, each stage once', () => {
    for (const from of [null, ...STAGES]) {
      for (const to of STAGES.slice(1)) {
        const path = pathTo(from, to).map((move) => move.to)
        expect(new Set(path).size).toBe(path.length)
        if (path.length > 0) expect(path.at(-1)).toBe(to)
      }
    }
  })
})

test.each<[Stage | null, Stage | null, Stage | null]>([
  [null, null, null],
  [null, 'visitor', 'visitor'],
  ['lead', 'visitor', 'lead'],
  ['lead', 'advocate', 'advocate'],
])('the later of %s and %s is %s', (a, b, later) => {
  expect(laterOf(a, b)).toBe(later)
})
