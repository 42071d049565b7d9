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
  return {
    now,
    iso: () => now().toISOString() as Iso,
    offset: () => ahead,
    moveTo: (instant) => {
      const gap = Date.parse(instant) - now().getTime()
      if (gap <= 0) return
      ahead += gap
      keep(ahead)
    },
  }
}
