import { describe, expect, test } from 'vitest'
import { countPerson, type PersonFacts } from '../../../src/core/funnel/count-person.js'
import type { DayFigures } from '../../../src/core/funnel/day-figures.js'
import { type Figures, figuresOf } from '../../../src/core/funnel/figures.js'
import { isoOf } from '../../../src/core/schedule/local-time.js'
import type { OutcomeKind } from '../../../src/core/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'

/** A made history: ten people over half a year, whose figures were worked out by hand. */
const TODAY = toDay(2026, 6, 30)
const DAY = 86_400_000
const MINUTE = 60_000
const BOGOTA = 'America/Bogota'

type Made = Partial<Pick<PersonFacts, 'stage' | 'isReferred' | 'referrals' | 'nps'>> & {
  readonly ago: number
  readonly source?: string
  /** Whether they wrote again after they were answered, and after how many minutes a person did. */
  readonly back?: boolean
  readonly human?: number
  readonly sold?: readonly number[]
  readonly ends?: readonly (OutcomeKind | null)[]
  readonly meets?: boolean
}

function person(made: Made): PersonFacts {
  const { ago, source = null, back = false, human = null, sold = [], ends = [], meets } = made
  // Noon in Bogotá.
  const wrote = (TODAY - ago) * DAY + 17 * 60 * MINUTE
  const at = (minutes: number) => isoOf(wrote + minutes * MINUTE)
  return {
    stage: 'visitor',
    ...{ isReferred: false, referrals: 0, nps: null },
    ...made,
    source: source === null ? null : { ...NOWHERE, sourceType: source },
    ...{ createdAt: at(0), firstWroteAt: at(0), lastWroteAt: at(back ? 3 : 0) },
    firstSaidAt: at(1),
    firstHumanAt: human === null ? null : at(human),
    sales: sold,
    inquiries: ends.map((kind) => ({
      asked: { price: false, meeting: meets === true, person: false },
      outcome: kind === null ? null : { kind, reason: '', at: at(60) },
    })),
  }
}

const NOWHERE = { sourceId: null, clickId: null, headline: null }

const PEOPLE: readonly Made[] = [
  { ago: 0, source: 'ad', back: true },
  { ago: 10, source: 'ad', stage: 'lead', back: true, human: 20, ends: [null], meets: true },
  { ago: 30, stage: 'customer', back: true, human: 10, sold: [300_000], ends: ['won'], nps: 9 },
  { ago: 30, source: 'ad', stage: 'qualified', human: 61, ends: ['lost'] },
  { ago: 31, isReferred: true, stage: 'opportunity', back: true, human: 5, ends: [null] },
  {
    ...{ ago: 60, source: 'post', stage: 'repeat_customer', back: true, human: 100 },
    ...{ sold: [200_000, 400_000], ends: ['won', 'won'], referrals: 2, nps: 10 },
  },
  { ago: 90, stage: 'lead', ends: ['lost'] },
  {
    ...{ ago: 91, source: 'ad', stage: 'customer', back: true, human: 7 },
    ...{ sold: [500_000], ends: ['won'], referrals: 1, nps: 3 },
  },
  { ago: 200 },
  // Only on a list: nobody yet.
  { ago: 5, stage: 'stranger' },
]

const days = PEOPLE.flatMap((made): readonly DayFigures[] => {
  const counted = countPerson(person(made), BOGOTA)
  return counted === null ? [] : [{ ...counted.sums, day: counted.day, source: counted.source }]
})
const minutes = PEOPLE.map((made) => countPerson(person(made), BOGOTA)?.minutes ?? null)

const { all, horizons, cohorts } = figuresOf({
  ...{ days, today: TODAY },
  spend: [
    { day: TODAY - 5, source: 'meta', amount: 90_000 },
    { day: TODAY - 60, source: 'meta', amount: 60_000 },
    { day: TODAY - 91, source: 'volantes', amount: 30_000 },
  ],
  waited: {
    ...{ short: 20, medium: 5, long: 7, all: 10 },
    months: [{ day: toDay(2026, 5, 1), minutes: 10 }],
  },
})

type Known = Omit<Figures, 'sums' | 'sources'> & {
  readonly people: number
  readonly leads: number
  readonly meetings: number
}

