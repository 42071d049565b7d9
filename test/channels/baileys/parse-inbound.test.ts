import type { proto, WAMessage } from '@whiskeysockets/baileys'
import { describe, expect, test } from 'vitest'
import { bareId, isStub, parseInbound } from '../../../src/channels/baileys/parse-inbound.js'
import type { Content, LineId } from '../../../src/core/types.js'

const READING = {
  lineId: 'whatsapp' as LineId,
  alt: null,
  self: ['573001112233@s.whatsapp.net'],
  now: new Date('2026-03-10T15:00:00.000Z'),
}
const KEY = { remoteJid: '573005550101@s.whatsapp.net', fromMe: false, id: 'A1' }

function parse(change: Partial<WAMessage>, alt: string | null = null) {
  return parseInbound(
    { key: KEY, message: { conversation: 'hola' }, ...change },
    { ...READING, alt },
  )
}

function contentOf(message: proto.IMessage): Content | null {
  return parse({ message })?.content ?? null
}

test('a text is who, where, what and when', () => {
  const raw = { pushName: 'Ana', messageTimestamp: 1_773_154_800 }
  expect(parse(raw, '152664718691222@lid')).toEqual({
    lineId: 'whatsapp',
    chat: '573005550101@s.whatsapp.net',
    author: 'contact',
    identities: [
      { kind: 'phone', value: '+573005550101' },
      { kind: 'lid', value: '152664718691222' },
    ],
    messageId: 'A1',
    profileName: 'Ana',
    sentAt: '2026-03-10T15:00:00.000Z',
    replyTo: null,
    referral: null,
    rawReferral: null,
    media: null,
    content: { kind: 'text', text: 'hola' },
  })
})

test('the envelope knows the other number better than we do', () => {
  const key = { ...KEY, remoteJidAlt: '1@lid' }
  expect(parse({ key }, '2@lid')?.identities).toContainEqual({ kind: 'lid', value: '1' })
})

test('a message without a time came in now', () => {
  expect(parse({})?.sentAt).toBe('2026-03-10T15:00:00.000Z')
})

test('what the own phone wrote is the business, and its profile name is not the contact', () => {
  const own = parse({ key: { ...KEY, fromMe: true }, pushName: 'La tienda' })
  expect(own).toMatchObject({ author: 'business', profileName: null })
})

test('what the number writes to itself comes from the person who holds it', () => {
  const key = { ...KEY, remoteJid: '573001112233@s.whatsapp.net', fromMe: true }
  expect(parse({ key })).toMatchObject({ author: 'contact', profileName: null })
  const message = { reactionMessage: { text: '👍', key: { id: 'B1' } } }
  expect(parse({ key, message })?.content.kind).toBe('reaction')
})

test.each<[string, proto.IMessage, Content]>([
  [
    'a text with more around it',
    { extendedTextMessage: { text: 'hola' } },
    { kind: 'text', text: 'hola' },
  ],
  [
    'a disappearing text',
    { ephemeralMessage: { message: { conversation: 'hola' } } },
    { kind: 'text', text: 'hola' },
  ],
  ['an image', { imageMessage: {} }, { kind: 'image', caption: null }],
  [
    'an image seen once',
    { viewOnceMessageV2: { message: { imageMessage: { caption: 'así' } } } },
    { kind: 'image', caption: 'así' },
  ],
  ['a video', { videoMessage: { caption: 'así' } }, { kind: 'video', caption: 'así' }],
  ['a round video', { ptvMessage: {} }, { kind: 'video', caption: null }],
  [
    'a voice note',
    { audioMessage: { seconds: 7 } },
    { kind: 'audio', seconds: 7, transcript: null },
  ],
  ['a sticker', { stickerMessage: {} }, { kind: 'sticker' }],
  [
    'a document with a caption',
    {
      documentWithCaptionMessage: {
        message: { documentMessage: { fileName: 'rut.pdf', caption: 'mi RUT' } },
      },
    },
    { kind: 'document', name: 'rut.pdf', bytes: null, caption: 'mi RUT' },
  ],
  [
    'a place',
    { locationMessage: { degreesLatitude: 4.6, degreesLongitude: -74.1 } },
    { kind: 'location', name: null, latitude: 4.6, longitude: -74.1 },
  ],
  [
    'a card that WhatsApp knows',
    { contactMessage: { displayName: 'Luis', vcard: 'TEL;waid=573005550102:+57 300 555 0102' } },
    { kind: 'contact', name: 'Luis', phone: '+573005550102' },
  ],
  [
    'the first of several cards',
    {
      contactsArrayMessage: {
        contacts: [{ displayName: 'Luis', vcard: 'BEGIN:VCARD\nTEL:300 555 0102\nEND:VCARD' }],
      },
    },
    { kind: 'contact', name: 'Luis', phone: '300 555 0102' },
  ],
  [
    'a button of another program',
    { buttonsResponseMessage: { selectedDisplayText: 'Sí' } },
    { kind: 'text', text: 'Sí' },
  ],
  [
    'a reaction',
    { reactionMessage: { text: '👍', key: { id: 'B1' } } },
    { kind: 'reaction', emoji: '👍', to: 'B1' as never },
  ],
  [
    'a reaction taken back',
    { reactionMessage: { text: '', key: { id: 'B1' } } },
    { kind: 'reaction', emoji: '', to: 'B1' as never },
  ],
  [
    'an edit',
    {
      editedMessage: {
        message: {
          protocolMessage: {
            type: 14,
            key: { id: 'A0' },
            editedMessage: { conversation: '30 camisetas' },
          },
        },
      },
    },
    { kind: 'edit', of: 'A0' as never, text: '30 camisetas' },
  ],
  [
    'a deletion',
    { protocolMessage: { type: 0, key: { id: 'A0' } } },
    { kind: 'delete', of: 'A0' as never },
  ],
  [
    'a poll, which has no shape here',
    { pollCreationMessageV3: { name: '¿?' } },
    { kind: 'unreadable' },
  ],
  ['an order, which has none either', { orderMessage: { orderId: '1' } }, { kind: 'unreadable' }],
])('%s', (_, message, content) => {
  expect(contentOf(message)).toEqual(content)
})

