import { describe, expect, test } from 'vitest'
import { closely, exactly, roughly } from '../../src/transcript/passing.js'

const AT = Date.parse('2026-03-10T15:00:00.000Z')
const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000] as const

test.each([
  [0, null],
  [4 * MINUTE + 59 * SECOND, null],
  [17 * MINUTE + 20 * SECOND, 'PT17M'],
  [HOUR + 40 * SECOND, 'PT1H'],
  [DAY - 4 * MINUTE, 'P1D'],
  [2 * DAY + 3 * MINUTE, 'P2D'],
  [DAY + 2 * HOUR + 17 * MINUTE, 'P1DT2H17M'],
  [7 * DAY, 'P7D'],
])('%d ms are roughly %s', (gap, passed) => {
  expect(roughly.passed(AT, AT + gap)).toBe(passed)
})

test.each([
  [59 * SECOND, null],
  [MINUTE, 'PT1M'],
  [DAY, 'P1D'],
  [DAY + 3 * SECOND, 'P1DT1M'],
])('%d ms are closely %s', (gap, passed) => {
  expect(closely.passed(AT, AT + gap)).toBe(passed)
})

describe('exactly', () => {
  test.each([
    [999, null],
    [SECOND, 'PT1S'],
    [DAY - 4 * MINUTE - 750, 'PT23H55M59S'],
    [DAY, 'P1D'],
  ])('%d ms are %s', (gap, passed) => {
    expect(exactly.passed(AT, AT + gap)).toBe(passed)
  })

  test('what is cut off does not add up', () => {
    const moments = [0.9, 1.8, 2.7, 3.6, 4.5].map((seconds) => AT + seconds * SECOND)
    const passed = moments.slice(1).map((to, index) => exactly.passed(moments[index] ?? AT, to))
    expect(passed).toEqual(['PT1S', 'PT1S', 'PT1S', 'PT1S'])
  })
})

test('a test begins on the minute or the second', () => {
  expect(new Date(roughly.begins(AT + 59_999)).toISOString()).toBe('2026-03-10T15:00:00.000Z')
  expect(new Date(exactly.begins(AT + 59_999)).toISOString()).toBe('2026-03-10T15:00:59.000Z')
})
