import { type BinaryNode, proto } from '@whiskeysockets/baileys'
import { textMessage } from './content.js'
import { node } from './node.js'
import { encNode, messageNode, sealForClient } from './post.js'
import { linkedDevice, type Person, type World } from './world.js'

type Announcement = { readonly room: string; readonly text: string }

/** Says something in a group or as a status, with a group's keys: one for the room, sent along to the client. */
export async function sayInRoom(
  world: World,
  person: Person,
  { room, text }: Announcement,
): Promise<string> {
  const { address, name, signal, inTurn } = person
  const message = textMessage(text)
  const id = world.nextId()
  const attrs = {
    from: room,
    participant: address.lid,
    participant_pn: address.pn,
    addressing_mode: 'lid',
    notify: name,
  }
  const sent = await inTurn(async () => {
    const { sealed, distribution } = await signal.sealForGroup(room, address.lid, message)
    const key = encNode(await sealForClient(world, person, distribution))
    const stanza = messageNode({ id, attrs, message }, [key, encNode(sealed)])
    return { taken: world.backlog.deliver(stanza) }
  })
  await sent.taken
  return id
}

/** A newsletter's post: it goes to everybody, hence unsealed. */
export async function publish(world: World, { room, text }: Announcement): Promise<string> {
  linkedDevice(world)
  const message = textMessage(text)
  const plain: BinaryNode = node('plaintext', {}, proto.Message.encode(message).finish())
  const id = world.nextId()
  const attrs = { from: room, server_id: '101' }
  await world.backlog.deliver(messageNode({ id, attrs, message }, [plain]))
  return id
}
