import { Curve } from '@whiskeysockets/baileys'
import { createBacklog } from './backlog.js'
import { certificateFor } from './certificate.js'
import { type Contact, createContact } from './contact.js'
import { createFaults, type Faults } from './faults.js'
import type { ContactOptions } from './handset.js'
import { createLedger, type LedgerEntry } from './ledger.js'
import { createLink } from './link.js'
import { leave, receive } from './login.js'
import { createMediaStore, type MediaStore } from './media.js'
import { muteLibsignal } from './mute-libsignal.js'
import { createOwnDevice, createOwnPhone, type OwnPhone } from './own-phone.js'
import { scan } from './pairing.js'
import { enterPairingCode } from './pairing-code.js'
import { publish } from './room.js'
import { createServer } from './server.js'
import { takeStanza } from './stanza.js'
import { endStream } from './stream-end.js'
import type { World } from './world.js'

/**
 * A WhatsApp on loopback: the server, the business's phone and the people it talks with, with the real handshake and the
 * real end-to-end encryption, so that the real client runs against it.
 */
export type WhatsAppDouble = {
  /** For `waWebSocketUrl`. */
  readonly url: string
  /** The business's phone scans a QR code; resolves when the device is linked and has been told to log in. */
  scan(qr: string): Promise<void>
  /** The code that a device shows is typed into the business's phone; resolves as `scan` does. */
  enterPairingCode(code: string): Promise<void>
  /** The business's phone removes the linked device. */
  unlink(): void
  contact(options: ContactOptions): Contact
  readonly ownPhone: OwnPhone
  /** A newsletter (`…@newsletter`) puts something out. */
  publish(newsletter: string, text: string): Promise<string>
  /** Everything a client handed over, in the order taken. */
  readonly ledger: readonly LedgerEntry[]
  /** The first entry that fits, also one already there; fails after 10 s, or the time given. */
  waitFor(fits: (entry: LedgerEntry) => boolean, ms?: number): Promise<LedgerEntry>
  readonly faults: Faults
  /** Where files are put. */
  readonly media: MediaStore
  /** Whether the linked device is logged in and gets messages. */
  readonly connected: boolean
  /** How much is on its way to the client and not yet taken. */
  readonly pending: number
  /** Cuts the connection as when the cable is pulled. */
  drop(): void
  /** Connections are cut, and refused from now on. */
  stop(): Promise<void>
  /** Listens again, on the same port. */
  start(): Promise<void>
  /** Ends the connection in good order, with a code: 515, 401, 440, 503, … */
  endStream(code: number): void
  /** Stops for good. Fails if something went wrong in the double on the way. */
  close(): Promise<void>
}

export type DoubleOptions = { readonly phone?: string; readonly name?: string }

export async function createWhatsAppDouble({
  phone = '573001112233',
  name = 'La tienda',
}: DoubleOptions = {}): Promise<WhatsAppDouble> {
  const unmute = muteLibsignal()
  const problems: unknown[] = []
  const own = createOwnDevice(phone, name)
  const world = createWorld(own.person, (problem) => problems.push(problem))
  const server = await serve(world, (problem) => problems.push(problem))
  world.media.host = server.host
  return {
    url: server.url,
    scan: (qr) => scan(world, qr),
    enterPairingCode: (code) => enterPairingCode(world, code),
    unlink() {
      world.companion = null
      world.backlog.empty()
      if (world.link !== null) endStream(world.link, 401)
    },
    contact: (options) => createContact(world, options),
    ownPhone: createOwnPhone(world, own.heard),
    publish: (room, text) => publish(world, { room, text }),
    ledger: world.ledger.entries,
    waitFor: world.ledger.waitFor,
    faults: world.faults,
    media: world.media,
    get connected() {
      return world.active
    },
    get pending() {
      return world.backlog.size
    },
    drop: server.cut,
    stop: server.stop,
    start: server.start,
    endStream(code) {
      if (world.link !== null) endStream(world.link, code)
    },
    async close() {
      await server.stop()
      for (const { signal } of [world.ownPhone, ...world.people]) signal.close()
      unmute()
      if (problems.length > 0) throw new AggregateError(problems, 'the WhatsApp double failed')
    },
  }
}

function createWorld(ownPhone: World['ownPhone'], onProblem: (problem: unknown) => void): World {
  let lastId = 0
  return {
    ownPhone,
    ownPhoneIsOn: true,
    people: [],
    ledger: createLedger(),
    backlog: createBacklog(),
    faults: createFaults(),
    media: createMediaStore(),
    companion: null,
    link: null,
    active: false,
    pairing: null,
    nextId: () => `3A${String(++lastId).padStart(18, '0')}`,
    aside: (job) => void job.catch(onProblem),
  }
}

function serve(world: World, onProblem: (problem: unknown) => void) {
  const keys = Curve.generateKeyPair()
  const identity = { keys, certificate: certificateFor(keys.public) }
  return createServer({
    refuses: () => world.faults.refuseUpgradesWith,
    onRequest: (request, response) => world.aside(world.media.take(request, response)),
    onSocket(socket) {
      if (world.faults.ignoreHandshakes) return
      createLink(socket, identity, {
        onIntroduction: (link, introduction) => receive(world, link, introduction),
        onNode: (link, stanza) => takeStanza(world, link, stanza),
        onClose: (link) => leave(world, link),
        onProblem,
      })
    },
  })
}
