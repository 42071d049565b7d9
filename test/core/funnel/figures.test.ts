import { describe, expect, test } from 'vitest'
import { type DayFigures, eachSum } from '../../../src/core/funnel/day-figures.js'
import { type FigureRows, figuresOf } from '../../../src/core/funnel/figures.js'
import { toDay } from '../../../src/core/understanding/civil.js'

const TODAY = toDay(2026, 6, 30)
const NONE = eachSum(() => 0)

function day(ago: number, source: string, sums: Partial<DayFigures>): DayFigures {
  return { ...NONE, ...sums, day: TODAY - ago, source }
}

const ROWS: FigureRows = {
  today: TODAY,
  waited: {
    ...{ short: 12, medium: null, long: 90, all: 15 },
    months: [{ day: TODAY - 29, minutes: 11 }],
  },
  spend: [
    { day: TODAY - 1, source: 'meta', amount: 60_000 },
    { day: TODAY - 60, source: 'meta', amount: 40_000 },
    { day: TODAY - 60, source: 'feria', amount: 10_000 },
  ],
  days: [
    day(0, 'meta', {
      people: 8,
      leads: 6,
      qualified: 3,
      opportunities: 2,
      customers: 1,
      answered: 4,
      sales: 1,
      revenue: 500_000,
      won: 1,
      lost: 3,
      meetings: 2,
    }),
    day(30, 'direct', { people: 2, leads: 0 }),
    day(31, 'meta', {
      people: 5,
      leads: 4,
      qualified: 4,
      opportunities: 4,
      customers: 4,
      sales: 6,
      revenue: 900_000,
      repeats: 2,
      referrers: 1,
      won: 4,
      promoters: 3,
      detractors: 1,
    }),
    day(90, 'direct', { people: 1, leads: 1, lost: 1, passives: 1 }),
    day(91, 'direct', { people: 1, leads: 1 }),
  ],
}

describe('figures', () => {
  const { all, horizons, cohorts } = figuresOf(ROWS)

  test('count each horizon from the first message', () => {
    expect(horizons.short.sums).toMatchObject({ people: 10, leads: 6 })
    expect(horizons.medium.sums).toMatchObject({ people: 6, leads: 5 })
    expect(horizons.long.sums).toMatchObject({ people: 1, leads: 1 })
    expect([horizons.short.spent, horizons.medium.spent, horizons.long.spent]).toEqual([
      60_000, 50_000, 0,
    ])
    expect(horizons.short.firstAnswerMinutes).toBe(12)
  })

  test('are right to the unit', () => {
    expect(all.spent).toBe(110_000)
    expect(horizons.short.costPerLead).toBe(10_000)
    expect(horizons.short.responseRate).toBe(0.4)
    expect(horizons.short.steps).toEqual([0.6, 0.5, 2 / 3, 0.5])
    expect(all.winRate).toBe(5 / 9)
    expect(horizons.medium).toMatchObject({
      ltv: 225_000,
      cac: 12_500,
      ratio: 18,
      repurchaseRate: 0.5,
      referralRate: 0.25,
      nps: 40,
    })
  })

  test('are unknown and not zero where there is nothing to divide by', () => {
    expect(horizons.long).toMatchObject({
      costPerLead: null,
      winRate: null,
      ltv: null,
      cac: null,
      ratio: null,
      nps: null,
      repurchaseRate: null,
    })
  })

  test('tell what each source brought and cost', () => {
    expect(all.sources).toEqual([
      { source: 'meta', leads: 10, spent: 100_000, costPerLead: 10_000 },
      { source: 'direct', leads: 2, spent: 0, costPerLead: null },
      { source: 'feria', leads: 0, spent: 10_000, costPerLead: null },
    ])
  })

  test('go by the month of the first message, the newest first', () => {
    expect(cohorts.map(({ figures }) => figures.sums.people)).toEqual([8, 7, 1, 1])
    expect(cohorts.map(({ figures }) => figures.spent)).toEqual([60_000, 50_000, 0, 0])
    expect(cohorts.map(({ figures }) => figures.firstAnswerMinutes)).toEqual([11, null, null, null])
  })
})
