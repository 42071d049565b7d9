import { daysLater, instant, type Place } from './calendar.js'
import { begin, react } from './customer.js'
import { ownerHears } from './owner.js'
import type { Cast, Person } from './people.js'
import { actUntil, type Deed, note, OWNER, type Stage, says } from './stage.js'
import type { Heard, Town } from './town.js'

/** What happened, as whoever lives in this town can know it. */
export type Story = {
  readonly owner: string
  readonly place: Place
  readonly from: string
  readonly until: string
  /** Whoever wrote, friends too. */
  readonly people: readonly Person[]
  readonly deeds: readonly Deed[]
  readonly heard: readonly Heard[]
  /** What the owner was told at the end of it, by the word that asked. */
  readonly told: { readonly [word: string]: string }
}

const HOURS = ['06:30', '09:30', '12:30', '16:00', '19:30', '22:00']
const ASKED = ['mis cifras', 'embudo', 'reporte', 'pronóstico', 'referidos', 'diagnóstico']
/** What the owner pays each month to be found. */
const SPENT = [
  ['400.000', 'meta'],
  ['90.000', 'volantes'],
] as const

/** How a story is told. */
export type Telling = {
  /** Days on which the bot is killed. */
  readonly kills?: readonly number[]
  /** Asked each night: where it says so the story ends there, and nobody asks for the figures. */
  readonly isEnough?: (story: Story) => boolean
}

/**
 * Plays so many days of a town: people write, buy, complain and leave by their plan, and answer what
 * they are asked by their mood; the owner takes every card, sells, and solves what is open, and asks for the
 * figures at the end.
 */
export async function play(
  town: Town,
  cast: Cast,
  random: () => number,
  { kills = [], isEnough = () => false }: Telling = {},
): Promise<Story> {
  const { place } = town
  const stage: Stage = {
    ...{ town, place, random, lives: new Map(), deeds: [], heard: [], agenda: [] },
    listen: (line) => listen(stage, line),
  }
  await actUntil(stage, instant(place, cast.from, '06:00'))
  await says(stage, OWNER, { text: 'hola' })
  for (const person of cast.people) {
    stage.agenda.push({
      at: instant(place, person.day, person.hour),
      act: () => begin(stage, person),
    })
  }
  for (let day = 0; day < cast.days; day += 1) {
    const date = daysLater(cast.from, day)
    if (kills.includes(day)) await town.kill()
    if (day % 30 === 15)
      stage.agenda.push({ at: instant(place, date, '09:00'), act: () => spend(stage) })
    for (const hour of HOURS) await actUntil(stage, instant(place, date, hour))
    const soFar = storyOf(stage, cast, {})
    if (isEnough(soFar)) return soFar
  }
  return storyOf(stage, cast, await askForFigures(stage))
}

function storyOf(stage: Stage, cast: Cast, told: Story['told']): Story {
  const { town, place, deeds, heard, lives } = stage
  return {
    ...{ owner: OWNER, place, from: instant(place, cast.from, '00:00'), until: town.now() },
    ...{ people: [...lives.values()].map(({ person }) => person), deeds, heard, told },
  }
}

async function spend(stage: Stage): Promise<void> {
  for (const [sum, source] of SPENT) {
    note(stage, 'spent', OWNER, `${sum.replaceAll('.', '')} ${source}`)
    await says(stage, OWNER, { text: `gasté ${sum} en ${source}` })
  }
}

async function askForFigures(stage: Stage): Promise<Story['told']> {
  const told: { [word: string]: string } = {}
  for (const text of ASKED) {
    const lines = await says(stage, OWNER, { text })
    told[text] = lines
      .filter(({ to }) => to === OWNER)
      .map((line) => line.text)
      .join('\n')
  }
  return told
}

function listen(stage: Stage, line: Heard): void {
  if (line.to === OWNER) return ownerHears(stage, line)
  const life = stage.lives.get(line.to)
  if (life !== undefined) react(stage, life, line.text)
}
