import { daysLater, instant } from './calendar.js'
import { begin, react } from './customer.js'
import { ownerHears } from './owner.js'
import type { Cast } from './people.js'
import { actUntil, type Deed, OWNER, type Stage, says } from './stage.js'
import type { Heard, Town } from './town.js'

/** What happened, as whoever lives in this town can know it. */
export type Story = {
  readonly owner: string
  readonly from: string
  readonly until: string
  readonly deeds: readonly Deed[]
  readonly heard: readonly Heard[]
}

const HOURS = ['06:30', '09:30', '12:30', '16:00', '19:30', '22:00']

/**
 * Plays so many days of a town: people write, buy, complain and leave by their plan, and answer what
 * they are asked by their mood; the owner takes every card, sells, and solves what is open. `kills` are
 * days on which the bot is killed.
 */
export async function play(
  town: Town,
  cast: Cast,
  random: () => number,
  kills: readonly number[],
): Promise<Story> {
  const stage: Stage = {
    ...{ town, random, lives: new Map(), deeds: [], heard: [], agenda: [] },
    listen: (line) => listen(stage, line),
  }
  await actUntil(stage, instant(cast.from, '06:00'))
  await says(stage, OWNER, { text: 'hola' })
  for (const person of cast.people) {
    stage.agenda.push({
      at: instant(person.day, person.hour),
      act: () => begin(stage, person),
    })
  }
  for (let day = 0; day < cast.days; day += 1) {
    if (kills.includes(day)) await town.kill()
    for (const hour of HOURS) await actUntil(stage, instant(daysLater(cast.from, day), hour))
  }
  const { deeds, heard } = stage
  return { owner: OWNER, from: instant(cast.from, '00:00'), until: town.now(), deeds, heard }
}

function listen(stage: Stage, line: Heard): void {
  if (line.to === OWNER) return ownerHears(stage, line)
  const life = stage.lives.get(line.to)
  if (life !== undefined) react(stage, life, line.text)
}
