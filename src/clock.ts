import type { Iso } from './core/types.js'

/** The app's one clock: real time plus an offset that a simulated day is added to. */
export type Clock = {
  now(): Date
  iso(): Iso
  /** Milliseconds the app's time is ahead of the machine's. */
  offset(): number
  /** Moves the clock to an instant of the app's time; it never goes back. */
  moveTo(instant: Iso): void
}

export function createClock(
  real: () => Date,
  offset: number,
  keep: (offset: number) => void,
): Clock {
  let ahead = offset
  const now = (): Date => new Date(real().getTime() + ahead)
  // Asked for several times a turn, and dear to write out: once a millisecond is enough.
  let shown = { at: Number.NaN, iso: '' as Iso }
  const iso = (): Iso => {
    const instant = now()
    const at = instant.getTime()
    if (at !== shown.at) shown = { at, iso: instant.toISOString() as Iso }
    return shown.iso
  }
  return {
    now,
    iso,
    offset: () => ahead,
    moveTo: (instant) => {
      const gap = Date.parse(instant) - now().getTime()
      if (gap <= 0) return
      ahead += gap
      keep(ahead)
    },
  }
}
