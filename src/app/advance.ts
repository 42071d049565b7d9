import type { Clock } from '../clock.js'
import { addDuration } from '../core/schedule/due.js'
import type { Database } from '../store/sqlite/database.js'
import { nextDueAt } from '../store/timers.js'
import type { TurnDeps } from '../turn/deps.js'
import type { Turns } from '../turn/turn.js'

type Advancing = {
  readonly db: Database
  readonly clock: Clock
  readonly turns: Turns
  readonly settle: () => Promise<void>
  readonly deps: Pick<TurnDeps, 'business'>
}

/** Moves the clock by an ISO 8601 duration, from one due time to the next; whatever is due happens there. */
export async function advance(
  { db, clock, turns, settle, deps }: Advancing,
  duration: string,
): Promise<void> {
  await settle()
  const target = addDuration(clock.iso(), duration, deps.business.timeZone)
  for (let due = nextDueAt(db); due !== null && due <= target; due = nextDueAt(db)) {
    clock.moveTo(due)
    await turns.fire()
    await settle()
  }
  clock.moveTo(target)
  await turns.fire()
  await settle()
}
