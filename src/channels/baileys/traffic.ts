import type {
  BaileysEventMap,
  BinaryNode,
  CacheStore,
  WAMessage,
  WASocket,
} from '@whiskeysockets/baileys'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Content, LineId, MessageId } from '../../core/types.js'
import type { Log } from '../../log.js'
import type { ChannelEvents } from '../channel.js'
import type { Acks } from './acks.js'
import { createCalls } from './calls.js'
import type { Envelopes } from './envelopes.js'
import { addressOf, personJid, phoneOf } from './identities.js'
import { type Journal, messageOf, unreadHash } from './journal.js'
import type { Baileys } from './package.js'
import { bareId, isStub, parseInbound } from './parse-inbound.js'
import { createStubs, type Stub } from './stubs.js'

/** Numbers of `WebMessageInfo.Status`. */
const DELIVERED = 3
const READ = 4

type TrafficOptions = {
  readonly lineId: LineId
  readonly events: ChannelEvents
  readonly acks: Acks
  readonly journal: Journal
  readonly log: Pick<Log, 'warn'>
  readonly now: () => Date
  /** Whether a message of the business is one that we sent. */
  readonly isOurs: (id: string) => boolean
  /** Whether this number is one of somebody who may command the bot. */
  readonly isStaff: (phone: string | null) => boolean
  /** A message of theirs that is in the inbox. */
  readonly received: (chat: string, id: MessageId) => Content | null
  readonly heard: () => void
  readonly holdMs: number
}

/** What the house hears through one connection after the other. */
export type Traffic = {
  /** Follows a connection, beginning with what an earlier one left in the journal. */
  follow(connection: Followed): void
  /** Resolves when everything that came in is stored. */
  idle(): Promise<void>
  /** Waits for what came in; what is held back stays in the journal. */
  close(): Promise<void>
}

type Followed = {
  readonly sock: WASocket
  readonly baileys: Baileys
  readonly envelopes: Envelopes
  /** Which messages the own phone was asked to send anew: it is asked once. */
  readonly asked: Pick<CacheStore, 'del'> | undefined
}

/** Hands on messages in the order in which they came, receipts, typing and new identities. */
export function createTraffic(options: TrafficOptions): Traffic {
  const { lineId } = options
  const inbox = createInbox(options)
  const { queue } = inbox
  const calls = createCalls()
  return {
    follow: ({ sock, baileys, envelopes, asked }) => {
      const take = (raw: WAMessage) => takeMessage(options, inbox, sock, raw)
      const watchTyping = createWatch(sock)
      queue(() => replay(options, sock, baileys, take))
      sock.ev.on('connection.update', ({ connection }) => {
        // Of what an earlier connection could not read the phone is asked for the words again.
        if (connection === 'open')
          queue(async () => inbox.stubs.askAgain((raw) => void askFor(sock, asked, raw)))
      })
      sock.ev.on('messages.upsert', ({ messages }) => {
        for (const raw of messages) {
          const hashes = envelopes.take(raw.key.id ?? '')
          queue(async () => {
            await take(raw)
            watchTyping(raw)
            await Promise.all(hashes.map((hash) => options.journal.clear(hash)))
          })
        }
      })
      const since = isoOf(options.now().getTime())
      sock.ev.on('messaging-history.set', ({ chats }) => {
        const people = acquaintancesIn(chats)
        if (people.length > 0) queue(() => options.events.acquaintances(people, since))
      })
      sock.ev.on('messages.update', (updates) => {
        for (const update of updates) noteReceipt(options, update)
      })
      sock.ev.on('presence.update', (presence) => noteTyping(options, presence))
      sock.ev.on('lid-mapping.update', ({ lid, pn }) => {
        const address = addressOf(lid, pn)
        if (address === null || address.identities.length < 2) return
        queue(() => options.events.identities(lineId, address.identities))
      })
      sock.ws.on('CB:ack,class:message', (node: BinaryNode) => noteAck(options, node))
      calls.follow(sock, (raw) => queue(async () => void (await take(raw))))
      sock.ws.on('frame', options.heard)
    },
    idle: inbox.idle,
    close: async () => {
      inbox.stubs.stop()
      await inbox.idle()
    },
  }
}

/** Whom the phone tells of, when it tells a new device of its chats. */
function acquaintancesIn(chats: BaileysEventMap['messaging-history.set']['chats']) {
  return chats.flatMap(({ id, pnJid, lidJid }) => {
    const address = addressOf(id ?? '', pnJid ?? lidJid ?? null)
    return address === null ? [] : [address.identities]
  })
}

type Inbox = ReturnType<typeof createInbox>

/** One thing after the other; what fails stays in the journal and comes again with the next connection. */
function createInbox(options: TrafficOptions) {
  let tail = Promise.resolve()
  const queue = (job: () => Promise<void>): void => {
    const logged = (error: unknown) => options.log.warn({ error }, 'message not taken in')
    tail = tail.then(job).catch(logged)
  }
  const stubs = createStubs(options.holdMs, (stub) => queue(() => giveUp(options, stub)))
  return { queue, stubs, idle: () => tail }
}

