import {
  type AuthenticationState,
  type BaileysEventMap,
  type BinaryNode,
  initAuthCreds,
  makeWASocket,
  type UserFacingSocketConfig,
  type WAMessage,
  type WASocket,
} from '@whiskeysockets/baileys'
import { createKeyStore } from './key-store.js'
import { createMemory } from './memory.js'
import { silentLogger } from './silent-logger.js'

/** One connection of the plain Baileys client, with a memory of all it reported. */
export type Client = {
  readonly socket: WASocket
  /** The first report that fits, also one already made; fails after 10 s. */
  until<E extends keyof BaileysEventMap>(
    event: E,
    fits: (payload: BaileysEventMap[E]) => boolean,
  ): Promise<BaileysEventMap[E]>
  /** Messages so far, with the type of the upsert each came in. */
  upserts(): readonly Upserted[]
  /** The first message with this id. */
  message(id: string): Promise<WAMessage>
  /** What the server says about a message it was given. */
  ack(id: string): Promise<{ readonly error: string | null }>
  /** The ids of all messages the server has acknowledged. */
  acked(): readonly string[]
  end(): Promise<void>
}

export type Upserted = { readonly type: 'append' | 'notify'; readonly message: WAMessage }

/** Credentials and keys of a device, kept in memory over its connections. */
export function newAuth(): AuthenticationState {
  return { creds: initAuthCreds(), keys: createKeyStore() }
}

/** Own messages are not reported: a receipt that comes quickly would be folded into that report and never be one itself. */
const PLAIN = { logger: silentLogger, emitOwnEvents: false }

export function connect(
  url: string,
  auth: AuthenticationState,
  config: Partial<UserFacingSocketConfig> = {},
): Client {
  const reports = createMemory<Partial<BaileysEventMap>>()
  const acks = createMemory<BinaryNode['attrs']>()
  const socket = makeWASocket({ ...PLAIN, ...config, auth, waWebSocketUrl: url })
  socket.ev.process((report) => {
    Object.assign(auth.creds, report['creds.update'])
    reports.add(report)
  })
  socket.ws.on('CB:ack,class:message', ({ attrs }: BinaryNode) => acks.add(attrs))
  const until: Client['until'] = (event, fits) =>
    reports.find((report) => {
      const payload = report[event]
      return payload !== undefined && fits(payload) ? payload : undefined
    }, event)
  return {
    socket,
    until,
    upserts: () => reports.all.flatMap((report) => upserted(report['messages.upsert'])),
    message: (id) =>
      reports.find((report) => withId(report['messages.upsert'], id), `message ${id}`),
    ack: (id) =>
      acks.find((ack) => (ack.id === id ? { error: ack.error ?? null } : undefined), `ack ${id}`),
    acked: () => acks.all.map(({ id = '' }) => id),
    end: () => socket.end(undefined),
  }
}

function upserted(upsert: BaileysEventMap['messages.upsert'] | undefined): readonly Upserted[] {
  return (upsert?.messages ?? []).map((message) => ({ type: upsert?.type ?? 'notify', message }))
}

function withId(
  upsert: BaileysEventMap['messages.upsert'] | undefined,
  id: string,
): WAMessage | undefined {
  return upsert?.messages.find(({ key }) => key.id === id)
}
