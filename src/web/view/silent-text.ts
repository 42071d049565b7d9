import { type Messages, message } from '../../core/messages.js'
import type { WhatsAppStatus } from '../deps.js'

/** That news wait until somebody of the business has written, and where; null once somebody has. */
export function silentText(
  messages: Messages,
  { silentOwner: phone, ownerIsHere }: Pick<WhatsAppStatus, 'silentOwner' | 'ownerIsHere'>,
): string | null {
  if (phone === undefined) return null
  return ownerIsHere
    ? message(messages, 'web.whatsapp.open_silent_here')
    : message(messages, 'web.whatsapp.open_silent', { phone })
}
