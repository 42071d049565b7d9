import type { BinaryNode, ConnectionState, SocketConfig, WASocket } from '@whiskeysockets/baileys'
import type { Content, MessageId, Outgoing } from '../../core/types.js'
import type { Log } from '../../log.js'
import type { Delivery, Sent } from '../channel.js'
import type { Acks } from './acks.js'
import { createEnvelopes, type Envelopes } from './envelopes.js'
import type { Counter } from './figures.js'
import { firm, guarded } from './guarded.js'
import { type HandOver, handOver, statusOf } from './hand-over.js'
import { isPerson, phoneOf } from './identities.js'
import { openInOrder } from './in-order.js'
import { type Journal, keepUnread, withJournal } from './journal.js'
import { keptBeforeSent } from './kept-before-sent.js'
import { oneAtATime } from './one-at-a-time.js'
import { type Baileys, loadBaileys } from './package.js'
import { bareId, isStub } from './parse-inbound.js'
import { REPLACED } from './reconnect.js'
import { renderProto, renderQuoted } from './render.js'
import { createSealFile, type SealFile } from './seal-file.js'
import { openSession, type Session, type SessionStore } from './session.js'
import { silentLogger } from './silent-logger.js'
import type { Traffic } from './traffic.js'
import { createWatchdog, type Patience } from './watchdog.js'

/** What one connection reports, `closed` once and last. */
export type LinkEvent =
  /** The text inside the QR code of the moment. */
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  /** The phone has scanned, or taken the code. */
  | { readonly kind: 'accepted' }
  | { readonly kind: 'open'; readonly phone: string | null }
  /** WhatsApp lets the number open no new chats, until then if it says so. */
  | { readonly kind: 'restricted'; readonly until: Date | null }
  | { readonly kind: 'unrestricted' }
  | { readonly kind: 'closed'; readonly code: number }

/** One connection to WhatsApp, from its first frame to its end. */
export type Connection = {
  send(delivery: Delivery): Promise<Sent>
  typing(chat: string): Promise<void>
  read(chat: string, ids: readonly string[]): Promise<void>
  /** Tells WhatsApp that this device is no longer linked. */
  logout(): Promise<void>
  /** Ends it without a report. */
  close(): void
}

const LOST = 408
const NEW_CHATS_LOCKED = '463'
const UNKNOWN = 500
const QUERY_MS = 30_000

type SocketOptions = {
  /** WhatsApp's own address where null. */
  readonly url: string | null
  readonly session: SessionStore
  readonly journal: Journal
  readonly acks: Acks
  readonly traffic: Traffic
  readonly counter: Counter
  readonly log: Pick<Log, 'debug'>
  readonly now: () => Date
  readonly patience: Patience
  /** A message that we sent, by its id: some phone could not open it. */
  readonly sent: (id: string) => Outgoing | null
  /** Where a file of ours stands; null where its bytes are gone. */
  readonly fileAt: (hash: string) => string | null
  /** A message of theirs, to be quoted. */
  readonly received: (chat: string, id: MessageId) => Content | null
  readonly caches: Pick<SocketConfig, 'msgRetryCounterCache' | 'placeholderResendCache'>
}

/**
 * Opens a connection, with the session as it was left or a new one to be linked; `pairing` is the number
 * that wants a code to type instead of a QR code.
 */
export async function connect(
  options: SocketOptions,
  pairing: string | null,
  report: (event: LinkEvent) => void,
): Promise<Connection> {
  const baileys = await loadBaileys()
  const store = guarded(await options.session.begin(), (error) =>
    end(isTakenOver(error) ? REPLACED : LOST),
  )
  const session = await openSession(baileys, options.session, store)
  const journal = firm(options.journal, () => end(LOST))
  const envelopes = createEnvelopes((envelope) => keepUnread(journal, envelope))
  const sealFile = createSealFile(baileys, () => sock, options.fileAt)
  const config = configOf({ ...options, journal, sealFile }, baileys, session, envelopes)
  const sock: WASocket = baileys.makeWASocket(config)
  let over = false
  const end = (code: number | null): void => {
    if (over) return
    over = true
    watchdog.stop()
    for (const event of FOLLOWED) sock.ev.removeAllListeners(event)
    void sock.end(undefined).catch(() => {})
    if (code !== null) report({ kind: 'closed', code })
  }
  const watchdog = createWatchdog(options.patience, () => end(LOST))
  openInOrder(sock)
  sock.ws.on('frame', watchdog.heard)
  sock.ws.on('CB:message', envelopes.note)
  // A server that turns the upgrade away says so here and nowhere else.
  sock.ws.on('unexpected-response', () => end(LOST))
  sock.ev.on('creds.update', () => void session.save().catch(() => end(LOST)))
  followState({ sock, report, end, pairing })
  sock.ws.on('CB:ack,class:message', ({ attrs }: BinaryNode) => {
    if (attrs.error === NEW_CHATS_LOCKED) askStanding(sock)
  })
  sock.ev.on('messages.upsert', ({ messages }) => {
    options.counter.cannotOpen(messages.filter(isStub).length)
  })
  const asked = options.caches.placeholderResendCache
  options.traffic.follow({ sock, baileys, envelopes, asked })
  return connectionOf(options, { sock, baileys, sealFile }, end)
}

