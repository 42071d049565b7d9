import { proto } from '@whiskeysockets/baileys'

export type Quote = {
  readonly id: string
  readonly text: string
  /** Who wrote what is quoted. */
  readonly author: string
}

export function textMessage(text: string, quote?: Quote): proto.IMessage {
  if (quote === undefined) return { conversation: text }
  const contextInfo = {
    stanzaId: quote.id,
    participant: quote.author,
    quotedMessage: { conversation: quote.text },
  }
  return { extendedTextMessage: { text, contextInfo } }
}

export function reactionMessage(emoji: string, key: proto.IMessageKey): proto.IMessage {
  return { reactionMessage: { key, text: emoji, senderTimestampMs: Date.now() } }
}

export type Ad = { readonly title: string; readonly url: string; readonly clickId: string }

export function adMessage(text: string, { title, url, clickId }: Ad): proto.IMessage {
  const externalAdReply = {
    title,
    sourceUrl: url,
    sourceType: 'ad',
    sourceId: '1',
    ctwaClid: clickId,
  }
  return { extendedTextMessage: { text, contextInfo: { externalAdReply } } }
}

/** A file nobody can download: a sealed body lies elsewhere, and only its description travels. */
const NOWHERE = {
  url: 'https://mmg.whatsapp.net/v/nowhere.enc',
  directPath: '/v/nowhere.enc',
  mediaKey: Buffer.alloc(32, 1),
  fileSha256: Buffer.alloc(32, 2),
  fileEncSha256: Buffer.alloc(32, 3),
  fileLength: 48_213,
}

export function imageMessage(caption = ''): proto.IMessage {
  return { imageMessage: { ...NOWHERE, mimetype: 'image/jpeg', width: 1200, height: 900, caption } }
}

export function voiceMessage(seconds: number): proto.IMessage {
  return { audioMessage: { ...NOWHERE, mimetype: 'audio/ogg; codecs=opus', ptt: true, seconds } }
}

export function videoMessage(caption = ''): proto.IMessage {
  return { videoMessage: { ...NOWHERE, mimetype: 'video/mp4', seconds: 12, caption } }
}

export function stickerMessage(): proto.IMessage {
  return { stickerMessage: { ...NOWHERE, mimetype: 'image/webp' } }
}

export function documentMessage(fileName: string, caption?: string): proto.IMessage {
  const documentMessage = { ...NOWHERE, mimetype: 'application/pdf', title: fileName, fileName }
  if (caption === undefined) return { documentMessage }
  return {
    documentWithCaptionMessage: { message: { documentMessage: { ...documentMessage, caption } } },
  }
}

export type Place = {
  readonly latitude: number
  readonly longitude: number
  readonly name?: string
}

export function locationMessage({ latitude, longitude, name }: Place): proto.IMessage {
  return {
    locationMessage: {
      degreesLatitude: latitude,
      degreesLongitude: longitude,
      ...(name === undefined ? {} : { name }),
    },
  }
}

export function contactCardMessage(name: string, phone: string): proto.IMessage {
  const vcard = `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL;type=CELL;waid=${phone}:+${phone}\nEND:VCARD`
  return { contactMessage: { displayName: name, vcard } }
}

export function editMessage(key: proto.IMessageKey, text: string): proto.IMessage {
  const type = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT
  const editedMessage = { conversation: text }
  return { protocolMessage: { key, type, editedMessage, timestampMs: Date.now() } }
}

export function revokeMessage(key: proto.IMessageKey): proto.IMessage {
  return { protocolMessage: { key, type: proto.Message.ProtocolMessage.Type.REVOKE } }
}
