import { expect, test } from 'vitest'
import { bandOf, forecastOf, type OddsRow, oddsOf } from '../../../src/core/funnel/odds.js'

function row(change: Partial<OddsRow>): OddsRow {
  return { rung: 'qualified', band: 2, won: 0, lost: 0, open: 0, quoted: 0, quotes: 0, ...change }
}

const chance = (rows: readonly OddsRow[], rung: OddsRow['rung'], band: OddsRow['band']) =>
  oddsOf(rows).find((odds) => odds.rung === rung && odds.band === band)

test('nothing known is even, and one sale is no certainty', () => {
  expect(chance([], 'qualified', 2)).toEqual({ rung: 'qualified', band: 2, chance: 0.5, cases: 0 })
  // All: (1 + 1) / (1 + 2); stage and band lean on it with the weight of four cases.
  const all = 2 / 3
  const stage = (1 + 4 * all) / 5
  expect(chance([row({ won: 1 })], 'qualified', 2)?.chance).toBeCloseTo((1 + 4 * stage) / 5, 10)
})

test('many cases speak for themselves, others lean on them', () => {
  const rows = [row({ won: 90, lost: 10 }), row({ rung: 'lead', band: 0, won: 5, lost: 95 })]
  expect(chance(rows, 'qualified', 2)?.chance).toBeCloseTo(0.9, 1)
  expect(chance(rows, 'lead', 0)?.chance).toBeCloseTo(0.06, 1)
  const unseen = chance(rows, 'qualified', 3)?.chance ?? 0
  expect(unseen).toBeCloseTo((90 + 4 * (96 / 202)) / 104, 10)
})

test('what is open counts at its odds, with its quote or an average sale', () => {
  const rows = [row({ won: 2, lost: 2, open: 3, quoted: 400_000, quotes: 2 })]
  const odds = chance(rows, 'qualified', 2)?.chance ?? 0
  expect(forecastOf(rows, 100_000)).toEqual({
    open: 3,
    expected: Math.round((400_000 + 100_000) * odds),
    cases: 4,
  })
  expect(forecastOf(rows, null).expected).toBe(Math.round(400_000 * odds))
})

test.each([
  [0, 0],
  [39, 0],
  [40, 1],
  [60, 2],
  [79, 2],
  [80, 3],
  [100, 3],
])('a score of %i is in band %i', (score, band) => {
  expect(bandOf(score)).toBe(band)
})
