import { BOGOTA, instant } from '../year/calendar.js'
import type { Heard, Town } from './town.js'

/** What the script itself did, in order: with what was heard, all that the judge may look at. */
export type Deed = {
  readonly at: string
  readonly who: string
  readonly kind:
    | 'asked' // and wants an answer
    | 'wrote'
    | 'flooded'
    | 'left' // asked not to be written to
    | 'typed' // a person of the shop typed in their chat
    | 'gave back' // the owner's word ended that
    | 'attended' // the owner's word brought a relative in
    | 'restricted' // `about`: until when
  readonly about: string
}

export type Stage = {
  readonly town: Town
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

export function on(stage: Stage, day: string, hour: string, act: () => Promise<void>): void {
  stage.agenda.push({ at: instant(BOGOTA, day, hour.padStart(5, '0')), act })
}

/** In so many minutes. */
export function later(stage: Stage, minutes: number, act: () => Promise<void>): void {
  const at = new Date(Date.parse(stage.town.now()) + minutes * 60_000).toISOString()
  stage.agenda.push({ at, act })
}

export async function says(
  stage: Stage,
  who: string,
  kind: 'asked' | 'wrote' | 'flooded',
  ...texts: readonly string[]
): Promise<void> {
  note(stage, kind, who)
  hear(stage, await stage.town.write(who, ...texts))
}

/** By hand, on the business's own phone. */
export async function types(stage: Stage, to: string, text: string): Promise<void> {
  note(stage, 'typed', to)
  hear(stage, await stage.town.types(to, text))
}

export function hear(stage: Stage, lines: readonly Heard[]): void {
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
    hear(stage, await stage.town.waitUntil(next.at))
    await next.act()
  }
  hear(stage, await stage.town.waitUntil(until))
}
