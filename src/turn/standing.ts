import { message } from '../core/messages.js'
import { inLine } from '../core/owner/alert.js'
import { untilParams } from '../core/schedule/held-text.js'
import type { Iso, LineId } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import { readSetting, writeSetting } from '../store/settings.js'
import type { TurnDeps } from './deps.js'
import { putOut } from './put-out.js'
import { activeStaff } from './staff.js'

const DAY_TEXT = 10

/**
 * WhatsApp restricts the number: the first owner hears of it, once for each time it does. Gives back
 * whom there is something to send to. To be called in a write job.
 */
export function tellStanding(deps: TurnDeps, lineId: LineId, until: Iso | null): ChatKey | null {
  const { db, business, messages } = deps
  const now = deps.now()
  const key = `standing/${lineId}`
  // Where WhatsApp does not say until when, it is news again tomorrow.
  const news = until ?? now.slice(0, DAY_TEXT)
  const [owner] = inLine(activeStaff(db, business, lineId))
  const channel = deps.channel(lineId)
  if (readSetting(db, key) === news || owner === undefined || channel === null) return null
  writeSetting(db, key, news)
  const forms = { treatment: business.treatment, turn: 0 }
  const text =
    until === null
      ? message(messages, 'owner.line.restricted_open', {}, forms)
      : message(messages, 'owner.line.restricted', untilParams(until, business, messages), forms)
  const { contactId, chat } = owner
  putOut(deps, {
    ...{ lineId, contactId, chat, messageId: channel.newMessageId() },
    message: { kind: 'text', text },
    replyTo: null,
    occasion: 'notice',
    notBefore: null,
    at: now,
  })
  return { contactId, lineId }
}
