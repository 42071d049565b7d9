import { DisconnectReason } from '@whiskeysockets/baileys'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newAuth } from './double/client.js'
import { type Clients, closing, createClients, shownCode } from './double/clients.js'
import { createWhatsAppDouble, type WhatsAppDouble } from './double/whatsapp-double.js'

let double: WhatsAppDouble
let clients: Clients

beforeEach(async () => {
  double = await createWhatsAppDouble()
  clients = createClients(double)
})

afterEach(async () => {
  await clients.end()
  await double.close()
})

describe('linking', () => {
  test('a scanned code links the device, which is told to start again and then logs in', async () => {
    const auth = newAuth()
    const fresh = clients.open(auth)
    await double.scan(await shownCode(fresh))
    expect(await closing(fresh)).toBe(DisconnectReason.restartRequired)
    expect(auth.creds.me).toMatchObject({ name: 'La tienda' })
    await clients.login(auth)
    expect(double.connected).toBe(true)
  })

  test('a typed code links it too', async () => {
    const auth = newAuth()
    const fresh = clients.open(auth)
    await shownCode(fresh)
    const code = await fresh.socket.requestPairingCode(double.ownPhone.phone)
    await double.waitFor(
      (entry) => entry.kind === 'query' && entry.about.startsWith('md/link_code'),
    )
    await double.enterPairingCode(code)
    expect(await closing(fresh)).toBe(DisconnectReason.restartRequired)
    await clients.login(auth)
    expect(auth.creds.registered).toBe(true)
  })

  test('a code that no device shows is not accepted, and neither is a mistyped one', async () => {
    await expect(double.scan('https://wa.me/#2@none,a,b,c,1')).rejects.toThrow('QR code')
    await expect(double.enterPairingCode('ABCD1234')).rejects.toThrow('pairing code')
    const fresh = clients.open(newAuth())
    await shownCode(fresh)
    await fresh.socket.requestPairingCode(double.ownPhone.phone, 'ABCD1234')
    await double.waitFor(
      (entry) => entry.kind === 'query' && entry.about.startsWith('md/link_code'),
    )
    await expect(double.enterPairingCode('ABCD9999')).rejects.toThrow('wrong pairing code')
  })

  test('a device that goes away while it is being linked is not', async () => {
    const fresh = clients.open(newAuth())
    await shownCode(fresh)
    await fresh.socket.requestPairingCode(double.ownPhone.phone, 'ABCD1234')
    await double.waitFor(
      (entry) => entry.kind === 'query' && entry.about.startsWith('md/link_code'),
    )
    const linking = expect(double.enterPairingCode('ABCD1234')).rejects.toThrow('went away')
    await fresh.end()
    await linking
    expect(double.connected).toBe(false)
  })

  test('a device that was never linked is turned away, and so is one that was unlinked', async () => {
    const stranger = newAuth()
    stranger.creds.me = { id: '573001112233:1@s.whatsapp.net' }
    expect(await closing(clients.open(stranger))).toBe(DisconnectReason.loggedOut)
    const auth = newAuth()
    const client = await clients.link(auth)
    double.unlink()
    expect(await closing(client)).toBe(DisconnectReason.loggedOut)
    expect(await closing(clients.open(auth))).toBe(DisconnectReason.loggedOut)
  })

  test('a device that logs out is unlinked', async () => {
    const auth = newAuth()
    const client = await clients.link(auth)
    await client.socket.logout()
    expect(await closing(clients.open(auth))).toBe(DisconnectReason.loggedOut)
  })
})

test('a device whose keys run low is asked for more, so that everybody can begin to write', async () => {
  const client = await clients.link()
  const people = Array.from({ length: 12 }, (_, at) =>
    double.contact({ phone: `57300000${1000 + at}`, name: `Nº ${at}` }),
  )
  for (const person of people) await client.message(await person.say('hola'))
  const uploads = double.ledger.filter(
    (entry) => entry.kind === 'query' && entry.about === 'encrypt/registration',
  )
  expect(uploads.length).toBeGreaterThan(2)
})

test('libsignal is quiet while it stands, and others are not', async () => {
  const { console } = globalThis
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const other = await createWhatsAppDouble()
  const theirs = createClients(other)
  const client = await theirs.link()
  const ana = other.contact({ phone: '573009998877', name: 'Ana' })
  await ana.say('hola')
  await client.socket.sendMessage(ana.lid, { text: 'buenas' })
  await other.waitFor(({ kind }) => kind === 'message')
  const damaged = await ana.say('¿hay alguien?', { damaged: true })
  await client.message(damaged)
  expect(error).not.toHaveBeenCalled()
  console.error('a word of ours')
  expect(error).toHaveBeenCalledExactlyOnceWith('a word of ours')
  await theirs.end()
  await other.close()
  expect(console.error).toBe(error)
  error.mockRestore()
})
