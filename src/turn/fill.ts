import { setTimeout as pause } from 'node:timers/promises'
import { fillAccounts, isFilled } from '../store/fill-accounts.js'
import type { TurnDeps } from './deps.js'

/** So few at once that no turn waits for longer than it takes to write one. */
const PORTION = 20
/** Between two portions, for whoever writes meanwhile. */
const PAUSE_MS = 5

type Filler = {
  /** Enters whoever was there before names were kept, a few at a time; resolves when that is everybody. */
  run(): Promise<void>
  stop(): void
}

/** Brings a database of before up to date beside the turns. Afterwards it costs a look at one row. */
export function createFiller({ db }: Pick<TurnDeps, 'db'>): Filler {
  let stopped = false
  return {
    run: async () => {
      while (!stopped && !isFilled(db)) {
        if (await db.write(() => fillAccounts(db, PORTION))) return
        await pause(PAUSE_MS)
      }
    },
    stop: () => {
      stopped = true
    },
  }
}
