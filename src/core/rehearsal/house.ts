import { addDuration } from '../schedule/due.js'
import { HOUR } from '../schedule/units.js'
import type { Iso } from '../types.js'

/** The days in which the bot only tells what it would have answered, as they are kept. */
export type Rehearsal = {
  readonly since: Iso
  readonly until: Iso
  /** Whoever is first in line was told that it began, and that it is over. */
  readonly announced: boolean
  readonly told: boolean
  /** When answers were told one by one, within the last hour. */
  readonly shown: readonly Iso[]
  /** Those that were not, since the last sum. */
  readonly hidden: number
}

export function newRehearsal(now: Iso, days: number, timeZone: string): Rehearsal {
  const until = addDuration(now, `P${days}D`, timeZone)
  return { since: now, until, announced: false, told: false, shown: [], hidden: 0 }
}

/** Until when it goes on; null when it is over, or never began. */
export function rehearsalUntil(rehearsal: Rehearsal | null, now: Iso): Iso | null {
  return rehearsal !== null && rehearsal.until > now ? rehearsal.until : null
}

/** Counts one more answer: told by itself while there is room in this hour. */
export function countShown(
  rehearsal: Rehearsal,
  now: Iso,
  perHour: number,
): { readonly next: Rehearsal; readonly shows: boolean } {
  const shown = rehearsal.shown.filter((at) => Date.parse(at) > Date.parse(now) - HOUR)
  const shows = shown.length < perHour
  return shows
    ? { next: { ...rehearsal, shown: [...shown, now] }, shows }
    : { next: { ...rehearsal, shown, hidden: rehearsal.hidden + 1 }, shows }
}
