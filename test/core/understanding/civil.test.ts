import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  daysInMonth,
  easter,
  fromDay,
  toDay,
  weekdayOf,
} from '../../../src/core/understanding/civil.js'

describe('calendar', () => {
  test('agrees with the platform on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const date = new Date(day * 86_400_000)
        const { year, month, day: dom } = fromDay(day)
        expect([year, month, dom]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ])
        expect(toDay(year, month, dom)).toBe(day)
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay())
      }),
    )
  })

  test.each([
    [2024, 3, 31],
    [2025, 4, 20],
    [2026, 4, 5],
    [2027, 3, 28],
    [2038, 4, 25],
  ])('Easter of %i is %i/%i', (year, month, day) => {
    expect(easter(year)).toBe(toDay(year, month, day))
  })

  test('a month on from the 31st is the last day of a shorter month', () => {
    expect(addMonths(toDay(2026, 1, 31), 1)).toBe(toDay(2026, 2, 28))
    expect(addMonths(toDay(2026, 11, 30), 3)).toBe(toDay(2027, 2, 28))
    expect(daysInMonth(2028, 2)).toBe(29)
  })
})
