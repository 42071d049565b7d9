import type { Effect } from '../core/conversation/effects.js'
import type { Event } from '../core/conversation/events.js'
import { questionOf } from '../core/conversation/heard.js'
import { step } from '../core/conversation/step.js'
import type { Case, Context } from '../core/conversation/types.js'
import { type StoredCase, saveCase } from '../store/cases.js'
import type { ChatKey } from '../store/chat-key.js'
import { commitEffects } from './commit.js'
import { contextAt } from './context.js'
import type { TurnDeps } from './deps.js'
import type { TurnResult } from './turn-result.js'

/** Steps a stored case once and writes what came of it. For timers, owners' words and answers. */
export function stepOnce(
  deps: TurnDeps,
  key: ChatKey,
  stored: StoredCase,
  event: Event,
): TurnResult {
  const context = contextAt(deps, deps.now())
  const [next, effects] = step(stored, event, context)
  return saveSteps(deps, key, stored, next, effects, context)
}

/** Writes what came of a case, stepped as often as it was, and what it asked for. */
export function saveSteps(
  deps: TurnDeps,
  key: ChatKey,
  stored: StoredCase,
  next: Case,
  effects: readonly Effect[],
  context: Context,
): TurnResult {
  saveCase(deps.db, stored, next, context.now)
  const { deliver, ask, tasks } = commitEffects(deps, key, next, effects, context.now)
  return { deliver, ask, tasks, read: null, wait: isClosed(next, context) ? 'closed' : 'open' }
}

/** A question with few possible answers is answered in one message; others often in several. */
function isClosed(state: Case, context: Context): boolean {
  const { pending } = state.dialogue
  if (pending === null) return false
  return pending.kind !== 'ask' || questionOf(state, context).question !== 'need'
}