test.each<[string, proto.IMessage]>([
  ['a key exchange', { senderKeyDistributionMessage: { groupId: 'x' } }],
  ['a setting', { protocolMessage: { type: 3 } }],
  ['a vote', { pollUpdateMessage: {} }],
  ['nothing but surroundings', { messageContextInfo: {} }],
  ['nothing', {}],
])('%s is nothing that a person said', (_, message) => {
  expect(contentOf(message)).toBeNull()
})

test('a missed call is one, and a call that rings is none yet', () => {
  expect(parse({ message: null, messageStubType: 40 })?.content).toEqual({
    kind: 'call',
    missed: true,
  })
  expect(contentOf({ call: {} })).toBeNull()
})

describe('what could not be opened', () => {
  const stub: Partial<WAMessage> = { message: null, messageStubType: 2 }

  test('is kept, under an id that its content will not have', () => {
    expect(parse(stub)).toMatchObject({
      messageId: 'A1/unreadable',
      content: { kind: 'unreadable' },
    })
    expect(bareId('A1/unreadable')).toBe('A1')
    expect(isStub({ key: KEY, ...stub })).toBe(true)
  })

  test('may be a picture that is seen once, on the phone only', () => {
    const once = parse({ key: { ...KEY, isViewOnce: true }, message: null })
    expect(once?.content).toEqual({ kind: 'unreadable' })
  })
})

test('a reply knows what it answers', () => {
  const message = { extendedTextMessage: { text: 'sí', contextInfo: { stanzaId: 'B1' } } }
  expect(parse({ message })?.replyTo).toBe('B1')
})

test('an advertisement is the source, a mere link is not', () => {
  const withAd = (externalAdReply: proto.ContextInfo.IExternalAdReplyInfo) =>
    parse({ message: { extendedTextMessage: { text: 'info', contextInfo: { externalAdReply } } } })
  expect(
    withAd({ sourceType: 'ad', sourceId: '12', ctwaClid: 'c1', title: 'Uniformes' })?.referral,
  ).toEqual({ sourceType: 'ad', sourceId: '12', clickId: 'c1', headline: 'Uniformes' })
  expect(withAd({ title: 'Una página' })?.referral).toBeNull()
})

test.each<[string, Partial<WAMessage>]>([
  ['a group', { key: { ...KEY, remoteJid: '1@g.us' } }],
  ['a status', { key: { ...KEY, remoteJid: 'status@broadcast' } }],
  ['a talk between our own devices', { category: 'peer' }],
  [
    'a reaction of the own phone',
    {
      key: { ...KEY, fromMe: true },
      message: { reactionMessage: { text: '👍', key: { id: 'B1' } } },
    },
  ],
  ['a message without an id', { key: { ...KEY, id: null } }],
])('%s is no message to us', (_, change) => {
  expect(parse(change)).toBeNull()
})
