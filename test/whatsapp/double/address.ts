import { createHash } from 'node:crypto'
import { jidDecode, jidEncode } from '@whiskeysockets/baileys'

/** The two names of one WhatsApp account: by phone number, and by the number that hides it. */
export type Address = { readonly phone: string; readonly pn: string; readonly lid: string }

/** The same phone always gets the same hidden number. */
export function addressOf(phone: string): Address {
  const hidden = createHash('sha256').update(phone).digest().readUIntBE(0, 6) % 1e14
  const lid = `1${String(hidden).padStart(14, '0')}`
  return { phone, pn: jidEncode(phone, 's.whatsapp.net'), lid: jidEncode(lid, 'lid') }
}

/** The same account on one of its further devices. */
export function onDevice(jid: string, device: number): string {
  const { user, server } = decoded(jid)
  return jidEncode(user, server === 'lid' ? 'lid' : 's.whatsapp.net', device)
}

/** What comes before the device and the server: `573001234567`. */
export function userOf(jid: string): string {
  return decoded(jid).user
}

export function isLid(jid: string): boolean {
  return decoded(jid).server === 'lid'
}

function decoded(jid: string): { readonly user: string; readonly server: string } {
  const parts = jidDecode(jid)
  if (parts === undefined)
    throw new Error(`expected an address like 57300@s.whatsapp.net, got ${jid}`)
  return parts
}
