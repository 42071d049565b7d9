import { daysLater, instant, type Place, wallTime } from './calendar.js'
import type { Person } from './people.js'
import type { Heard, Town } from './town.js'

/** What the script itself did, in order: with what was heard, all that judge and counter may look at. */
export type Deed = {
  readonly at: string
  readonly who: string
  /** How many lines all phones together had heard by then. */
  readonly heard: number
  readonly kind:
    | 'wrote'
    | 'left' // asked not to be written to
    | 'bought' // `about` is the sum
    | 'bought more' // the same, without having asked for it in the chat
    | 'ordered' // said what, how many, for when and with what sum
    | 'was quoted' // `about` is the sum
    | 'discount' // of the `quote` or the `sale` that comes next, as `about` says
    | 'objected' // said that it is too expensive
    | 'was lost' // the owner gave them up
    | 'asked to meet'
    | 'liked' // a good check-in, or a score of 9 or 10
    | 'shrugged' // a score of 7 or 8
    | 'disliked' // a bad check-in, or a score of 6 or less
    | 'scored' // `about` is the score
    | 'complained'
    | 'mended' // the owner said that it is solved
    | 'settled' // the owner said that it is solved, and the customer did not deny it
    | 'special' // became a key account
    | 'gave' // a contact: `about` is that phone
    | 'was sent' // wrote because somebody sent them: `about` is that one's phone
    | 'benefit' // the owner handed over what somebody had earned
    | 'spent' // `about` is the sum and on what
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
  readonly place: Place
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
  stage.deeds.push({ at: stage.town.now(), who, heard: stage.heard.length, kind, about })
}

/** In so many days, at some hour of the morning or afternoon. */
export function later(stage: Stage, days: number, act: () => Promise<void>): void {
  const { place, town, random, agenda } = stage
  const { date } = wallTime(place, town.now())
  const hour = String(9 + Math.floor(random() * 8)).padStart(2, '0')
  agenda.push({ at: instant(place, daysLater(date, Math.max(1, days)), `${hour}:17`), act })
}

/** Before anything else happens. */
export function soon(stage: Stage, act: () => Promise<void>): void {
  stage.agenda.push({ at: stage.town.now(), act })
}

export async function says(stage: Stage, who: string, body: object): Promise<readonly Heard[]> {
  note(stage, 'wrote', who)
  return hear(stage, await stage.town.write(who, body))
}

export async function waitUntil(stage: Stage, at: string): Promise<void> {
  hear(stage, await stage.town.waitUntil(at))
}

function hear(stage: Stage, lines: readonly Heard[]): readonly Heard[] {
  stage.heard.push(...lines)
  for (const line of lines) stage.listen(line)
  return lines
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
