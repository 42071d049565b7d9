import { expect, test } from 'vitest'
import { compileHolidays } from '../../bin/compile-holidays.mjs'

const COMPILED = compileHolidays(new Date('2026-03-10T00:00:00Z'))

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

test.each([
  ['CO', '2026-03-23', true], // San José, moved to its Monday
  ['CO', '2026-03-24', false],
  ['CO', '2026-04-03', true], // Good Friday
  ['CO', '2025-12-25', true],
  ['MX', '2026-09-16', true],
  ['AR', '2026-07-09', true],
  ['ES', '2026-12-25', true],
  ['US', '2026-07-04', true],
  ['CO', '2038-12-25', true],
])('%s rests on %s: %s', (country, date, expected) => {
  expect(COMPILED[country]?.includes(dayOf(date))).toBe(expected)
})

test('every country of the bot has days of rest, in order and each once', () => {
  const countries = 'AR BO BR CL CO CR CU DO EC ES GT HN MX NI PA PE PR PY SV UY VE US'.split(' ')
  for (const country of countries) {
    const days = COMPILED[country] ?? []
    expect(days.length, country).toBeGreaterThan(14 * 5)
    expect([...new Set(days)].toSorted((a, b) => a - b)).toEqual(days)
  }
})
