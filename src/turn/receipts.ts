import type { Receipt } from '../channels/channel.js'
import type { LineId, MessageId } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import { markReceipt } from '../store/outbox.js'
import type { TurnDeps } from './deps.js'
import type { Read } from './turn-result.js'

/** Notes what the other phone reports of a message. Nothing hangs on it, so it never fails. */
export function createReceipts({ db, now, changed, log }: TurnDeps) {
  return async (_line: LineId, messageId: MessageId, status: Receipt): Promise<void> => {
    try {
      await db.write(() => markReceipt(db, messageId, status, now()))
      changed()
    } catch (error) {
      log.warn({ error, messageId }, 'receipt not kept')
    }
  }
}

/** Shows the person that a turn took their messages in; the answer matters more than the ticks. */
export function showRead({ channel, log }: TurnDeps, { lineId }: ChatKey, read: Read | null): void {
  if (read === null) return
  channel(lineId)
    ?.read(read.chat, read.messages)
    .catch((error: unknown) => log.warn({ error }, 'could not show as read'))
}
