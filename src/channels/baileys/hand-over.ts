import type { proto, WAMessage, WASocket } from '@whiskeysockets/baileys'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Delivery, SendProblem, Sent } from '../channel.js'
import type { Ack, Acks } from './acks.js'
import type { Baileys } from './package.js'
import { isReachable } from './reachable.js'
import { renderContent } from './render.js'
import type { FileMessage, SealFile } from './seal-file.js'

/** Connection closed: nothing was written. */
const CLOSED = 428
/** The server is busy, or asks to come again: worth another try. */
const PASSING: readonly number[] = [408, 429, 500, 503]

export type HandOver = {
  readonly sock: WASocket
  readonly baileys: Baileys
  readonly sealFile: SealFile
  readonly acks: Acks
  readonly now: () => Date
  readonly quoted: WAMessage | null
}

/**
 * Writes a message and waits for the server's word. Baileys itself only waits until it is written,
 * which proves nothing.
 */
export async function handOver(way: HandOver, delivery: Delivery): Promise<Sent> {
  const { sock, acks, now } = way
  const { chat, messageId, message } = delivery
  const reachable = await isReachable(sock, chat)
  if (!reachable.ok) return reachable
  // A file is put with WhatsApp first, and takes its time: the word is waited for from then on.
  const file = message.kind === 'file' ? await sealed(way, message) : null
  if (file !== null && 'error' in file) return failed(file.error)
  const answer = acks.expect(messageId)
  try {
    await write(way, delivery, file)
  } catch (cause) {
    acks.heard(messageId, CLOSED)
    return failed(problemOf(sock, cause))
  }
  return resultOf(await answer, now)
}

type Sealed = { readonly content: proto.IMessage }

async function sealed(
  { sock, sealFile }: HandOver,
  message: FileMessage,
): Promise<Sealed | { readonly error: SendProblem }> {
  try {
    const content = await sealFile(message)
    return content === null ? { error: { kind: 'refused', reason: 'file gone' } } : { content }
  } catch (cause) {
    // Files have a server of their own, which may be out of reach while messages go.
    return { error: { kind: sock.ws.isOpen ? 'unstored' : 'unreachable', cause } }
  }
}

async function write(
  { sock, baileys, quoted }: HandOver,
  { chat, messageId, message }: Delivery,
  file: Sealed | null,
): Promise<void> {
  const reply = quoted === null ? {} : { quoted }
  if (file === null) {
    await sock.sendMessage(chat, renderContent(message), { messageId, ...reply })
    return
  }
  const about = { userJid: sock.user?.id ?? '', messageId, ...reply }
  const whole = baileys.generateWAMessageFromContent(chat, file.content, about)
  await sock.relayMessage(chat, whole.message ?? file.content, { messageId })
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
