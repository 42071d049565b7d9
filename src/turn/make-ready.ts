import type { Outgoing } from '../core/types.js'
import type { OutboxEntry } from '../store/outbox.js'
import { replaceMessage } from '../store/sent-files.js'
import type { TurnDeps } from './deps.js'

/**
 * A message as it can leave: what was still to be made is made, and its row says so before it goes, so that
 * every try sends the same file. Where it cannot be made its words go alone.
 */
export async function makeReady(deps: TurnDeps, entry: OutboxEntry): Promise<OutboxEntry> {
  if (entry.message.kind !== 'unmade') return entry
  const { text, of } = entry.message
  let message: Outgoing = { kind: 'text', text }
  const become = (made: Outgoing): void => {
    message = made
    replaceMessage(deps.db, entry.id, made)
  }
  const isMade = await deps.make(of, (file) => become({ kind: 'file', text, file }))
  if (!isMade) await deps.db.write(() => become({ kind: 'text', text }))
  return { ...entry, message }
}
