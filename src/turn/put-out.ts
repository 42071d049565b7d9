import { splitLong } from '../core/split-long.js'
import { enqueue, type NewOutbox } from '../store/outbox.js'
import type { TurnDeps } from './deps.js'

/**
 * Queues a message, in as many as its length asks for: the first points back to what it answers, the last
 * has the id and the options of the whole. Gives back the row of the last.
 */
export function putOut({ db, channel }: TurnDeps, entry: NewOutbox): number {
  const line = channel(entry.lineId)
  const pieces = splitLong(entry.message.text)
  const last = pieces.at(-1)
  if (line === null || last === undefined || pieces.length === 1) return enqueue(db, entry)
  for (const [at, text] of pieces.slice(0, -1).entries()) {
    enqueue(db, {
      ...entry,
      messageId: line.newMessageId(),
      message: { kind: 'text', text },
      replyTo: at === 0 ? entry.replyTo : null,
    })
  }
  return enqueue(db, { ...entry, message: { ...entry.message, text: last }, replyTo: null })
}
