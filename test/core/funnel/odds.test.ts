import { expect, test } from 'vitest'
import { bandOf, forecastOf, type OddsRow, oddsOf } from '../../../src/core/funnel/odds.js'

function row(change: Partial<OddsRow>): OddsRow {
  return { rung: 'qualified', band: 2, won: 0, lost: 0, open: 0, quoted: 0, quotes: 0, ...change }
}

const chance = (rows: readonly OddsRow[], rung: OddsRow['rung'], band: OddsRow['band']) =>
  oddsOf(rows).find((odds) => odds.rung === rung && odds.band === band)

test('nothing known is even, and one sale is no certainty', () => {
  expect(chance([], 'qualified', 2)).toEqual({
    ...{ rung: 'qualified', band: 2, chance: 0.5, cases: 0, won: 0 },
  })
  // All: (1 + 1) / (1 + 2); stage and band lean on it with the weight of four cases.
  const all = 2 / 3
  const stage = (1 + 4 * all) / 5
  expect(chance([row({ won: 1 })], 'qualified', 2)?.chance).toBeCloseTo((1 + 4 * stage) / 5, 2)
})

test('many cases speak for themselves, others lean on them', () => {
  const rows = [row({ won: 90, lost: 10 }), row({ rung: 'lead', band: 0, won: 5, lost: 95 })]
  expect(chance(rows, 'qualified', 2)?.chance).toBeCloseTo(0.9, 1)
  expect(chance(rows, 'lead', 0)?.chance).toBeCloseTo(0.06, 1)
  const unseen = chance(rows, 'qualified', 3)?.chance ?? 0
  expect(unseen).toBeCloseTo((90 + 4 * (96 / 202)) / 104, 2)
})

test('what is open counts at its odds, with its quote or an average sale', () => {
  const rows = [row({ won: 2, lost: 2, open: 3, quoted: 400_000, quotes: 2 })]
  // All so far: (2 + 1) / (7 + 2); the stage leans on it, and the band on the stage.
  const line = { rung: 'qualified', band: 2, chance: 0.46, cases: 4, won: 2, open: 3 }
  expect(forecastOf(rows, 100_000.4)).toEqual({
    ...{ open: 3, expected: 230_000, cases: 4, averageSale: 100_000 },
    lines: [{ ...line, worth: 500_000, expected: 230_000 }],
  })
  expect(forecastOf(rows, null).expected).toBe(184_000)
})

test('what is expected is what its lines come to, each worth times whole per cents', () => {
  const rows = [
    row({ won: 2, lost: 4, open: 2, quoted: 999_999, quotes: 2 }),
    row({ rung: 'lead', band: 0, won: 1, lost: 30, open: 7 }),
    row({ rung: 'opportunity', band: 3, won: 5 }),
  ]
  const { lines, expected } = forecastOf(rows, 333_333)
  expect(lines.map(({ rung }) => rung)).toEqual(['opportunity', 'qualified', 'lead'])
  for (const each of lines) {
    expect(each.chance * 100).toBeCloseTo(Math.round(each.chance * 100), 9)
    expect(each.expected).toBe(Math.round((each.worth * Math.round(each.chance * 100)) / 100))
  }
  expect(expected).toBe(lines.reduce((sum, each) => sum + each.expected, 0))
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
