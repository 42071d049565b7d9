import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { randomFrom } from '../random.js'
import { daysLater } from './calendar.js'
import { FAULTS, plant, uproot } from './faults.js'
import { judge, type Verdict } from './judge.js'
import { castOf } from './people.js'
import { play, type Story } from './play.js'
import { openTown } from './town.js'

const SIZE =
  process.env.YEAR === undefined
    ? { days: 30, people: 30, kills: [9], seed: 7, ofFault: { days: 12, people: 20 } }
    : {
        ...{ days: 365, people: 400, kills: [100, 250] },
        ...{ seed: Number(process.env.YEAR) || 7, ofFault: { days: 120, people: 120 } },
      }

describe('a shop over the days', () => {
  let story: Story
  let verdict: Verdict

  beforeAll(async () => {
    const random = randomFrom(SIZE.seed)
    const town = await openTown()
    const begun = performance.now()
    try {
      const cast = castOf(random, nextJanuary(town.now()), SIZE.days, SIZE.people)
      story = await play(town, cast, random, SIZE.kills)
    } finally {
      await town.close()
    }
    verdict = judge(story)
    const report = process.env.YEAR_REPORT
    if (report !== undefined) {
      const seconds = Math.round((performance.now() - begun) / 100) / 10
      writeFileSync(report, JSON.stringify({ ...lineOf(story, verdict), seconds }))
    }
  }, 300_000)

  test('has something happen', () => {
    const kinds = new Set(story.deeds.map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['wrote', 'bought', 'liked', 'left']))
  })

  test.each<keyof Verdict>([
    ...(['askedUnhappy', 'forgotten', 'outsideHours', 'aboveCaps'] as const),
    ...(['toWhoLeft', 'rewardedTwice', 'neverCalled', 'writtenToFirst'] as const),
  ])('%s: none', (rule) => {
    expect(verdict[rule]).toEqual([])
  })
})

/** The short form plants the first one only. */
describe.each(process.env.YEAR === undefined ? FAULTS.slice(0, 1) : FAULTS)(
  'where $name',
  (fault) => {
    test('the judge sees it', { timeout: 120_000 }, async () => {
      const program = plant(fault)
      onTestFinished(() => uproot(program))
      const town = await openTown(program)
      onTestFinished(() => town.close())
      const random = randomFrom(SIZE.seed)
      const { days, people } = SIZE.ofFault
      const cast = castOf(random, nextJanuary(town.now()), days, people)
      expect(judge(await play(town, cast, random, []))[fault.rule]).not.toEqual([])
    })
  },
)

/** The first Monday after the holidays: the same days whenever this runs in a year. */
function nextJanuary(now: string): string {
  const first = `${Number(now.slice(0, 4)) + 1}-01-03`
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay()
  return daysLater(first, (8 - weekday) % 7)
}

function lineOf({ deeds, heard }: Story, verdict: Verdict) {
  const count = (kind: string): number => deeds.filter((deed) => deed.kind === kind).length
  const broken = Object.fromEntries(
    Object.entries(verdict).map(([rule, all]) => [rule, all.length]),
  )
  return {
    bench: 'year',
    ...{ days: SIZE.days, people: SIZE.people, heard: heard.length, wrote: count('wrote') },
    ...{ sales: count('bought'), complaints: count('complained'), left: count('left') },
    ...{ friends: count('came by code'), ...broken },
  }
}
