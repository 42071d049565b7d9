import { deflateSync } from 'node:zlib'
import { type BinaryNode, proto } from '@whiskeysockets/baileys'
import { addressOf } from './address.js'
import { reactionMessage, textMessage } from './content.js'
import type { Addressing } from './handset.js'
import { type Heard, heardFrom } from './heard.js'
import { createTurns } from './in-turn.js'
import { encNode, messageNode, post, sealForClient } from './post.js'
import { createSignalDevice } from './signal.js'
import { type Person, personAt, type World } from './world.js'

/** The business's own phone, in a person's hand. */
export type OwnPhone = {
  readonly phone: string
  readonly pn: string
  readonly lid: string
  /** The owner types in a chat: the contact hears it, the client gets a copy. Resolves as a contact's `say` does. */
  say(to: Recipient, text: string, options?: OwnSending): Promise<string>
  react(to: Recipient, emoji: string, id: string): Promise<string>
  /** It stops answering what the linked device asks it. */
  switchesOff(): void
  switchesOn(): void
  /** The copies of what the linked device sent; `chat` says to whom. */
  readonly heard: readonly Heard[]
}

export type Recipient = { readonly pn: string; readonly lid: string }

export type OwnSending = {
  readonly id?: string
  readonly addressing?: Addressing
  /** When it was typed; now, unless told otherwise. */
  readonly at?: Date
}

export type OwnDevice = { readonly person: Person; readonly heard: readonly Heard[] }

export function createOwnDevice(phone: string, name: string): OwnDevice {
  const heard: Heard[] = []
  const person: Person = {
    address: addressOf(phone),
    name,
    earlier: false,
    signal: createSignalDevice(),
    hear({ id, chat, message }) {
      const copy = message.deviceSentMessage
      heard.push(heardFrom(id, copy?.destinationJid ?? chat, copy?.message ?? message))
    },
    inTurn: createTurns(),
    complaints: new Map(),
    sent: new Map(),
  }
  return { person, heard }
}

export function createOwnPhone(world: World, heard: readonly Heard[]): OwnPhone {
  const { phone, pn, lid } = world.ownPhone.address
  const send = async (
    to: Recipient,
    message: proto.IMessage,
    { id = world.nextId(), addressing = 'lid', at = new Date() }: OwnSending,
  ): Promise<string> => {
    personAt(world, to.lid)?.hear({ id, chat: to[addressing], message })
    const copy = { deviceSentMessage: { destinationJid: to[addressing], message } }
    const attrs = route(world, to, addressing)
    await post(world, world.ownPhone, { id, message: copy, attrs, at })
    return id
  }
  return {
    phone,
    pn,
    lid,
    heard,
    switchesOff: () => {
      world.ownPhoneIsOn = false
    },
    switchesOn: () => {
      world.ownPhoneIsOn = true
    },
    say: (to, text, options = {}) => send(to, textMessage(text), options),
    react: (to, emoji, id) =>
      send(to, reactionMessage(emoji, { remoteJid: to.lid, fromMe: false, id }), {}),
  }
}

/** A copy for the linked device names the recipient; the sender's other name would be taken for the recipient's. */
function route({ ownPhone }: World, to: Recipient, addressing: Addressing): BinaryNode['attrs'] {
  const { address, name } = ownPhone
  const other: BinaryNode['attrs'] =
    addressing === 'lid' ? { peer_recipient_pn: to.pn } : { peer_recipient_lid: to.lid }
  return { from: address[addressing], recipient: to[addressing], notify: name, ...other }
}

/**
 * A freshly linked device waits for its phone to tell it what was before: here, who is who and with whom it has chats. It heeds that only once it
 * is ready, so this does not wait in the backlog: cut off, it is told anew at the next login.
 */
export async function tellHistory(world: World): Promise<void> {
  const { INITIAL_BOOTSTRAP } = proto.HistorySync.HistorySyncType
  const history = proto.HistorySync.encode({
    syncType: INITIAL_BOOTSTRAP,
    progress: 100,
    phoneNumberToLidMappings: world.people.map(({ address }) => ({
      pnJid: address.pn,
      lidJid: address.lid,
    })),
    conversations: world.people
      .filter(({ earlier }) => earlier)
      .map(({ address, name }) => ({ id: address.lid, pnJid: address.pn, name })),
  }).finish()
  const historySyncNotification = {
    syncType: INITIAL_BOOTSTRAP,
    initialHistBootstrapInlinePayload: deflateSync(history),
    chunkOrder: 1,
    progress: 100,
  }
  const type = proto.Message.ProtocolMessage.Type.HISTORY_SYNC_NOTIFICATION
  const message = { protocolMessage: { type, historySyncNotification } }
  const attrs = { from: world.ownPhone.address.pn, category: 'peer' }
  await world.ownPhone.inTurn(async () => {
    const sealed = await sealForClient(world, world.ownPhone, message)
    world.link?.send(messageNode({ id: world.nextId(), attrs, message }, [encNode(sealed)]))
  })
}
