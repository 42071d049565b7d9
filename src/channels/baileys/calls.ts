import type { BinaryNode, WAMessage, WASocket } from '@whiskeysockets/baileys'

/** Somebody took it or turned it down on the own phone; of one that rang out the client tells by itself. */
const TOLD = ['accepted_elsewhere', 'rejected_elsewhere', 'timeout']
/** Number of `WebMessageInfo.StubType`. */
const CALL_MISSED_VOICE = 40
/** More do not ring at once. */
const MOST = 100

type Calls = {
  /** Hands on each call that is hung up before anybody takes it: of those the client tells nothing. */
  follow(sock: Pick<WASocket, 'ws'>, missed: (call: WAMessage) => void): void
}

/** Follows calls from their first ring, also over a reconnection. */
export function createCalls(): Calls {
  const ringing = new Map<string, string | null>()
  const heard = ({ attrs, content }: BinaryNode): WAMessage | null => {
    const sign = Array.isArray(content) ? content[0] : undefined
    const id = sign?.attrs['call-id'] ?? ''
    if (sign === undefined || id === '') return null
    if (sign.tag === 'offer' || sign.tag === 'offer_notice') {
      const isGroup = sign.attrs.type === 'group' || sign.attrs['group-jid'] !== undefined
      if (!isGroup && ringing.size < MOST) ringing.set(id, sign.attrs.caller_pn ?? null)
      return null
    }
    if (!ENDS.includes(sign.tag)) return null
    const phone = ringing.get(id)
    ringing.delete(id)
    const isTold = sign.tag !== 'terminate' || TOLD.includes(sign.attrs.reason ?? '')
    return phone === undefined || isTold ? null : missedCall(id, attrs, phone)
  }
  return {
    follow: (sock, missed) => {
      sock.ws.on('CB:call', (node: BinaryNode) => {
        const call = heard(node)
        if (call !== null) missed(call)
      })
    },
  }
}

const ENDS = ['accept', 'reject', 'terminate']

function missedCall(id: string, { from, t }: BinaryNode['attrs'], phone: string | null): WAMessage {
  return {
    key: {
      remoteJid: from ?? null,
      id,
      fromMe: false,
      ...(phone === null ? {} : { remoteJidAlt: phone }),
    },
    messageTimestamp: Number(t ?? 0),
    messageStubType: CALL_MISSED_VOICE,
  }
}
