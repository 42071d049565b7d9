import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomFrom } from '../random.js'
import { BOGOTA, daysLater, MADRID, type Place } from './calendar.js'
import { castWith, FAULTS, type Fault, plant, uproot } from './faults.js'
import { compareFigures, compareWeeks } from './figures.js'
import { judge, RULES, type Verdict } from './judge.js'
import { castOf } from './people.js'
import { play, type Story } from './play.js'
import { sideBySide } from './side-by-side.js'
import { openTown } from './town.js'
import { wronglyTold } from './wrong.js'

type Year = {
  readonly place: Place
  readonly days: number
  readonly people: number
  readonly kills: readonly number[]
}

const IS_FULL = process.env.YEAR !== undefined
const SEED = Number(process.env.YEAR) || 7

/** In full the clock changes twice in Madrid, and never in Bogotá. */
const YEARS: readonly Year[] = IS_FULL
  ? [
      { place: BOGOTA, days: 365, people: 400, kills: [100, 250] },
      { place: MADRID, days: 365, people: 120, kills: [86, 304] },
    ]
  : [{ place: BOGOTA, days: 30, people: 30, kills: [9] }]

/** The short form plants the first one only. */
const PLANTED: readonly Fault[] = IS_FULL ? FAULTS : FAULTS.slice(0, 1)

type Played = { readonly story: Story; readonly verdict: Verdict; readonly seconds: number }

/** All of them wait for nothing but their turn; two at once are what the smallest machine has. */
const inTurn = sideBySide(2)
const towns = new Map<Year, Promise<Played>>()
/** The day on which it was seen; null: never. */
const faults = new Map<Fault, Promise<number | null>>()
const LONGEST_MS = 900_000

beforeAll(() => {
  for (const year of YEARS) towns.set(year, heldBack(inTurn(() => playYear(year))))
  for (const fault of PLANTED) faults.set(fault, heldBack(inTurn(() => playFault(fault))))
})

describe.each(YEARS)('a shop in $place.zone over $days days', (year) => {
  let story: Story
  let verdict: Verdict

  beforeAll(async () => {
    const played = await towns.get(year)
    if (played === undefined) throw new Error('not played')
    ;({ story, verdict } = played)
  }, LONGEST_MS)

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

  test('the figures that the owner is told are those that were counted apart', () => {
    const { compared, differences } = compareFigures(story)
    expect(differences).toEqual([])
    expect(compared).toBeGreaterThan(130)
  })

  test('so are those of the report of every Monday', () => {
    const { compared, differences } = compareWeeks(story)
    expect(differences).toEqual([])
    expect(compared).toBeGreaterThan(20)
  })

  test('and one that was told wrong would be seen, of each kind', { timeout: 60_000 }, () => {
    const wrong = wronglyTold(story)
    expect(wrong.length).toBeGreaterThan(17)
    const missed = wrong.filter(([, told]) => compareFigures(story, told).differences.length === 0)
    expect(missed.map(([what]) => what)).toEqual([])
  })
})

test.each(PLANTED)('where $name, the judge sees it', { timeout: LONGEST_MS }, async (fault) => {
  expect(await faults.get(fault)).toEqual(expect.any(Number))
})

afterAll(async () => {
  const report = process.env.YEAR_REPORT
  if (report === undefined) return
  const lines = await Promise.all(
    [...towns].map(async ([year, played]) => lineOf(year, await played)),
  )
  const days = await Promise.all(faults.values())
  const seen = days.filter((day) => day !== null).length
  const line = {
    bench: 'year',
    seed: SEED,
    towns: lines,
    faults: { planted: days.length, seen, days },
  }
  writeFileSync(report, JSON.stringify(line))
})

/** Whoever waits for it hears of its failure, and nobody before. */
function heldBack<T>(job: Promise<T>): Promise<T> {
  job.catch(() => {})
  return job
}

async function playYear({ place, days, people, kills }: Year): Promise<Played> {
  const random = randomFrom(SEED)
  const town = await openTown(place)
  const begun = performance.now()
  try {
    const cast = castOf(random, nextJanuary(town.now()), days, people)
    const story = await play(town, cast, random, { kills })
    const seconds = Math.round((performance.now() - begun) / 100) / 10
    return { story, verdict: judge(story), seconds }
  } finally {
    await town.close()
  }
}

async function playFault(fault: Fault): Promise<number | null> {
  const program = plant(fault)
  try {
    const town = await openTown(fault.place, program, fault.flows)
    try {
      const random = randomFrom(SEED)
      const cast = castWith(fault, random, nextJanuary(town.now()))
      return await dayOfFault(fault, (isEnough) => play(town, cast, random, { isEnough }))
    } finally {
      await town.close()
    }
  } finally {
    uproot(program)
  }
}

/** On which day the rule is broken for the first time: there the story ends. */
async function dayOfFault(
  { rule }: Fault,
  tell: (isEnough: (story: Story) => boolean) => Promise<Story>,
): Promise<number | null> {
  let day = 0
  const story = await tell((soFar) => {
    day += 1
    return RULES[rule](soFar).length > 0
  })
  return RULES[rule](story).length > 0 ? day : null
}

/** The first Monday after the holidays: the same days whenever this runs in a year. */
function nextJanuary(now: string): string {
  const first = `${Number(now.slice(0, 4)) + 1}-01-03`
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay()
  return daysLater(first, (8 - weekday) % 7)
}

/** Where the bot says that it does not know or did not understand, a model would have been asked. */
const NEEDED = /dato no lo tengo|tampoco lo sé|tampoco tengo ese dato|no entendí|escoja la que/i

/** Share of what was written that needs no model. */
function needless(heard: Story['heard'], wrote: number): number {
  const needed = heard.filter(({ text }) => NEEDED.test(text)).length
  return Math.round(1000 * (1 - needed / Math.max(1, wrote))) / 1000
}

function lineOf({ place, days, kills }: Year, { story, verdict, seconds }: Played) {
  const { deeds, heard, people } = story
  const count = (...kinds: readonly string[]): number =>
    deeds.filter(({ kind }) => kinds.includes(kind)).length
  const broken = Object.fromEntries(
    Object.entries(verdict).map(([rule, all]) => [rule, all.length]),
  )
  const both = [compareFigures(story), compareWeeks(story)]
  const figures = {
    compared: both.reduce((sum, { compared }) => sum + compared, 0),
    different: both.reduce((sum, { differences }) => sum + differences.length, 0),
  }
  return {
    ...{ zone: place.zone, days, people: people.length },
    ...{ heard: heard.length, wrote: count('wrote') },
    ...{ sales: count('bought', 'bought more'), surveys: count('liked', 'shrugged', 'disliked') },
    ...{ complaints: count('complained'), left: count('left'), friends: count('was sent') },
    needless: needless(heard, count('wrote')),
    ...broken,
    figures,
    ...{ kills: kills.length, seconds },
  }
}
