import type { WAMessage, WASocket } from '@whiskeysockets/baileys'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Delivery, SendProblem, Sent } from '../channel.js'
import type { Ack, Acks } from './acks.js'
import { isReachable } from './reachable.js'
import { renderContent } from './render.js'

/** Connection closed: nothing was written. */
const CLOSED = 428
/** The server is busy, or asks to come again: worth another try. */
const PASSING: readonly number[] = [408, 429, 500, 503]

export type HandOver = {
  readonly sock: WASocket
  readonly acks: Acks
  readonly now: () => Date
  readonly quoted: WAMessage | null
}

/**
 * Writes a message and waits for the server's word. Baileys itself only waits until it is written,
 * which proves nothing.
 */
export async function handOver(
  { sock, acks, now, quoted }: HandOver,
  { chat, messageId, message }: Delivery,
): Promise<Sent> {
  const reachable = await isReachable(sock, chat)
  if (!reachable.ok) return reachable
  const answer = acks.expect(messageId)
  try {
    const reply = quoted === null ? {} : { quoted }
    await sock.sendMessage(chat, renderContent(message), { messageId, ...reply })
  } catch (cause) {
    acks.heard(messageId, CLOSED)
    return failed(problemOf(sock, cause))
  }
  return resultOf(await answer, now)
}

function resultOf(ack: Ack, now: () => Date): Sent {
  switch (ack.kind) {
    case 'taken':
      return { ok: true, at: isoOf(now().getTime()) }
    case 'none':
      return failed({ kind: 'unknown' })
    case 'refused':
      return PASSING.includes(ack.code)
        ? failed({ kind: 'unreachable', cause: new Error(`WhatsApp said ${ack.code}`) })
        : failed({ kind: 'refused', reason: `whatsapp ${ack.code}` })
  }
}

/**
 * Writing is the last step: what fails while the connection stands failed before it, and so did what
 * found the connection closed. Anything else may have left.
 */
function problemOf(sock: WASocket, cause: unknown): SendProblem {
  const notWritten = sock.ws.isOpen || statusOf(cause) === CLOSED
  return notWritten ? { kind: 'unreachable', cause } : { kind: 'unknown' }
}

/** The code in one of Baileys' errors. */
export function statusOf(error: unknown): number | null {
  const output = isRecord(error) && isRecord(error.output) ? error.output : {}
  return typeof output.statusCode === 'number' ? output.statusCode : null
}

function failed(error: SendProblem): Sent {
  return { ok: false, error }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
}
