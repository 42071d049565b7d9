import {
  type BaileysEventMap,
  isJidGroup,
  isJidNewsletter,
  isJidStatusBroadcast,
  proto,
} from '@whiskeysockets/baileys'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { userOf } from './double/address.js'
import { type Client, newAuth } from './double/client.js'
import { type Clients, createClients } from './double/clients.js'
import type { Contact } from './double/contact.js'
import type { LedgerEntry } from './double/ledger.js'
import { createWhatsAppDouble, type WhatsAppDouble } from './double/whatsapp-double.js'

const { DELIVERY_ACK, READ } = proto.WebMessageInfo.Status
const { CIPHERTEXT } = proto.WebMessageInfo.StubType
const { MESSAGE_EDIT, REVOKE } = proto.Message.ProtocolMessage.Type

let double: WhatsAppDouble
let clients: Clients
let client: Client
let ana: Contact
let people = 0

const auth = newAuth()

// One linked client for all of them; each talks with an Ana of its own.
beforeAll(async () => {
  double = await createWhatsAppDouble()
  clients = createClients(double)
  client = await clients.link(auth)
})

beforeEach(() => {
  ana = double.contact({ phone: nextPhone(), name: 'Ana' })
})

afterAll(async () => {
  await clients.end()
  await double.close()
})

