import type { BinaryNode, proto } from '@whiskeysockets/baileys'
import { textOf } from './heard.js'
import type { Link } from './link.js'
import { bytesOf, childOf, childrenOf, node, seconds } from './node.js'
import { resendPlaceholders } from './resend.js'
import type { Sealed } from './signal.js'
import { complain } from './unreadable.js'
import { linkedDevice, type Person, personAt, type World } from './world.js'

/** Takes a message of the client to everybody it is sealed for, and acknowledges it. */
export async function takeMessage(world: World, link: Link, stanza: BinaryNode): Promise<void> {
  const { faults } = world
  const { cutAtNextMessage: cut, refuseMessagesWith: refused, withholdAcks } = faults
  const { id = '', to = '' } = stanza.attrs
  faults.cutAtNextMessage = null
  if (cut === 'before') return link.cut()
  if (refused === null) await handOn(world, stanza)
  if (cut === 'after') return link.cut()
  if (withholdAcks) return
  const error: BinaryNode['attrs'] = refused === null ? {} : { error: String(refused) }
  link.send(node('ack', { class: 'message', id, from: to, t: seconds(new Date()), ...error }))
}

async function handOn(world: World, stanza: BinaryNode): Promise<void> {
  const { id = '', to = '', category } = stanza.attrs
  const opened = await Promise.all(copiesIn(stanza).map((copy) => open(world, stanza, copy)))
  const copies = opened.filter((copy) => copy !== null)
  const foreign = copies.filter(({ person }) => person !== world.ownPhone)
  const read = (foreign[0] ?? copies[0])?.message ?? {}
  const message = read.deviceSentMessage?.message ?? read
  if (category === 'peer') return takePeerMessage(world, id, message)
  for (const copy of copies) copy.person.hear({ id, chat: to, message: copy.message })
  world.ledger.add({
    kind: 'message',
    id,
    to,
    text: textOf(message),
    message,
    reached: foreign.map(({ person }) => person.address.phone),
  })
}

/** Between the linked device and its phone; nobody else ever sees it. */
function takePeerMessage(world: World, id: string, message: proto.IMessage): void {
  world.ledger.add({ kind: 'peer', message })
  world.aside(resendPlaceholders(world, { id, message }))
}

type Copy = { readonly to: string; readonly sealed: Sealed }

/** One copy for each device, or a single one straight in the message when only one device is meant. */
function copiesIn(stanza: BinaryNode): readonly Copy[] {
  const participants = childOf(stanza, 'participants')
  if (participants === undefined) return sealedIn(stanza, stanza.attrs.to)
  return childrenOf(participants).flatMap((one) => sealedIn(one, one.attrs.jid))
}

function sealedIn(stanza: BinaryNode, to = ''): readonly Copy[] {
  const enc = childOf(stanza, 'enc')
  const type = enc?.attrs.type
  if (type !== 'pkmsg' && type !== 'msg') return []
  return [{ to, sealed: { type, ciphertext: bytesOf(enc) } }]
}

type Opened = { readonly person: Person; readonly message: proto.IMessage }

/** Nothing where nobody has the number, or where the phone there cannot read it. */
async function open(
  world: World,
  { attrs }: BinaryNode,
  { to, sealed }: Copy,
): Promise<Opened | null> {
  const person = personAt(world, to)
  if (person === undefined) return null
  try {
    return { person, message: await person.signal.open(linkedDevice(world).lid, sealed) }
  } catch (problem) {
    complain(world, person, { id: attrs.id ?? '', chat: attrs.to ?? to, problem })
    return null
  }
}
