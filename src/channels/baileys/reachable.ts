import type { WASocket } from '@whiskeysockets/baileys'
import type { SendProblem } from '../channel.js'
import { phoneOf } from './identities.js'

type Reachable = { readonly ok: true } | { readonly ok: false; readonly error: SendProblem }

/**
 * Whether somebody with WhatsApp has this number. Baileys sends to a number without it, and while nobody
 * says which devices there are, as if all were well, and reaches nobody. Whoever we have a session with,
 * as with everybody who ever wrote, needs no asking.
 */
export async function isReachable(
  { signalRepository, onWhatsApp }: Pick<WASocket, 'signalRepository' | 'onWhatsApp'>,
  chat: string,
): Promise<Reachable> {
  if (phoneOf(chat) === null) return { ok: true }
  const { exists } = await signalRepository.validateSession(chat)
  if (exists) return { ok: true }
  try {
    const found = await onWhatsApp(chat)
    if (found === undefined) return unreachable(new Error('nobody says who has the number'))
    if (found.some((one) => one.exists)) return { ok: true }
    return { ok: false, error: { kind: 'refused', reason: 'not on whatsapp' } }
  } catch (cause) {
    return unreachable(cause)
  }
}

function unreachable(cause: unknown): Reachable {
  return { ok: false, error: { kind: 'unreachable', cause } }
}
