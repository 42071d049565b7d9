import { type Messages, message } from '../../core/messages.js'
import { type Content, unreachable } from '../../core/types.js'

/** What somebody sent, as one text for a bubble: words as they are, anything else described. */
export function contentText(messages: Messages, content: Content): string {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'choice':
      return content.label
    case 'audio':
      return under(
        message(messages, 'web.content.audio', { seconds: Math.round(content.seconds) }),
        content.transcript,
      )
    case 'image':
      return under(message(messages, 'web.content.image'), content.caption)
    case 'video':
      return under(message(messages, 'web.content.video'), content.caption)
    case 'document':
      return under(
        message(messages, 'web.content.document', { name: content.name }),
        content.caption,
      )
    case 'sticker':
      return message(messages, 'web.content.sticker')
    case 'location':
      return message(messages, 'web.content.location', {
        place: `${content.latitude}, ${content.longitude}`,
      })
    case 'contact':
      return message(messages, 'web.content.contact', { name: content.name, phone: content.phone })
    case 'reaction':
      return reactionText(messages, content.emoji)
    case 'edit':
      return under(message(messages, 'web.content.edit'), content.text)
    case 'delete':
      return message(messages, 'web.content.delete')
    case 'call':
      return message(messages, 'web.content.call')
    case 'unreadable':
      return message(messages, 'web.content.unreadable')
    default:
      return unreachable(content)
  }
}

function reactionText(messages: Messages, emoji: string): string {
  return emoji === ''
    ? message(messages, 'web.content.reaction_gone')
    : message(messages, 'web.content.reaction', { emoji })
}

function under(title: string, text: string | null): string {
  return text === null || text === '' ? title : `${title}\n${text}`
}