describe('messages to the client', () => {
  test('are addressed by the hidden number, with the phone beside it', async () => {
    const id = await ana.say('hola')
    expect(await client.message(id)).toMatchObject({
      key: { id, remoteJid: ana.lid, remoteJidAlt: ana.pn, fromMe: false, addressingMode: 'lid' },
      pushName: 'Ana',
      message: { conversation: 'hola' },
    })
    const live = client.upserts().filter(({ message }) => message.key.id === id)
    expect(live).toMatchObject([{ type: 'notify' }])
  })

  test('or by the phone, with the hidden number beside it', async () => {
    const id = await ana.say('buenas', { addressing: 'pn' })
    expect(await client.message(id)).toMatchObject({
      key: { remoteJid: ana.pn, remoteJidAlt: ana.lid, addressingMode: 'pn' },
    })
  })

  test('may come without the phone, which a later one tells', async () => {
    const { key } = await client.message(await ana.say('buenas', { tellsBoth: false }))
    expect([key.remoteJid, key.remoteJidAlt]).toEqual([ana.lid, undefined])
    const later = await client.message(await ana.say('soy Ana'))
    expect(later.key.remoteJidAlt).toBe(ana.pn)
  })

  test('tell when they were written', async () => {
    const id = await ana.say('buenas', { at: new Date('2026-03-02T14:05:00Z') })
    expect(await client.message(id)).toMatchObject({ messageTimestamp: 1_772_460_300 })
  })

  test('keep their order when many are written at once', async () => {
    const texts = ['uno', 'dos', 'tres', 'cuatro', 'cinco']
    const ids = await Promise.all(texts.map((text) => ana.say(text)))
    await client.message(ids.at(-1) ?? '')
    const got = client.upserts().filter(({ message }) => ids.includes(message.key.id ?? ''))
    expect(got.map(({ message }) => message.message?.conversation)).toEqual(texts)
  })

  test('come twice when the same id is sealed twice', async () => {
    await ana.say('hola', { id: '3ATWICE' })
    await ana.say('hola', { id: '3ATWICE' })
    await client.message(await ana.say('listo'))
    const twice = client.upserts().filter(({ message }) => message.key.id === '3ATWICE')
    expect(twice).toHaveLength(2)
  })

  test('quote, react, correct and take back', async () => {
    const sent = await client.socket.sendMessage(ana.lid, { text: '¿de qué talla?' })
    const question = sent?.key.id ?? ''
    const quoting = { id: question, text: '¿de qué talla?' }
    const answer = await ana.say('la M', { quoting })
    expect(await contentOf(answer)).toMatchObject({
      extendedTextMessage: { text: 'la M', contextInfo: { stanzaId: question } },
    })
    expect(await contentOf(await ana.react('👍', question))).toMatchObject({
      reactionMessage: { text: '👍', key: { id: question, fromMe: true } },
    })
    expect(await contentOf(await ana.edit(answer, 'la L'))).toMatchObject({
      protocolMessage: {
        type: MESSAGE_EDIT,
        key: { id: answer },
        editedMessage: { conversation: 'la L' },
      },
    })
    expect(await contentOf(await ana.unsay(answer))).toMatchObject({
      protocolMessage: { type: REVOKE, key: { id: answer } },
    })
  })

  test('carry pictures, voices and papers, as descriptions', async () => {
    expect(await contentOf(await ana.sendImage('esta'))).toMatchObject({
      imageMessage: { caption: 'esta', mimetype: 'image/jpeg' },
    })
    expect(await contentOf(await ana.sendVideo('así'))).toMatchObject({
      videoMessage: { caption: 'así', mimetype: 'video/mp4' },
    })
    expect(await contentOf(await ana.sendVoice(4))).toMatchObject({
      audioMessage: { seconds: 4, ptt: true },
    })
    expect(await contentOf(await ana.sendSticker())).toMatchObject({
      stickerMessage: { mimetype: 'image/webp' },
    })
    expect(await contentOf(await ana.sendDocument('medidas.pdf'))).toMatchObject({
      documentMessage: { fileName: 'medidas.pdf' },
    })
    const captioned = await contentOf(await ana.sendDocument('medidas.pdf', 'son estas'))
    expect(captioned?.documentWithCaptionMessage?.message).toMatchObject({
      documentMessage: { fileName: 'medidas.pdf', caption: 'son estas' },
    })
  })

  test('carry places and cards', async () => {
    const place = { latitude: 4.65, longitude: -74.05, name: 'La casa' }
    expect(await contentOf(await ana.sendLocation(place))).toMatchObject({
      locationMessage: { degreesLatitude: 4.65, degreesLongitude: -74.05, name: 'La casa' },
    })
    expect(await contentOf(await ana.sendContactCard('Eva', '573001'))).toMatchObject({
      contactMessage: { displayName: 'Eva', vcard: expect.stringContaining('waid=573001') },
    })
  })

  test('that it cannot read are asked for again', async () => {
    const id = await ana.say('hola', { damaged: true })
    await client.until('messages.upsert', isWhole(id))
    const both = client.upserts().filter(({ message }) => message.key.id === id)
    expect(both).toMatchObject([
      { message: { messageStubType: CIPHERTEXT } },
      { message: { message: { conversation: 'hola' } } },
    ])
    expect(double.ledger).toContainEqual(
      expect.objectContaining({ kind: 'receipt', type: 'retry', ids: [id] }),
    )
  })

  test('from an ad come empty, and whole from its own phone', async () => {
    const ad = { title: 'Chaquetas', url: 'https://fb.me/1', clickId: 'clic-1' }
    const id = await ana.sayFromAd('vi el anuncio', ad)
    expect((await client.message(id)).messageStubType).toBe(CIPHERTEXT)
    const { messages } = await client.until('messages.upsert', isWhole(id))
    expect(messages.find(({ key }) => key.id === id)?.message?.extendedTextMessage).toMatchObject({
      text: 'vi el anuncio',
      contextInfo: { externalAdReply: { ctwaClid: 'clic-1' } },
    })
  })

  test('from an ad stay empty while its own phone is off', async () => {
    double.ownPhone.switchesOff()
    const ad = { title: 'Chaquetas', url: 'https://fb.me/1', clickId: 'clic-2' }
    const id = await ana.sayFromAd('vi el anuncio', ad)
    await double.waitFor((entry) => entry.kind === 'peer' && asksFor(entry.message, id))
    double.ownPhone.switchesOn()
    await client.message(await ana.say('¿hola?'))
    const mine = client.upserts().filter(({ message }) => message.key.id === id)
    expect(mine).toMatchObject([{ message: { messageStubType: CIPHERTEXT } }])
  })

  test('from groups, statuses and newsletters come too', async () => {
    expect(await client.message(await ana.sayIn('120363001@g.us', 'para todos'))).toMatchObject({
      key: { remoteJid: '120363001@g.us', participant: ana.lid, participantAlt: ana.pn },
      message: { conversation: 'para todos' },
    })
    expect(await client.message(await ana.sayIn('status@broadcast', 'de viaje'))).toMatchObject({
      key: { remoteJid: 'status@broadcast' },
      message: { conversation: 'de viaje' },
    })
    expect(await client.message(await double.publish('12036@newsletter', 'news'))).toMatchObject({
      key: { remoteJid: '12036@newsletter' },
      message: { conversation: 'news' },
    })
  })

  test('that a person typed on its own phone come as its own', async () => {
    await ana.say('hola')
    expect(await client.message(await double.ownPhone.say(ana, 'ya le atiendo'))).toMatchObject({
      key: { remoteJid: ana.lid, fromMe: true },
      message: { conversation: 'ya le atiendo' },
    })
    expect(ana.heard).toMatchObject([{ text: 'ya le atiendo' }])
    const byPhone = await double.ownPhone.say(ana, 'un momento', { addressing: 'pn' })
    expect((await client.message(byPhone)).key).toMatchObject({ remoteJid: ana.pn, fromMe: true })
    const reaction = await double.ownPhone.react(ana, '🙏', '3A01')
    expect(await client.message(reaction)).toMatchObject({
      key: { fromMe: true },
      message: { reactionMessage: { text: '🙏' } },
    })
  })
})

