import { renderUnicodeCompact } from 'uqr'
import { type Messages, message } from '../core/messages.js'
import type { WhatsAppStatus } from '../web/deps.js'

/** The code of the moment, drawn or to be typed, with what to do with it; empty while there is none. */
export function linkingLines(
  messages: Messages,
  { qr, pairingCode }: Pick<WhatsAppStatus, 'qr' | 'pairingCode'>,
): readonly string[] {
  if (pairingCode !== undefined) {
    return [message(messages, 'start.whatsapp_code', { code: spaced(pairingCode) })]
  }
  if (qr === undefined) return []
  return [renderUnicodeCompact(qr), message(messages, 'start.whatsapp_qr')]
}

/** As the phone asks for it: two groups of four. */
function spaced(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
