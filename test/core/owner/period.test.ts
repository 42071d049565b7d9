import { describe, expect, test } from 'vitest'
import { daysOf, periodIn } from '../../../src/core/owner/period.js'
import { civil } from '../../../src/core/schedule/local-time.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { MESSAGES } from '../flow/written.js'

/** A Tuesday. */
const TODAY = toDay(2026, 3, 31)

function written([now, before]: ReturnType<typeof daysOf>): readonly string[] {
  const day = (at: number): string => {
    const { year, month, date } = civil(at)
    return `${year}-${month}-${date}`
  }
  return [now, before].map(({ first, last }) => `${day(first)} ${day(last)}`)
}

describe('the days that are told, and the ones they are held against', () => {
  test.each([
    ['today', ['2026-3-31 2026-3-31', '2026-3-30 2026-3-30']],
    ['yesterday', ['2026-3-30 2026-3-30', '2026-3-29 2026-3-29']],
    ['week', ['2026-3-30 2026-3-31', '2026-3-23 2026-3-24']],
    ['last_week', ['2026-3-23 2026-3-29', '2026-3-16 2026-3-22']],
    // February has no 31st.
    ['month', ['2026-3-1 2026-3-31', '2026-2-1 2026-2-28']],
    ['last_month', ['2026-2-1 2026-2-28', '2026-1-1 2026-1-31']],
    ['year', ['2026-1-1 2026-3-31', '2025-1-1 2025-3-31']],
  ] as const)('%s', (period, days) => {
    expect(written(daysOf(period, TODAY))).toEqual(days)
  })
})

test.each([
  ['cuánto vendí hoy', 'today'],
  ['¿y ayer?', 'yesterday'],
  ['ventas de esta semana', 'week'],
  ['cuánto vendimos la semana pasada', 'last_week'],
  ['cómo va el mes', 'month'],
  ['ventas del mes pasado', 'last_month'],
  ['cuánto llevamos este año', 'year'],
  ['cuánto he vendido', 'month'],
])('«%s» means %s', (text, period) => {
  expect(periodIn(text, MESSAGES)).toBe(period)
})
