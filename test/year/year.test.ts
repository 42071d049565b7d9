import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { randomFrom } from '../random.js'
import { BOGOTA, daysLater, MADRID, type Place } from './calendar.js'
import { FAULTS, type Fault, plant, uproot } from './faults.js'
import { compareFigures, compareWeeks } from './figures.js'
import { judge, type Verdict } from './judge.js'
import { castOf } from './people.js'
import { play, type Story } from './play.js'
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

/** The short form plants the first one only, among few. */
const PLANTED: readonly Fault[] = IS_FULL
  ? FAULTS
  : FAULTS.slice(0, 1).map((fault) => ({ ...fault, days: 12, people: 20 }))

const lines: object[] = []
let seen = 0

describe.each(YEARS)('a shop in $place.zone over $days days', ({ place, days, people, kills }) => {
  let story: Story
  let verdict: Verdict

  beforeAll(async () => {
    const random = randomFrom(SEED)
    const town = await openTown(place)
    const begun = performance.now()
    try {
      story = await play(town, castOf(random, nextJanuary(town.now()), days, people), random, kills)
    } finally {
      await town.close()
    }
    verdict = judge(story)
    const seconds = Math.round((performance.now() - begun) / 100) / 10
    lines.push({ zone: place.zone, days, ...lineOf(story, verdict), kills: kills.length, seconds })
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

describe.each(PLANTED)('where $name', (fault) => {
  test('the judge sees it', { timeout: 120_000 }, async () => {
    const program = plant(fault)
    onTestFinished(() => uproot(program))
    const town = await openTown(fault.place, program, fault.flows)
    onTestFinished(() => town.close())
    const random = randomFrom(SEED)
    const cast = castOf(random, nextJanuary(town.now()), fault.days, fault.people)
    expect(judge(await play(town, cast, random, []))[fault.rule]).not.toEqual([])
    seen += 1
  })
})

afterAll(() => {
  const report = process.env.YEAR_REPORT
  if (report === undefined) return
  const faults = { planted: PLANTED.length, seen }
  writeFileSync(report, JSON.stringify({ bench: 'year', seed: SEED, towns: lines, faults }))
})

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

function lineOf(story: Story, verdict: Verdict) {
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
    ...{ people: people.length, heard: heard.length, wrote: count('wrote') },
    ...{ sales: count('bought', 'bought more'), surveys: count('liked', 'shrugged', 'disliked') },
    ...{ complaints: count('complained'), left: count('left'), friends: count('was sent') },
    needless: needless(heard, count('wrote')),
    ...broken,
    figures,
  }
}
