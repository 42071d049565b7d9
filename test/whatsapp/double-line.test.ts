import { type AuthenticationState, DisconnectReason } from '@whiskeysockets/baileys'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Client, newAuth } from './double/client.js'
import { type Clients, closing, createClients } from './double/clients.js'
import type { Contact } from './double/contact.js'
import { createFaults } from './double/faults.js'
import type { LedgerEntry } from './double/ledger.js'
import { createWhatsAppDouble, type WhatsAppDouble } from './double/whatsapp-double.js'

let double: WhatsAppDouble
let clients: Clients
let client: Client
let ana: Contact
let people = 0

const auth: AuthenticationState = newAuth()

// One linked device for all of them, which logs in anew for each.
beforeAll(async () => {
  double = await createWhatsAppDouble()
  clients = createClients(double)
  await clients.link(auth)
})

beforeEach(async () => {
  await clients.end()
  ana = double.contact({ phone: String(573_000_000_000 + ++people), name: 'Ana' })
  client = await clients.login(auth)
})

afterEach(() => {
  Object.assign(double.faults, createFaults())
})

afterAll(async () => {
  await clients.end()
  await double.close()
})

describe('the line', () => {
  test('once cut, is taken up again with nothing lost', async () => {
    double.drop()
    expect(await closing(client)).toBe(DisconnectReason.connectionClosed)
    const id = await ana.say('hola')
    const next = await clients.login(auth)
    expect(await next.message(id)).toMatchObject({ message: { conversation: 'hola' } })
  })

  test('brings what waited as an appendix, in order', async () => {
    await ana.say('hola')
    await leave()
    const missed = [await ana.say('¿siguen ahí?'), await ana.say('bueno')]
    expect(double.pending).toBe(2)
    const next = await clients.login(auth)
    await next.message(missed[1] ?? '')
    expect(next.upserts().map(({ type, message }) => [type, message.key.id])).toEqual([
      ['append', missed[0]],
      ['append', missed[1]],
    ])
    expect(double.ledger).toContainEqual(expect.objectContaining({ kind: 'ready', missed: 2 }))
    await double.waitFor((entry) => entry.kind === 'receipt' && entry.ids.includes(missed[1] ?? ''))
    expect(double.pending).toBe(0)
  })

  test('is refused by a stopped server until it starts again', async () => {
    await double.stop()
    expect(await closing(clients.open(auth))).toBe(DisconnectReason.connectionLost)
    await double.start()
    await clients.login(auth)
    expect(double.connected).toBe(true)
  })

  test.each([401, 440, 500, 503, 515])('may end with %i', async (code) => {
    double.endStream(code)
    expect(await closing(client)).toBe(code)
  })

  test('ends when the device connects a second time', async () => {
    await clients.login(auth)
    expect(await closing(client)).toBe(DisconnectReason.connectionReplaced)
    expect(double.connected).toBe(true)
  })

  test('may be turned away before it begins, of which the client reports nothing', async () => {
    double.faults.refuseUpgradesWith = 503
    const refused = clients.open(auth)
    const status = await new Promise((resolve) => {
      refused.socket.ws.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode))
    })
    expect(status).toBe(503)
  })

  test('may never be answered', async () => {
    double.faults.ignoreHandshakes = true
    const waiting = clients.open(auth, { connectTimeoutMs: 100 })
    expect(await closing(waiting)).toBe(DisconnectReason.timedOut)
  })
})

describe('a message of the client', () => {
  test('may be cut off before the server has it', async () => {
    double.faults.cutAtNextMessage = 'before'
    await send('uno')
    await closing(client)
    expect(ana.heard).toEqual([])
  })

  test('may be cut off after the server has it', async () => {
    double.faults.cutAtNextMessage = 'after'
    await send('dos')
    await closing(client)
    expect(client.acked()).toEqual([])
    expect(ana.heard).toMatchObject([{ text: 'dos' }])
  })

  test('may be read and never acknowledged', async () => {
    double.faults.withholdAcks = true
    await double.waitFor(isMessage(await send('uno')))
    double.faults.withholdAcks = false
    const second = await send('dos')
    expect(await client.ack(second)).toEqual({ error: null })
    expect(client.acked()).toEqual([second])
    expect(ana.heard).toMatchObject([{ text: 'uno' }, { text: 'dos' }])
  })

  test('may be refused', async () => {
    double.faults.refuseMessagesWith = 463
    expect(await client.ack(await send('hola'))).toEqual({ error: '463' })
    expect(ana.heard).toEqual([])
  })

  test('reaches nobody when nobody says which devices there are', async () => {
    client = await clients.login(auth, { defaultQueryTimeoutMs: 200 })
    double.faults.unanswered.add('usync')
    expect(await double.waitFor(isMessage(await send('hola')))).toMatchObject({ reached: [] })
    expect(ana.heard).toEqual([])
  })
})

test('a message whose receipt was lost comes again, sealed as it was', async () => {
  double.faults.cutAtNextReceipt = true
  const id = await ana.say('hola')
  await closing(client)
  expect(double.pending).toBe(1)
  await clients.login(auth)
  const again = await double.waitFor((entry) => entry.kind === 'ack' && entry.id === id)
  expect(again).toMatchObject({ of: 'message', error: '487' })
  expect(double.pending).toBe(0)
})

/** Goes offline, and waits until the server has noticed. */
async function leave(): Promise<void> {
  const before = double.ledger.length
  await client.end()
  await double.waitFor((entry) => entry.kind === 'gone' && double.ledger.indexOf(entry) >= before)
}

async function send(text: string): Promise<string> {
  const sent = await client.socket.sendMessage(ana.lid, { text })
  return sent?.key.id ?? ''
}

function isMessage(id: string): (entry: LedgerEntry) => boolean {
  return (entry) => entry.kind === 'message' && entry.id === id
}