describe('messages of the client', () => {
  test('are read by the contact and by its own phone', async () => {
    const id = await send('buenas')
    expect(await handedOver(id)).toMatchObject({
      to: ana.lid,
      text: 'buenas',
      reached: [ana.phone],
    })
    expect(ana.heard).toMatchObject([{ id, text: 'buenas', quoting: null, reaction: null }])
    expect(double.ownPhone.heard.at(-1)).toMatchObject({ id, text: 'buenas', chat: ana.lid })
  })

  test('reach a contact by phone number too, and are shown once when sent twice', async () => {
    const options = { messageId: '3EB0AA' }
    await client.socket.sendMessage(ana.pn, { text: 'buenas' }, options)
    await client.socket.sendMessage(ana.pn, { text: 'buenas' }, options)
    await handedOver(await send('adiós'))
    expect(ana.heard.map(({ text }) => text)).toEqual(['buenas', 'adiós'])
    expect(double.ledger.filter(isMessage('3EB0AA'))).toHaveLength(2)
  })

  test('quote and react', async () => {
    const id = await ana.say('¿tienen en rojo?')
    const quoted = await client.message(id)
    await client.socket.sendMessage(ana.lid, { text: 'sí' }, { quoted })
    const key = { remoteJid: ana.lid, id, fromMe: false }
    const reaction = await client.socket.sendMessage(ana.lid, { react: { text: '❤️', key } })
    await handedOver(reaction?.key.id ?? '')
    expect(ana.heard).toMatchObject([
      { text: 'sí', quoting: id },
      { reaction: { emoji: '❤️', to: id } },
    ])
  })

  test('are confirmed when they arrive and when they are read', async () => {
    const id = await send('buenas')
    await client.until('messages.update', reports(id, DELIVERY_ACK))
    await ana.reads(id)
    await client.until('messages.update', reports(id, READ))
  })

  test('wait for a phone that is off', async () => {
    ana.switchesOff()
    const id = await send('buenas')
    expect(await client.ack(id)).toEqual({ error: null })
    expect(ana.heard).toEqual([])
    ana.switchesOn()
    await client.until('messages.update', reports(id, DELIVERY_ACK))
    expect(ana.heard).toMatchObject([{ id }])
  })

  test('are sent again to one who could not read them', async () => {
    const id = await send('buenas')
    const first = await handedOver(id)
    await ana.asksAgain(id)
    const again = await double.waitFor((entry) => isMessage(id)(entry) && entry !== first)
    expect(again).toMatchObject({ text: 'buenas', reached: [ana.phone] })
  })

  test('are asked for again by a phone that cannot read them', async () => {
    await handedOver(await send('uno'))
    await client.message(await ana.say('hola'))
    await ana.losesSession()
    const id = await send('dos')
    const again = (entry: LedgerEntry): boolean =>
      entry.kind === 'message' && entry.id === id && entry.reached.length > 0
    await double.waitFor(again)
    expect(ana.heard.map(({ text }) => text)).toEqual(['uno', 'dos'])
    expect(double.ledger).toContainEqual(
      expect.objectContaining({ kind: 'unreadable', id, by: ana.phone }),
    )
  })

  test('sealed with a key that was used before are dropped in silence', async () => {
    const session = `${userOf(ana.lid)}_1.0`
    await handedOver(await send('uno'))
    const before = await auth.keys.get('session', [session])
    await handedOver(await send('dos'))
    await auth.keys.set({ session: before })
    const id = await send('tres')
    expect(await handedOver(id)).toMatchObject({ reached: [] })
    expect(ana.heard.map(({ text }) => text)).toEqual(['uno', 'dos'])
  })

  test('to a number without WhatsApp reach nobody, which asking first tells', async () => {
    const nobody = nextPhone()
    expect(await client.socket.onWhatsApp(ana.phone, nobody)).toEqual([
      { jid: ana.pn, exists: true },
    ])
    const sent = await client.socket.sendMessage(`${nobody}@s.whatsapp.net`, { text: 'hola' })
    expect(await handedOver(sent?.key.id ?? '')).toMatchObject({ reached: [] })
  })
})

