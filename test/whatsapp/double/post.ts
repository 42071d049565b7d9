import type { BinaryNode, proto } from '@whiskeysockets/baileys'
import type { Companion } from './companion.js'
import { node, SERVER, seconds } from './node.js'
import type { Sealed } from './signal.js'
import { linkedDevice, type Person, type World } from './world.js'

const FEW_KEYS = 5

export type Letter = {
  readonly id: string
  readonly message: proto.IMessage
  /** Where it comes from, as attributes of the stanza. */
  readonly attrs: BinaryNode['attrs']
  readonly at?: Date
  /** How often the client has asked for it again. */
  readonly count?: number
  /** Arrives damaged, so that the client has to ask for it again. */
  readonly damaged?: boolean
  /** Only the envelope arrives, as with the first message from an ad; the business's own phone has the rest. */
  readonly emptied?: boolean
}

/** Seals a message for the linked device and puts it on its way there; what one person writes stays in order. */
export async function post(world: World, sender: Person, letter: Letter): Promise<void> {
  sender.sent.set(letter.id, letter)
  const sent = await sender.inTurn(async () => {
    const inside = letter.emptied ? node('unavailable') : await envelope(world, sender, letter)
    return { taken: world.backlog.deliver(messageNode(letter, [inside])) }
  })
  await sent.taken
}

async function envelope(world: World, sender: Person, letter: Letter): Promise<BinaryNode> {
  if (letter.count !== undefined) await sender.signal.forget(linkedDevice(world).lid)
  const sealed = await sealForClient(world, sender, letter.message)
  return encNode(letter.damaged ? damage(sealed) : sealed, letter.count)
}

/** The client could not read a message: it goes out once more, in a new session. */
export async function postAgain(
  world: World,
  sender: Person,
  { id, count }: { readonly id: string; readonly count: number },
): Promise<void> {
  const letter = sender.sent.get(id)
  if (letter !== undefined) await post(world, sender, { ...letter, damaged: false, count })
}

export async function sealForClient(
  world: World,
  { signal }: Person,
  message: proto.IMessage,
): Promise<Sealed> {
  const client = linkedDevice(world)
  if (!(await signal.knows(client.lid))) {
    await signal.meet(client.lid, client.bundle())
    askForKeys(world, client)
  }
  return signal.seal(client.lid, message)
}

/** When the keys run low, the client is told and makes more. */
function askForKeys(world: World, { stockSize }: Companion): void {
  if (stockSize >= FEW_KEYS || !world.active) return
  const attrs = { from: SERVER, type: 'encrypt', id: world.nextId() }
  world.link?.send(node('notification', attrs, [node('count', { value: String(stockSize) })]))
}

export function messageNode(
  { id, attrs, message, at = new Date() }: Letter,
  content: BinaryNode[],
): BinaryNode {
  return node('message', { ...attrs, id, t: seconds(at), type: typeOf(message) }, content)
}

export function encNode({ type, ciphertext }: Sealed, count?: number): BinaryNode {
  const again = count === undefined ? {} : { count: String(count) }
  return node('enc', { v: '2', type, ...again }, ciphertext)
}

function damage({ type, ciphertext }: Sealed): Sealed {
  const bytes = Buffer.from(ciphertext)
  const last = bytes.length - 1
  bytes.writeUInt8(bytes.readUInt8(last) ^ 0xff, last)
  return { type, ciphertext: bytes }
}

function typeOf(message: proto.IMessage): string {
  if (message.reactionMessage) return 'reaction'
  const isText = message.conversation || message.extendedTextMessage || message.protocolMessage
  return isText || message.senderKeyDistributionMessage ? 'text' : 'media'
}