const KNOWN: { readonly [horizon: string]: readonly [Figures, Known] } = {
  'up to 30 days': [
    horizons.short,
    {
      ...{ people: 4, leads: 3, meetings: 1 },
      ...{ spent: 90_000, costPerLead: 30_000, responseRate: 3 / 4, firstAnswerMinutes: 20 },
      ...{ steps: [3 / 4, 2 / 3, 1 / 2, 1], winRate: 1 / 2 },
      ...{ repurchaseRate: 0, referralRate: 0, nps: 100 },
      ...{ ltv: 300_000, cac: 90_000, ratio: 300 / 90 },
    },
  ],
  '31 to 90 days': [
    horizons.medium,
    {
      ...{ people: 3, leads: 3, meetings: 0 },
      ...{ spent: 60_000, costPerLead: 20_000, responseRate: 2 / 3, firstAnswerMinutes: 5 },
      ...{ steps: [1, 2 / 3, 1, 1 / 2], winRate: 2 / 3 },
      ...{ repurchaseRate: 1, referralRate: 1, nps: 100 },
      ...{ ltv: 600_000, cac: 60_000, ratio: 10 },
    },
  ],
  'more than 90 days': [
    horizons.long,
    {
      ...{ people: 2, leads: 1, meetings: 0 },
      ...{ spent: 30_000, costPerLead: 30_000, responseRate: 1 / 2, firstAnswerMinutes: 7 },
      ...{ steps: [1 / 2, 1, 1, 1], winRate: 1 },
      ...{ repurchaseRate: 0, referralRate: 1, nps: -100 },
      ...{ ltv: 500_000, cac: 30_000, ratio: 500 / 30 },
    },
  ],
  'all of it': [
    all,
    {
      ...{ people: 9, leads: 7, meetings: 1 },
      ...{ spent: 180_000, costPerLead: 180_000 / 7, responseRate: 6 / 9, firstAnswerMinutes: 10 },
      ...{ steps: [7 / 9, 5 / 7, 4 / 5, 3 / 4], winRate: 4 / 6 },
      ...{ repurchaseRate: 1 / 3, referralRate: 2 / 3, nps: 33 },
      ...{ ltv: 1_400_000 / 3, cac: 60_000, ratio: 1_400_000 / 180_000 },
    },
  ],
  'of those who came in May': [
    cohorts[1]?.figures ?? all,
    {
      ...{ people: 4, leads: 4, meetings: 0 },
      ...{ spent: 60_000, costPerLead: 15_000, responseRate: 3 / 4, firstAnswerMinutes: 10 },
      ...{ steps: [1, 1, 3 / 4, 2 / 3], winRate: 3 / 4 },
      ...{ repurchaseRate: 1 / 2, referralRate: 1 / 2, nps: 100 },
      ...{ ltv: 450_000, cac: 30_000, ratio: 15 },
    },
  ],
}

describe('a made history', () => {
  test.each(Object.entries(KNOWN))(
    'every figure %s is right to the unit',
    (_, [figures, known]) => {
      const { sums, sources: __, ...rest } = figures
      const { people, leads, meetings } = sums
      expect({ ...rest, people, leads, meetings }).toEqual(known)
    },
  )

  test('what a lead costs by source follows the same spans', () => {
    expect([horizons.short, horizons.medium, horizons.long].map(({ sources }) => sources)).toEqual([
      [
        { source: 'meta', leads: 2, spent: 90_000, costPerLead: 45_000 },
        { source: 'direct', leads: 1, spent: 0, costPerLead: null },
      ],
      [
        { source: 'meta', leads: 1, spent: 60_000, costPerLead: 60_000 },
        { source: 'referred', leads: 1, spent: 0, costPerLead: null },
        { source: 'direct', leads: 1, spent: 0, costPerLead: null },
      ],
      [
        { source: 'meta', leads: 1, spent: 0, costPerLead: null },
        { source: 'volantes', leads: 0, spent: 30_000, costPerLead: null },
      ],
    ])
  })

  test('goes by the month of the first message', () => {
    expect(cohorts.map(({ figures: { sums } }) => [sums.people, sums.leads, sums.revenue])).toEqual(
      [
        [2, 1, 0],
        [4, 4, 900_000],
        [1, 1, 0],
        [1, 1, 500_000],
        [1, 0, 0],
      ],
    )
  })

  test('a wait is counted from the first message, and nobody waits who was never answered', () => {
    expect(minutes).toEqual([null, 20, 10, 61, 5, 100, null, 7, null, null])
  })
})