/** The content stays away: that somebody wrote is all there is to say, and is said once. */
async function giveUp(
  { events, received, journal }: TrafficOptions,
  { inbound, raw }: Stub,
): Promise<void> {
  const id = raw.key.id ?? ''
  const chats = [inbound.chat, raw.key.remoteJidAlt ?? inbound.chat]
  // It may have come under the sender's other number, or before a crash.
  const isThere = chats.some((chat) => received(personJid(chat) ?? chat, id as MessageId) !== null)
  if (!isThere) await events.inbound(inbound)
  await journal.clear(unreadHash(id))
}

/** An answer to an earlier question was lost with its connection, so that it is asked for anew. */
async function askFor(
  sock: WASocket,
  asked: Followed['asked'],
  { key, messageTimestamp, pushName }: WAMessage,
): Promise<void> {
  const { remoteJid = null, fromMe = false, id = null } = key
  await asked?.del(id ?? '')
  const known = { key, messageTimestamp: messageTimestamp ?? null, pushName: pushName ?? null }
  // Where the connection is gone, the next one asks again.
  await sock.requestPlaceholderResend({ remoteJid, fromMe, id }, known).catch(() => {})
}

/** False for a message that has to wait for its content. */
async function takeMessage(
  { lineId, events, journal, now, isOurs, isStaff }: TrafficOptions,
  { stubs }: Inbox,
  sock: WASocket,
  raw: WAMessage,
): Promise<boolean> {
  const { id = '', lid = '' } = sock.user ?? {}
  const self = [personJid(id), personJid(lid)]
  const alt = raw.key.remoteJidAlt ?? (await otherAddress(sock, raw.key.remoteJid ?? ''))
  const inbound = parseInbound(raw, { lineId, alt, self, now: now() })
  if (inbound === null || (raw.key.fromMe && isOurs(raw.key.id ?? ''))) return true
  // Notes to oneself are a chat with the bot for the owner whose phone this is, else nobody's.
  if (self.includes(inbound.chat) && !isStaff(phoneOf(id))) return true
  if (isStub(raw)) {
    stubs.hold({ inbound, raw })
    return false
  }
  await events.inbound(inbound)
  const original = bareId(inbound.messageId)
  if (stubs.drop(original)) await journal.clear(unreadHash(original))
  return true
}

/** WhatsApp shows one of two numbers of a person; the client may have learned the other one. */
async function otherAddress(sock: WASocket, jid: string): Promise<string | null> {
  const { lidMapping } = sock.signalRepository
  if (jid.endsWith('@lid')) return lidMapping.getPNForLID(jid)
  return jid.endsWith('@s.whatsapp.net') ? lidMapping.getLIDForPN(jid) : null
}

/** Asks to be told when somebody types, once a connection: WhatsApp tells only who asks. */
function createWatch(sock: WASocket): (raw: WAMessage) => void {
  const watched = new Set<string>()
  return ({ key: { remoteJid, fromMe } }) => {
    const chat = fromMe ? null : personJid(remoteJid ?? '')
    if (chat === null || watched.has(chat)) return
    watched.add(chat)
    sock.presenceSubscribe(chat).catch(() => watched.delete(chat))
  }
}

/**
 * What the last connection, or the last process, decrypted and did not live to store. The connection is
 * not up yet: a word sent now would end it.
 */
async function replay(
  { journal, log }: TrafficOptions,
  sock: WASocket,
  baileys: Baileys,
  take: (raw: WAMessage) => Promise<boolean>,
): Promise<void> {
  const me = sock.user
  if (me === undefined) return
  for (const entry of journal.unread()) {
    try {
      const raw = messageOf(entry, baileys, me)
      if (raw === null || (await take(raw))) await journal.clear(entry.hash)
    } catch (error) {
      log.warn({ error }, 'message in the journal not taken in')
    }
  }
}

type Update = BaileysEventMap['messages.update'][number]

function noteReceipt({ lineId, events, acks }: TrafficOptions, { key, update }: Update): void {
  const { status } = update
  if (!key.fromMe || key.id == null || status == null || status < DELIVERED) return
  acks.heard(key.id, null)
  void events.receipt(lineId, key.id as MessageId, status >= READ ? 'read' : 'delivered')
}

function noteAck({ acks }: TrafficOptions, { attrs }: BinaryNode): void {
  const { id, error } = attrs
  if (id !== undefined) acks.heard(id, error === undefined ? null : Number(error))
}

function noteTyping(
  { lineId, events }: TrafficOptions,
  { id, presences }: BaileysEventMap['presence.update'],
): void {
  const chat = personJid(id)
  const types = Object.values(presences).some(
    ({ lastKnownPresence: now }) => now === 'composing' || now === 'recording',
  )
  if (chat !== null && types) events.typing(lineId, chat)
}
