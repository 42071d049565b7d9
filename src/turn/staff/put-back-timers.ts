import type { Waiting } from '../../core/conversation/events.js'
import type { ContactId, Iso } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { isAboutHouse, ownerWordById } from '../../store/owner-words.js'
import { setTimer, timersOf } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'

type Undone = {
  /** The word that was taken back. */
  readonly word: number
  /** What waited until it was, and does not any more. */
  readonly ended: readonly Waiting[]
}

/**
 * Sets again what a word ended that is taken back now, and what waited before that word and was taken
 * for a part of it. A moment that has passed meanwhile is due at once. What has fired since, or was
 * ended by something else, stays as it is.
 */
export function putBackTimers(
  deps: TurnDeps,
  { contactId, lineId }: ChatKey,
  { word, ended }: Undone,
  now: Iso,
): void {
  const said = ownerWordById(deps.db, word)
  if (said === null || isAboutHouse(said)) return
  // Words of before this was kept hold none.
  const { waiting = [], ended: byWord = [] } = said.before
  const pending = waitingOf(deps, contactId)
  const lost = waiting.filter((timer) => byWord.includes(timer.id) || has(ended, timer))
  for (const timer of lost.filter(({ id }) => pending.every((other) => other.id !== id))) {
    setTimer(deps.db, { ...timer, contactId, lineId }, now)
  }
}

export function waitingOf({ db }: TurnDeps, contactId: ContactId): readonly Waiting[] {
  return timersOf(db, contactId).map(({ id, name, dueAt, flow, step, held }) => ({
    id,
    name,
    dueAt,
    flow,
    step,
    held,
  }))
}

/** What waited before and does not any more, or waits for something else. */
export function endedOf(
  deps: TurnDeps,
  contactId: ContactId,
  before: readonly Waiting[],
): readonly Waiting[] {
  const after = waitingOf(deps, contactId)
  return before.filter((timer) => !has(after, timer))
}

function has(timers: readonly Waiting[], { id, dueAt, step }: Waiting): boolean {
  return timers.some((other) => other.id === id && other.dueAt === dueAt && other.step === step)
}
