import type { AuthenticationState, UserFacingSocketConfig } from '@whiskeysockets/baileys'
import { type Client, connect, newAuth } from './client.js'
import type { WhatsAppDouble } from './whatsapp-double.js'

/** Plain clients for the tests of the double itself. */
export type Clients = {
  /** Connects, linked or not. */
  open(auth: AuthenticationState, config?: ClientConfig): Client
  /** Connects and waits until it is logged in. */
  login(auth: AuthenticationState, config?: ClientConfig): Promise<Client>
  /** A new device, linked by QR code and logged in. */
  link(auth?: AuthenticationState, config?: ClientConfig): Promise<Client>
  end(): Promise<void>
}

type ClientConfig = Partial<UserFacingSocketConfig>

export function createClients(double: WhatsAppDouble): Clients {
  const opened: Client[] = []
  const open: Clients['open'] = (auth, config = {}) => {
    const client = connect(double.url, auth, config)
    opened.push(client)
    return client
  }
  const login: Clients['login'] = async (auth, config) => {
    const client = open(auth, config)
    await client.until('connection.update', ({ connection }) => connection === 'open')
    return client
  }
  return {
    open,
    login,
    async link(auth = newAuth(), config) {
      const fresh = open(auth)
      await double.scan(await shownCode(fresh))
      await closing(fresh)
      return login(auth, config)
    },
    async end() {
      for (const client of opened) await client.end()
    },
  }
}

/** The QR code a device shows while it waits to be linked. */
export async function shownCode(client: Client): Promise<string> {
  const { qr } = await client.until('connection.update', (update) => update.qr !== undefined)
  return qr ?? ''
}

/** Why the connection ended, as the client's code for it. */
export async function closing(client: Client): Promise<number> {
  const update = await client.until('connection.update', ({ connection }) => connection === 'close')
  const error: unknown = update.lastDisconnect?.error
  return Number(Reflect.get(Object(Reflect.get(Object(error), 'output')), 'statusCode'))
}