test('each sees the other type', async () => {
  await client.socket.sendPresenceUpdate('composing', ana.lid)
  await client.socket.sendPresenceUpdate('paused', ana.lid)
  await double.waitFor((entry) => isTyping(entry) && entry.state === 'paused')
  expect(double.ledger.filter(isTyping)).toMatchObject([
    { state: 'composing' },
    { state: 'paused' },
  ])
  ana.types()
  await client.until('presence.update', seen(ana, 'composing'))
  ana.stopsTyping()
  await client.until('presence.update', seen(ana, 'available'))
})

test('the client says what it has read', async () => {
  const { key } = await client.message(await ana.say('hola'))
  await client.socket.readMessages([key])
  const read = await double.waitFor((entry) => entry.kind === 'receipt' && entry.type === 'read')
  expect(read).toMatchObject({ ids: [key.id], from: ana.lid })
})

// The last: it takes the line from the client that the others share.
test('a client may ignore groups, statuses and newsletters', async () => {
  const shouldIgnoreJid = (jid: string): boolean =>
    Boolean(isJidGroup(jid) || isJidStatusBroadcast(jid) || isJidNewsletter(jid))
  const picky = await clients.login(auth, { shouldIgnoreJid })
  const ignored = [
    await ana.sayIn('120363001@g.us', 'otra vez'),
    await ana.sayIn('status@broadcast', 'de vuelta'),
    await double.publish('12036@newsletter', 'más'),
  ]
  const id = await ana.say('solo a usted')
  await picky.message(id)
  expect(picky.upserts().map(({ message }) => message.key.id)).toEqual([id])
  const acks = double.ledger.filter((entry) => entry.kind === 'ack' && ignored.includes(entry.id))
  expect(acks).toMatchObject([{ error: '500' }, { error: '500' }, { error: '500' }])
})

function nextPhone(): string {
  people += 1
  return String(573_000_000_000 + people)
}

async function send(text: string): Promise<string> {
  const sent = await client.socket.sendMessage(ana.lid, { text })
  return sent?.key.id ?? ''
}

function handedOver(id: string): Promise<LedgerEntry> {
  return double.waitFor(isMessage(id))
}

async function contentOf(id: string): Promise<proto.IMessage | null | undefined> {
  return (await client.message(id)).message
}

function isMessage(id: string): (entry: LedgerEntry) => boolean {
  return (entry) => entry.kind === 'message' && entry.id === id
}

function isTyping(entry: LedgerEntry): entry is Extract<LedgerEntry, { kind: 'typing' }> {
  return entry.kind === 'typing' && entry.to === ana.lid
}

function isWhole(id: string): (upsert: BaileysEventMap['messages.upsert']) => boolean {
  return ({ messages }) => messages.some(({ key, message }) => key.id === id && Boolean(message))
}

function asksFor({ protocolMessage }: proto.IMessage, id: string): boolean {
  const asked = protocolMessage?.peerDataOperationRequestMessage?.placeholderMessageResendRequest
  return asked?.some(({ messageKey }) => messageKey?.id === id) ?? false
}

function reports(
  id: string,
  status: number,
): (updates: BaileysEventMap['messages.update']) => boolean {
  return (updates) => updates.some(({ key, update }) => key.id === id && update.status === status)
}

function seen(
  who: Contact,
  state: string,
): (presence: BaileysEventMap['presence.update']) => boolean {
  return ({ id, presences }) => id === who.lid && presences[id]?.lastKnownPresence === state
}
