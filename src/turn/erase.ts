import { isoOf } from '../core/schedule/local-time.js'
import type { Iso } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import { eraseContact } from '../store/erase.js'
import { pendingParts } from '../store/inbox.js'
import { nextDeliverable } from '../store/outbox.js'
import { parseJson, toJson } from '../store/sqlite/json.js'
import type { Eraser } from '../store/suppression.js'
import { finishTimer, type NewTimer, setTimer, type Timer } from '../store/timers.js'
import type { TurnDeps } from './deps.js'
import { NOTHING, type TurnResult } from './turn-result.js'

export const ERASE = 'borrar-datos'

const AGAIN_MS = 60_000

/** A timer that is due at once: what has to survive a crash between the goodbye and the deletion. */
export function eraseTimer({ contactId, lineId }: ChatKey, by: Eraser, dueAt: Iso): NewTimer {
  const id = `${ERASE}/${contactId}`
  return { id, contactId, lineId, name: ERASE, flow: '', step: toJson(by), dueAt, held: null }
}

/** Deletes the person once the goodbye has left and nothing of theirs waits; else it tries later. */
export function erase(deps: TurnDeps, key: ChatKey, timer: Timer): TurnResult {
  const now = deps.now()
  // One that was set before it was kept who asked: only they themselves could.
  const by: Eraser = timer.step === '' ? { kind: 'contact' } : parseJson<Eraser>(timer.step)
  finishTimer(deps.db, timer.id, 'fired', null)
  const said = nextDeliverable(deps.db, key.contactId, key.lineId) === null
  const heard = pendingParts(deps.db, key.contactId, key.lineId).length === 0
  if (said && heard) {
    eraseContact(deps.db, key.contactId, by, now)
  } else setTimer(deps.db, eraseTimer(key, by, isoOf(Date.parse(now) + AGAIN_MS)), now)
  return NOTHING
}
