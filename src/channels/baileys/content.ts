import type { proto } from '@whiskeysockets/baileys'
import type { Content, MessageId } from '../../core/types.js'

type Message = proto.IMessage
/** Numbers of `ProtocolMessage.Type`. */
const REVOKE = 0
const EDIT = 14

/**
 * What a decrypted message says; null for what a person never sees (key exchange, settings, votes).
 * Whatever is meant for a person and has no shape of ours is `unreadable`, never dropped.
 */
export function contentOf(raw: Message): Content | null {
  const message = unwrap(raw)
  for (const read of READERS) {
    const content = read(message)
    if (content !== null) return content
  }
  return isSilent(message) ? null : { kind: 'unreadable' }
}

/** The quote, the advertisement and whatever else WhatsApp puts around a message. */
export function contextOf(raw: Message): proto.IContextInfo | null {
  for (const part of Object.values(unwrap(raw))) {
    const context: unknown = isObject(part) && 'contextInfo' in part ? part.contextInfo : null
    if (isObject(context)) return context
  }
  return null
}

/** Messages that only carry another one: disappearing, seen once, a document with its caption. */
const WRAPPERS = [
  'ephemeralMessage',
  'viewOnceMessage',
  'viewOnceMessageV2',
  'viewOnceMessageV2Extension',
  'documentWithCaptionMessage',
  'editedMessage',
  'deviceSentMessage',
] as const
const DEEPEST = 5

export function unwrap(raw: Message): Message {
  let message = raw
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const wrapper = WRAPPERS.find((name) => message[name]?.message != null)
    if (wrapper === undefined) return message
    message = message[wrapper]?.message ?? {}
  }
  return message
}

/** Each reads one kind of message and leaves the others alone. */
const READERS: readonly ((message: Message) => Content | null)[] = [
  words,
  chosen,
  ({ imageMessage: image }) =>
    image == null ? null : { kind: 'image', caption: image.caption || null },
  ({ videoMessage, ptvMessage }) => {
    const video = videoMessage ?? ptvMessage
    return video == null ? null : { kind: 'video', caption: video.caption || null }
  },
  ({ audioMessage: audio }) =>
    audio == null ? null : { kind: 'audio', seconds: audio.seconds ?? 0, transcript: null },
  ({ documentMessage: document }) =>
    document == null
      ? null
      : {
          kind: 'document',
          name: document.fileName || document.title || '',
          bytes: document.fileLength == null ? null : Number(String(document.fileLength)),
          caption: document.caption || null,
        },
  ({ stickerMessage, lottieStickerMessage }) =>
    stickerMessage == null && lottieStickerMessage == null ? null : { kind: 'sticker' },
  location,
  contact,
  change,
  ({ callLogMesssage: call }) => (call == null ? null : { kind: 'call', missed: true }),
]

function words({ conversation, extendedTextMessage }: Message): Content | null {
  const text = conversation || extendedTextMessage?.text || ''
  return text === '' ? null : { kind: 'text', text }
}

/** Buttons and lists that another program sent in this chat: their words are what the person says. */
function chosen(message: Message): Content | null {
  const text =
    message.buttonsResponseMessage?.selectedDisplayText ||
    message.templateButtonReplyMessage?.selectedDisplayText ||
    message.listResponseMessage?.title ||
    ''
  return text === '' ? null : { kind: 'text', text }
}

function location({ locationMessage, liveLocationMessage }: Message): Content | null {
  const place = locationMessage ?? liveLocationMessage
  if (place?.degreesLatitude == null || place.degreesLongitude == null) return null
  const { degreesLatitude: latitude, degreesLongitude: longitude } = place
  return { kind: 'location', name: locationMessage?.name || null, latitude, longitude }
}

function contact({ contactMessage, contactsArrayMessage }: Message): Content | null {
  const card = contactMessage ?? contactsArrayMessage?.contacts?.[0]
  if (card == null) return null
  return { kind: 'contact', name: card.displayName ?? '', phone: phoneOnCard(card.vcard ?? '') }
}

/** `TEL;type=CELL;waid=573001112233:+57 300 111 2233`: the number WhatsApp itself knows, if any. */
function phoneOnCard(card: string): string {
  const known = /\bwaid=(\d{7,15})/.exec(card)?.[1]
  if (known !== undefined) return `+${known}`
  return /^(?:item\d+\.)?TEL[^:\r\n]*:([^\r\n]+)/m.exec(card)?.[1]?.trim() ?? ''
}

/** What changes an earlier message: a reaction, an edit, a deletion. */
function change({ reactionMessage, protocolMessage }: Message): Content | null {
  const reactedTo = reactionMessage?.key?.id
  if (reactedTo != null) {
    return { kind: 'reaction', emoji: reactionMessage?.text ?? '', to: idOf(reactedTo) }
  }
  const changed = protocolMessage?.key?.id
  if (changed == null) return null
  if (protocolMessage?.type === REVOKE) return { kind: 'delete', of: idOf(changed) }
  if (protocolMessage?.type !== EDIT) return null
  const edited = contentOf(protocolMessage.editedMessage ?? {})
  const text = edited === null ? null : wordsIn(edited)
  return text === null ? null : { kind: 'edit', of: idOf(changed), text }
}

function wordsIn(content: Content): string | null {
  if (content.kind === 'text') return content.text
  return content.kind === 'image' || content.kind === 'video' ? content.caption : null
}

/** Parts of a message that no person ever sees. */
const SILENT: ReadonlySet<string> = new Set([
  'conversation',
  'extendedTextMessage',
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'protocolMessage',
  'reactionMessage',
  'encReactionMessage',
  'pollUpdateMessage',
  'encEventResponseMessage',
  'keepInChatMessage',
  'pinInChatMessage',
  'encCommentMessage',
  'secretEncryptedMessage',
  'placeholderMessage',
  'call',
  'albumMessage',
  'messageHistoryNotice',
])

function isSilent(message: Message): boolean {
  return Object.entries(message).every(([name, part]) => part == null || SILENT.has(name))
}

function idOf(id: string): MessageId {
  return id as MessageId
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
