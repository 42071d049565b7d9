import { expect, test } from 'vitest'
import { addressOf, isPerson, phoneOf } from '../../../src/channels/baileys/identities.js'

const PHONE = { kind: 'phone', value: '+573005550101' }
const LID = { kind: 'lid', value: '152664718691222' }

test.each([
  ['573005550101@s.whatsapp.net', null, '573005550101@s.whatsapp.net', [PHONE]],
  ['573005550101:7@s.whatsapp.net', null, '573005550101@s.whatsapp.net', [PHONE]],
  ['573005550101_1:7@s.whatsapp.net', null, '573005550101@s.whatsapp.net', [PHONE]],
  ['573005550101@c.us', null, '573005550101@s.whatsapp.net', [PHONE]],
  ['152664718691222@lid', null, '152664718691222@lid', [LID]],
  ['152664718691222:3@lid', '573005550101@s.whatsapp.net', '152664718691222@lid', [LID, PHONE]],
  [
    '573005550101@s.whatsapp.net',
    '152664718691222@lid',
    '573005550101@s.whatsapp.net',
    [PHONE, LID],
  ],
  [
    '573005550101@s.whatsapp.net',
    '573005550102@s.whatsapp.net',
    '573005550101@s.whatsapp.net',
    [PHONE],
  ],
])('%s, also %s, is written to at %s', (jid, alt, chat, identities) => {
  expect(addressOf(jid, alt)).toEqual({ chat, identities })
})

test.each([
  '120363000000000001@g.us',
  'status@broadcast',
  '1234@broadcast',
  '120363000000000002@newsletter',
  '13135550002@bot',
  '@s.whatsapp.net',
  's.whatsapp.net',
  '',
])('%s is nobody', (jid) => {
  expect(addressOf(jid)).toBeNull()
})

test('a service of WhatsApp itself is not ignored with the groups', () => {
  expect(isPerson('@s.whatsapp.net')).toBe(true)
  expect(isPerson('120363000000000001@g.us')).toBe(false)
})

test('a number shorter than any phone is none', () => {
  expect(phoneOf('0@s.whatsapp.net')).toBeNull()
})
