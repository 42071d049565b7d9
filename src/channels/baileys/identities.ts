import { isPhone } from '../../core/identity.js'
import type { Identity } from '../../core/types.js'

/** Servers whose addresses are people; groups, status, broadcasts, newsletters and bots have others. */
const PHONES = ['s.whatsapp.net', 'hosted', 'c.us']
const HIDDEN = ['lid', 'hosted.lid']

/** One chat of the linked device: where to write, and every way to recognise who is there. */
type Address = { readonly chat: string; readonly identities: readonly Identity[] }

/**
 * The person behind a chat id: a phone (`573001112233@s.whatsapp.net`) or the number WhatsApp shows
 * in its place (`1234@lid`). `alt` is the other one of the two, where it is known. null when the chat
 * is no person.
 */
export function addressOf(jid: string, alt: string | null = null): Address | null {
  const chat = personJid(jid)
  const identity = identityOf(jid)
  if (chat === null || identity === null) return null
  const other = alt === null ? null : identityOf(alt)
  const known = other === null || other.kind === identity.kind ? [identity] : [identity, other]
  return { chat, identities: known }
}

/** Whether messages from there are for us: one person, never a group, a status or a channel. */
export function isPerson(jid: string): boolean {
  const { server } = split(jid)
  return PHONES.includes(server) || HIDDEN.includes(server)
}

/** The phone in an address, `573001112233:7@s.whatsapp.net` being `+573001112233`. */
export function phoneOf(jid: string): string | null {
  const { user, server } = split(jid)
  const phone = `+${user}`
  return PHONES.includes(server) && isPhone(phone) ? phone : null
}

/** The address without the device it was written from. */
export function personJid(jid: string): string | null {
  const { user, server } = split(jid)
  if (user === '') return null
  if (PHONES.includes(server)) return `${user}@s.whatsapp.net`
  return HIDDEN.includes(server) ? `${user}@lid` : null
}

function identityOf(jid: string): Identity | null {
  const { user, server } = split(jid)
  if (user !== '' && HIDDEN.includes(server)) return { kind: 'lid', value: user }
  const phone = phoneOf(jid)
  return phone === null ? null : { kind: 'phone', value: phone }
}

function split(jid: string): { readonly user: string; readonly server: string } {
  const at = jid.indexOf('@')
  if (at < 0) return { user: '', server: '' }
  // `user_agent:device@server`: only the user is the person.
  const user = /^[^:_@]*/.exec(jid)?.[0] ?? ''
  return { user, server: jid.slice(at + 1) }
}
