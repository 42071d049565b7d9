import { proto } from '@whiskeysockets/baileys'
import { seconds } from './node.js'
import { post } from './post.js'
import { personAt, type World } from './world.js'

type Request = { readonly id: string; readonly message: proto.IMessage }

/** The linked device got an empty envelope and asks its phone, which has the whole message. */
export async function resendPlaceholders(world: World, { id, message }: Request): Promise<void> {
  const asked = message.protocolMessage?.peerDataOperationRequestMessage
  const keys = asked?.placeholderMessageResendRequest ?? []
  if (!world.ownPhoneIsOn || keys.length === 0) return
  const peerDataOperationResult = keys.flatMap(({ messageKey }) =>
    messageKey ? [{ placeholderMessageResendResponse: whole(world, messageKey) }] : [],
  )
  const { PEER_DATA_OPERATION_REQUEST_RESPONSE_MESSAGE: type } = proto.Message.ProtocolMessage.Type
  const response = { stanzaId: id, peerDataOperationResult }
  await post(world, world.ownPhone, {
    id: world.nextId(),
    message: { protocolMessage: { type, peerDataOperationRequestResponseMessage: response } },
    attrs: { from: world.ownPhone.address.pn, category: 'peer' },
  })
}

function whole(
  world: World,
  key: proto.IMessageKey,
): { readonly webMessageInfoBytes?: Uint8Array } {
  const letter = personAt(world, key.remoteJid ?? '')?.sent.get(key.id ?? '')
  if (letter === undefined) return {}
  const messageTimestamp = Number(seconds(letter.at ?? new Date()))
  const info = { key, message: letter.message, messageTimestamp }
  return { webMessageInfoBytes: proto.WebMessageInfo.encode(info).finish() }
}
