import type { proto, WAMessage } from '@whiskeysockets/baileys'
import type { Content, Outgoing } from '../../core/types.js'
import { renderNumbered } from '../render.js'
import { bareId } from './parse-inbound.js'

/** The text a linked device sends, without the preview of a link that it would fetch for it. */
export function renderContent(message: Outgoing): { text: string; linkPreview: null } {
  return { text: renderNumbered(message), linkPreview: null }
}

/** The same message as it once left: what is sealed anew for a phone that could not open it. */
export function renderProto(message: Outgoing): proto.IMessage {
  return { extendedTextMessage: { text: renderNumbered(message) } }
}

/** The message that a reply points back to, with its words where it had any. */
export function renderQuoted(chat: string, id: string, content: Content | null): WAMessage {
  return {
    key: { remoteJid: chat, fromMe: false, id: bareId(id) },
    message: { conversation: content === null ? '' : quotedText(content) },
  }
}

function quotedText(content: Content): string {
  switch (content.kind) {
    case 'text':
    case 'edit':
      return content.text
    case 'choice':
      return content.label
    case 'image':
    case 'video':
      return content.caption ?? ''
    case 'document':
      return content.caption ?? content.name
    case 'contact':
      return content.name
    default:
      return ''
  }
}
