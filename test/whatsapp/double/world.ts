import type { BinaryNode, proto } from '@whiskeysockets/baileys'
import { type Address, userOf } from './address.js'
import type { Backlog } from './backlog.js'
import type { Companion, Registration } from './companion.js'
import type { Faults } from './faults.js'
import type { InTurn } from './in-turn.js'
import type { Ledger } from './ledger.js'
import type { Link } from './link.js'
import type { MediaStore } from './media.js'
import type { Letter } from './post.js'
import type { SignalDevice } from './signal.js'

/** Everything the server and the phones around it know. */
export type World = {
  readonly ownPhone: Person
  /** Off, it does not answer what the linked device asks it. */
  ownPhoneIsOn: boolean
  readonly people: Person[]
  readonly ledger: Ledger
  readonly backlog: Backlog
  readonly faults: Faults
  readonly media: MediaStore
  /** The one linked device there is; linking another unlinks it. */
  companion: Companion | null
  /** Its connection, while it is logged in. */
  link: Link | null
  /** Whether it is ready for messages. */
  active: boolean
  /** A new device that shows a QR code. */
  pairing: Pairing | null
  nextId(): string
  /** For what nobody waits for; should it fail, `close` says so. */
  aside(job: Promise<void>): void
}

/** A phone with a WhatsApp. */
export type Person = {
  readonly address: Address
  readonly name: string
  /** The business's phone had a chat with them before. */
  readonly earlier: boolean
  readonly signal: SignalDevice
  hear(heard: {
    readonly id: string
    readonly chat: string
    readonly message: proto.IMessage
  }): void
  /** One message is sealed after the other. */
  readonly inTurn: InTurn
  /** How often they have asked for a message again, by id. */
  readonly complaints: Map<string, number>
  /** What they wrote to the client, by id. */
  readonly sent: Map<string, Letter>
}

/** A device on its way to being linked. */
export type Pairing = {
  readonly link: Link
  readonly refs: readonly string[]
  readonly registration: Registration
  /** Set while the phone waits for the device to accept. */
  onAccepted: (() => void) | null
  /** Set when the device asked for a code to type in. */
  code: CodePairing | null
}

export type CodePairing = {
  readonly ref: Buffer
  readonly wrapped: Buffer
  onFinish: ((finish: BinaryNode) => void) | null
}

/** Who has this phone number or hidden number, the business included. */
export function personAt(world: World, jid: string): Person | undefined {
  const user = userOf(jid)
  return [world.ownPhone, ...world.people].find(
    ({ address }) => address.phone === user || userOf(address.lid) === user,
  )
}

export function linkedDevice(world: World): Companion {
  if (world.companion === null)
    throw new Error('expected a linked device; nobody has scanned a QR code')
  return world.companion
}
