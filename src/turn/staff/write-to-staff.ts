import type { Iso, Outgoing } from '../../core/types.js'
import type { StaffEntry } from '../../store/staff.js'
import type { TurnDeps } from '../deps.js'
import { putOut } from '../put-out.js'

/**
 * Queues a message for an owner or seller, which they did not ask for. Gives back the row of its last
 * piece; null where their line has no channel. To be called in a write job.
 */
export function writeToStaff(
  deps: TurnDeps,
  { lineId, contactId, chat }: StaffEntry,
  message: string | Outgoing,
  at: Iso,
): number | null {
  const channel = deps.channel(lineId)
  if (channel === null) return null
  return putOut(deps, {
    lineId,
    contactId,
    chat,
    messageId: channel.newMessageId(),
    message: typeof message === 'string' ? { kind: 'text', text: message } : message,
    replyTo: null,
    occasion: 'notice',
    notBefore: null,
    at,
  })
}
