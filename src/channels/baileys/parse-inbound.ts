import type { proto, WAMessage } from '@whiskeysockets/baileys'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Content, Inbound, LineId, MessageId, Referral } from '../../core/types.js'
import { contentOf, contextOf } from './content.js'
import { addressOf } from './identities.js'
import { mediaIn } from './media-offer.js'

/** Numbers of `WebMessageInfo.StubType`. */
export const CIPHERTEXT = 2
const MISSED_CALLS = [40, 41]

type Reading = {
  readonly lineId: LineId
  /** The other address of the person, hidden or open, where the client knows it. */
  readonly alt: string | null
  /** The chat of the number with itself, under both of its addresses. */
  readonly self: readonly (string | null)[]
  /** When it came in: for a message that does not say when it was sent. */
  readonly now: Date
}

/**
 * A message of the linked device as the house knows it; null when it is no message to us: a group, a
 * status, key exchange. One that could not be opened is `unreadable`
 * under an id of its own, so that its content, when it comes, is not taken for a repetition.
 */
export function parseInbound(raw: WAMessage, { lineId, alt, self, now }: Reading): Inbound | null {
  const { remoteJid, remoteJidAlt, id, fromMe } = raw.key
  if (remoteJid == null || id == null || raw.category === 'peer') return null
  const address = addressOf(remoteJid, remoteJidAlt ?? alt)
  const content = contentIn(raw)
  if (address === null || content === null) return null
  // To itself the number writes as the person who holds it, whatever way they do.
  const author = fromMe && !self.includes(address.chat) ? 'business' : 'contact'
  // Elsewhere only something said on the own phone is a human taking over.
  if (author === 'business' && PASSING.includes(content.kind)) return null
  const context = raw.message == null ? null : contextOf(raw.message)
  return {
    lineId,
    ...address,
    author,
    messageId: (isStub(raw) ? stubId(id) : id) as MessageId,
    profileName: fromMe ? null : raw.pushName || null,
    sentAt: isoOf(sentAt(raw) ?? now.getTime()),
    replyTo: context?.stanzaId ? (context.stanzaId as MessageId) : null,
    referral: context === null ? null : referralOf(context),
    rawReferral: context === null ? null : rawReferralOf(context),
    content,
    media: raw.message == null ? null : mediaIn(raw.message),
  }
}

/** Whether it stands for a message that could not be opened. */
export function isStub(raw: WAMessage): boolean {
  return raw.messageStubType === CIPHERTEXT || (raw.key.isViewOnce === true && raw.message == null)
}

function stubId(id: string): string {
  return `${id}/unreadable`
}

/** The id as WhatsApp knows it. */
export function bareId(id: string): string {
  return id.replace(/\/unreadable$/, '')
}

const PASSING: readonly Content['kind'][] = ['reaction', 'edit', 'delete', 'call']

function contentIn(raw: WAMessage): Content | null {
  if (isStub(raw)) return { kind: 'unreadable' }
  if (MISSED_CALLS.includes(raw.messageStubType ?? 0)) return { kind: 'call', missed: true }
  return raw.message == null ? null : contentOf(raw.message)
}

/** Seconds, as a number or as the pair of halves in which protobuf keeps long ones. */
function sentAt({ messageTimestamp: at }: WAMessage): number | null {
  if (at == null) return null
  const seconds = Number(typeof at === 'object' ? at.toString() : at)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null
}

/** With everything around it, but for pictures: what counts tomorrow nobody knows today. */
function rawReferralOf(context: proto.IContextInfo): string | null {
  if (referralOf(context) === null) return null
  const around = Object.entries(context).filter(([name]) => isAboutAd(name))
  return JSON.stringify(Object.fromEntries(around), (_, value: unknown) =>
    value instanceof Uint8Array ? undefined : value,
  )
}

function isAboutAd(name: string): boolean {
  return /^(?:externalAdReply|conversion|ctwa|entryPoint|utm|trustBanner|smb)/.test(name)
}

/** Where an advertisement sent them from. A mere link preview says neither source nor click. */
function referralOf({ externalAdReply: ad }: proto.IContextInfo): Referral | null {
  if (ad == null || !(ad.sourceType || ad.sourceId || ad.ctwaClid)) return null
  return {
    sourceType: ad.sourceType || null,
    sourceId: ad.sourceId || null,
    clickId: ad.ctwaClid || null,
    headline: ad.title || null,
  }
}
