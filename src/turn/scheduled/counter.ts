import { setTimeout as pause } from 'node:timers/promises'
import { catchUpFigures } from '../../store/catch-up-figures.js'
import { fillAccounts, isFilled } from '../../store/fill-accounts.js'
import type { TurnDeps } from '../deps.js'
import { placeOf } from '../staff/figures.js'

/** So few at once that no turn waits for longer than it takes to write one. */
const PORTION = 20
/** Between two portions, for whoever writes meanwhile. */
const PAUSE_MS = 5

export type Counter = {
  /**
   * Enters whoever was there before names were kept, then counts whoever changed, a few at a time; resolves
   * when that is everybody.
   */
  run(): Promise<void>
  stop(): void
}

/** Keeps accounts and figures up to date beside the turns, which write nothing for them. */
export function createCounter(deps: Pick<TurnDeps, 'db' | 'business'>): Counter {
  const { db } = deps
  let stopped = false
  let running: Promise<void> | null = null
  /** `portion`: does some of it; true when that was the last. */
  const inPortions = async (portion: () => boolean): Promise<void> => {
    while (!stopped && !(await db.write(portion))) await pause(PAUSE_MS)
  }
  const catchUp = async (): Promise<void> => {
    if (!isFilled(db)) await inPortions(() => fillAccounts(db, PORTION))
    await inPortions(() => catchUpFigures(db, placeOf(deps.business), PORTION))
  }
  return {
    run: () => {
      running ??= catchUp().finally(() => {
        running = null
      })
      return running
    },
    stop: () => {
      stopped = true
    },
  }
}