/** Everything this house listens to; what Baileys itself listens to is its own business. */
const FOLLOWED = [
  'connection.update',
  'creds.update',
  'messages.upsert',
  'messages.update',
  'presence.update',
  'lid-mapping.update',
  'messaging-history.set',
] as const

type Following = {
  readonly sock: WASocket
  readonly report: (event: LinkEvent) => void
  readonly end: (code: number | null) => void
  readonly pairing: string | null
}

function followState({ sock, report, end, pairing }: Following): void {
  let asked = false
  sock.ev.on('connection.update', (update: Partial<ConnectionState>) => {
    const { connection, qr, isNewLogin, lastDisconnect, reachoutTimeLock: lock } = update
    if (qr !== undefined && pairing === null) report({ kind: 'qr', text: qr })
    // Only now: before its first QR code the server does not know the device.
    if (qr !== undefined && pairing !== null && !asked) {
      asked = true
      askForCode(sock, pairing, report, end)
    }
    if (isNewLogin) report({ kind: 'accepted' })
    if (connection === 'open') {
      report({ kind: 'open', phone: phoneOf(sock.user?.id ?? '') })
      askStanding(sock)
    }
    if (lock?.isActive === true) {
      report({ kind: 'restricted', until: lock.timeEnforcementEnds ?? null })
    } else if (lock !== undefined) report({ kind: 'unrestricted' })
    if (connection === 'close') end(statusOf(lastDisconnect?.error) ?? UNKNOWN)
  })
}

/** Whether WhatsApp keeps the number from opening new chats: the answer comes as an update of the state. */
function askStanding(sock: WASocket): void {
  sock.fetchAccountReachoutTimelock().catch(() => {})
}

function askForCode(
  sock: WASocket,
  phone: string,
  report: Following['report'],
  end: Following['end'],
): void {
  sock.requestPairingCode(phone.replace(/\D/g, '')).then(
    (code) => report({ kind: 'code', code }),
    () => end(LOST),
  )
}

function connectionOf(
  { acks, now, received }: SocketOptions,
  way: Pick<HandOver, 'sock' | 'baileys' | 'sealFile'>,
  end: (code: number | null) => void,
): Connection {
  const { sock } = way
  return {
    send: (delivery) => {
      const { chat, replyTo } = delivery
      const original =
        replyTo === null ? null : renderQuoted(chat, replyTo, received(chat, replyTo))
      return handOver({ ...way, acks, now, quoted: original }, delivery)
    },
    typing: (chat) => sock.sendPresenceUpdate('composing', chat),
    read: (remoteJid, ids) =>
      sock.readMessages(ids.map((id) => ({ remoteJid, id: bareId(id), fromMe: false }))),
    logout: () => sock.logout(),
    close: () => end(null),
  }
}

function configOf(
  { url, log, sent, caches, journal, sealFile }: SocketOptions & { readonly sealFile: SealFile },
  baileys: Baileys,
  { state }: Session,
  envelopes: Envelopes,
) {
  const { makeSignalRepository } = baileys.DEFAULT_CONNECTION_CONFIG
  return {
    auth: state,
    logger: silentLogger(log),
    ...(url === null ? {} : { waWebSocketUrl: url }),
    // The phone keeps its notifications.
    markOnlineOnConnect: false,
    syncFullHistory: false,
    emitOwnEvents: false,
    // Nothing is opened while one waits for an answer: see `oneAtATime`.
    defaultQueryTimeoutMs: QUERY_MS,
    // Baileys counts each question of a phone twice: this way its five are all answered.
    maxMsgRetryCount: 10,
    // A disk that refuses ends the connection; the next one tries again.
    transactionOpts: { maxCommitRetries: 1, delayBetweenTriesMs: 0 },
    shouldIgnoreJid: (jid: string) => !isPerson(jid),
    getMessage: async ({ id }: { id?: string | null }) => {
      const message = id == null ? null : sent(id)
      if (message?.kind === 'file') return (await sealFile(message)) ?? undefined
      return message === null ? undefined : renderProto(message)
    },
    makeSignalRepository: withJournal(
      keptBeforeSent(oneAtATime(makeSignalRepository), state.keys.set),
      journal,
      envelopes,
    ),
    ...caches,
  }
}

/** Another connection has the session by now, as the store knows before WhatsApp does. */
function isTakenOver(error: unknown): boolean {
  return error instanceof Error && error.name === 'LeaseLostError'
}
