import { daysLater, instant, wallTime } from './calendar.js'
import type { Person } from './people.js'
import type { Heard, Town } from './town.js'

/** What the script itself did, in order: with what was heard, all that the judge may look at. */
export type Deed = {
  readonly at: string
  readonly who: string
  readonly kind:
    | 'wrote'
    | 'left' // asked not to be written to
    | 'bought'
    | 'liked' // a good check-in, or a score of 9 or 10
    | 'shrugged' // a score of 7 or 8
    | 'disliked' // a bad check-in, or a score of 6 or less
    | 'complained'
    | 'settled' // the owner said that it is solved, and the customer did not deny it
    | 'special' // became a key account
    | 'came by code' // `about` is their name
    | 'benefit' // the owner handed over what somebody had earned
  readonly about: string
}

/** How far somebody has come. */
export type Life = {
  readonly person: Person
  card: string | null
  sold: number
  left: boolean
  /** Number of the ticket that is open, as the owner was told it. */
  ticket: string | null
  refused: boolean
  /** A code they may pass on. */
  code: string | null
}

export type Stage = {
  readonly town: Town
  readonly random: () => number
  readonly lives: Map<string, Life>
  readonly deeds: Deed[]
  readonly heard: Heard[]
  readonly agenda: { readonly at: string; readonly act: () => Promise<void> }[]
  /** Shown every line as it arrives. */
  readonly listen: (line: Heard) => void
}

export const OWNER = '+573000000001'

export function note(stage: Stage, kind: Deed['kind'], who: string, about = ''): void {
  stage.deeds.push({ at: stage.town.now(), who, kind, about })
}

/** In so many days, at some hour of the morning or afternoon. */
export function later(stage: Stage, days: number, act: () => Promise<void>): void {
  const { date } = wallTime(stage.town.now())
  const hour = String(9 + Math.floor(stage.random() * 8)).padStart(2, '0')
  stage.agenda.push({ at: instant(daysLater(date, Math.max(1, days)), `${hour}:10`), act })
}

/** Before anything else happens. */
export function soon(stage: Stage, act: () => Promise<void>): void {
  stage.agenda.push({ at: stage.town.now(), act })
}

export async function says(stage: Stage, who: string, body: object): Promise<void> {
  note(stage, 'wrote', who)
  hear(stage, await stage.town.write(who, body))
}

export async function waitUntil(stage: Stage, at: string): Promise<void> {
  hear(stage, await stage.town.waitUntil(at))
}

function hear(stage: Stage, lines: readonly Heard[]): void {
  stage.heard.push(...lines)
  for (const line of lines) stage.listen(line)
}

/** Does what is on the agenda until then, the earliest first. */
export async function actUntil(stage: Stage, until: string): Promise<void> {
  for (;;) {
    stage.agenda.sort((a, b) => a.at.localeCompare(b.at))
    const next = stage.agenda[0]
    if (next === undefined || next.at > until) break
    stage.agenda.shift()
    await waitUntil(stage, next.at)
    await next.act()
  }
  await waitUntil(stage, until)
}
