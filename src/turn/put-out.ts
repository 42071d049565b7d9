import { LONGEST_TEXT, splitLong } from '../core/split-long.js'
import type { Outgoing } from '../core/types.js'
import { enqueue, type NewOutbox } from '../store/outbox.js'
import type { TurnDeps } from './deps.js'

/** More than WhatsApp shows under a file. */
const LONGEST_CAPTION = 1_000

/**
 * Queues a message, in as many as its length asks for: the first points back to what it answers, the last
 * has the id and the options of the whole. Gives back the row of the last.
 */
export function putOut({ db, channel }: TurnDeps, entry: NewOutbox): number {
  const line = channel(entry.lineId)
  const pieces = piecesOf(entry.message)
  const last = pieces.at(-1)
  if (line === null || last === undefined || pieces.length === 1) return enqueue(db, entry)
  for (const [at, message] of pieces.slice(0, -1).entries()) {
    const replyTo = at === 0 ? entry.replyTo : null
    enqueue(db, { ...entry, messageId: line.newMessageId(), message, replyTo })
  }
  return enqueue(db, { ...entry, message: last, replyTo: null })
}

function piecesOf(message: Outgoing): readonly Outgoing[] {
  const plain = (text: string): Outgoing => ({ kind: 'text', text })
  const { kind, text } = message
  if (kind === 'text' || kind === 'options') {
    if (text.length <= LONGEST_TEXT) return [message]
    const pieces = splitLong(text)
    return pieces.map((piece, at) =>
      at === pieces.length - 1 ? { ...message, text: piece } : plain(piece),
    )
  }
  if (text.length <= LONGEST_CAPTION) return [message]
  // Under the file stands its title, and what there is to say follows it.
  const [title = '', ...rest] = text.split('\n')
  return [{ ...message, text: title }, ...splitLong(rest.join('\n')).map(plain)]
}
