import { setTimeout as pause } from 'node:timers/promises'
import { catchUpFigures } from '../store/catch-up-figures.js'
import type { TurnDeps } from './deps.js'
import { placeOf } from './figures.js'
import { createFiller } from './fill.js'

/** So few at once that no turn waits for longer than it takes to write one. */
const PORTION = 20
/** Between two portions, for whoever writes meanwhile. */
const PAUSE_MS = 5

export type Counter = {
  /** Enters whoever never was, counts whoever changed, a few at a time; resolves when that is everybody. */
  run(): Promise<void>
  stop(): void
}

/** Keeps the figures up to date beside the turns, which write nothing for them. */
export function createCounter(deps: TurnDeps): Counter {
  const filler = createFiller(deps)
  let stopped = false
  let running: Promise<void> | null = null
  const count = async (): Promise<void> => {
    for (;;) {
      if (stopped) return
      const { db, business } = deps
      if (await db.write(() => catchUpFigures(db, placeOf(business), PORTION))) return
      await pause(PAUSE_MS)
    }
  }
  return {
    run: () => {
      running ??= filler
        .run()
        .then(count)
        .finally(() => {
          running = null
        })
      return running
    },
    stop: () => {
      stopped = true
      filler.stop()
    },
  }
}
