import type { Iso } from '../core/types.js'
import type { StaffEntry } from '../store/staff.js'
import type { TurnDeps } from './deps.js'
import { putOut } from './put-out.js'

/**
 * Queues a text for an owner or seller, which they did not ask for. Gives back the row of its last
 * piece; null where their line has no channel. To be called in a write job.
 */
export function writeToStaff(
  deps: TurnDeps,
  { lineId, contactId, chat }: StaffEntry,
  text: string,
  at: Iso,
): number | null {
  const channel = deps.channel(lineId)
  if (channel === null) return null
  return putOut(deps, {
    ...{ lineId, contactId, chat, messageId: channel.newMessageId() },
    message: { kind: 'text', text },
    replyTo: null,
    occasion: 'notice',
    notBefore: null,
    at,
  })
}
