import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { randomFrom } from '../random.js'
import { BOGOTA, daysLater, instant } from '../year/calendar.js'
import { castOf, type Size } from './cast.js'
import { FAULTS, type Fault, shopWith } from './faults.js'
import { judge, type Verdict, waitersOf } from './judge.js'
import { play, type Story } from './play.js'
import { OWNER } from './stage.js'
import { type Heard, openTown } from './town.js'

const FULL = process.env.WEEK !== undefined
const SEED = Number(process.env.WEEK) || 7
const SIZE: Size = FULL
  ? { days: 7, quietDays: 5, people: 300, family: 6, flood: 500, restricted: [3, 36] }
  : { days: 2, quietDays: 2, people: 28, family: 6, flood: 70, restricted: [1, 12] }
const OF_FAULT: Size = FULL
  ? { days: 2, quietDays: 2, people: 120, family: 6, flood: 5, restricted: [1, 30] }
  : { days: 1, quietDays: 0, people: 5, family: 2, flood: 5, restricted: [0, 3] }

describe('a week of a busy number', () => {
  let story: Story
  let verdict: Verdict

  beforeAll(async () => {
    const begun = performance.now()
    story = await playWith(SIZE, [])
    verdict = judge(story)
    const report = process.env.WEEK_REPORT
    if (report !== undefined) {
      const seconds = Math.round((performance.now() - begun) / 100) / 10
      writeFileSync(report, JSON.stringify({ ...lineOf(story, verdict), seconds }))
    }
  }, 600_000)

  test('has something happen', () => {
    const kinds = new Set(story.deeds.map(({ kind }) => kind))
    expect([...kinds]).toEqual(
      expect.arrayContaining(['asked', 'flooded', 'typed', 'gave back', 'attended', 'restricted']),
    )
    expect(story.heard.some(isUnasked)).toBe(true)
    expect(waitersOf(story).length).toBeGreaterThan(0)
  })

  test.each<keyof Verdict>([
    ...(['toIgnored', 'aboveBudget', 'outsideHours', 'whileHuman', 'unanswered'] as const),
    ...(['toMachines', 'toFlooder', 'toWhoLeft', 'whileRestricted', 'neverSent'] as const),
    'notToldOnce',
  ])('%s: none', (rule) => {
    expect(verdict[rule]).toEqual([])
  })
})

/** The short form plants them together; the judge tells them apart. */
const PLANTED = FULL ? FAULTS.map((one) => [one]) : [FAULTS.slice(0, 3)]

test.each(PLANTED.map((faults) => [faults.map(({ name }) => name).join(', '), faults] as const))(
  'where %s, the judge sees it',
  { timeout: 300_000 },
  async (_, faults) => {
    const verdict = judge(await playWith(OF_FAULT, faults))
    for (const { rule } of faults) expect(verdict[rule], rule).not.toEqual([])
  },
)

async function playWith(size: Size, faults: readonly Fault[]): Promise<Story> {
  const from = nextJanuary(new Date().toISOString())
  const cast = castOf(randomFrom(SEED), from, size)
  const town = await openTown({
    // Long enough before: by the first day the number is no new one.
    from: instant(BOGOTA, daysLater(from, -20), '09:00'),
    business: shopWith(faults, cast),
    earlier: cast.family.filter(({ how }) => how === 'earlier').map(({ phone }) => phone),
  })
  try {
    return await play(town, cast)
  } finally {
    await town.close()
  }
}

/** The first Monday after the holidays: the same days whenever this runs in a year. */
function nextJanuary(now: string): string {
  const first = `${Number(now.slice(0, 4)) + 1}-01-12`
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay()
  return daysLater(first, (8 - weekday) % 7)
}

function isUnasked({ to, after }: Heard): boolean {
  return after === null && to !== OWNER
}

function lineOf(story: Story, verdict: Verdict) {
  const { deeds, heard } = story
  const count = (kind: string): number => deeds.filter((deed) => deed.kind === kind).length
  const broken = Object.fromEntries(
    Object.entries(verdict).map(([rule, all]) => [rule, all.length]),
  )
  return {
    bench: 'week',
    ...{ days: SIZE.days, chats: new Set(deeds.map(({ who }) => who)).size, seed: SEED },
    ...{
      wrote: deeds.length,
      heard: heard.length,
      unasked: heard.filter(isUnasked).length,
    },
    ...{ typed: count('typed'), held: waitersOf(story).length, ...broken },
  }
}
