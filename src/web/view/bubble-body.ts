import { type Messages, message } from '../../core/messages.js'
import { type Content, type Outgoing, type SentFile, unreachable } from '../../core/types.js'
import { type Card, cardView } from './card-view.js'
import { contentText } from './content-text.js'
import { emphasised } from './emphasised.js'
import { markSaid, type Said } from './mark-said.js'
import type { Piece } from './piece.js'

/** What stands in a bubble. */
export type Body =
  | { readonly kind: 'text'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'voice'; readonly length: string; readonly pieces: readonly Piece[] }
  | { readonly kind: 'image'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'file'; readonly name: string; readonly type: string }
  /** A picture or a file of the bot's, and where it is to be had. */
  | {
      readonly kind: 'picture'
      readonly href: string
      readonly name: string
      readonly width: number
      readonly height: number
      readonly pieces: readonly Piece[]
    }
  | {
      readonly kind: 'download'
      readonly href: string
      readonly name: string
      readonly type: string
      readonly pieces: readonly Piece[]
    }
  | { readonly kind: 'place'; readonly at: string }
  | { readonly kind: 'person'; readonly name: string; readonly phone: string }
  | { readonly kind: 'card'; readonly card: Card }
  /** Something with no shape of its own here: a call, a sticker, a message taken back. */
  | { readonly kind: 'note'; readonly text: string }
  /** It is written and not handed over yet: the phone shows that somebody types. */
  | { readonly kind: 'coming' }

/** What somebody sent, with the words that became facts marked. */
export function heardBody(content: Content, said: readonly Said[], messages: Messages): Body {
  const marked = (text: string | null): readonly Piece[] => markSaid(text ?? '', said)
  switch (content.kind) {
    case 'text':
      return { kind: 'text', pieces: marked(content.text) }
    case 'choice':
      return { kind: 'text', pieces: marked(content.label) }
    case 'audio':
      return {
        kind: 'voice',
        length: lengthOf(content.seconds),
        pieces: marked(content.transcript),
      }
    case 'image':
      return { kind: 'image', pieces: marked(content.caption) }
    case 'document':
      return { kind: 'file', name: content.name, type: typeOf(content.name, messages) }
    case 'location':
      return { kind: 'place', at: `${content.latitude}, ${content.longitude}` }
    case 'contact':
      return { kind: 'person', name: content.name, phone: content.phone }
    case 'edit':
      return { kind: 'text', pieces: marked(content.text) }
    case 'video':
    case 'sticker':
    case 'reaction':
    case 'delete':
    case 'call':
    case 'unreadable':
      return { kind: 'note', text: contentText(messages, content) }
    default:
      return unreachable(content)
  }
}

/** What the bot said: bold words bold, lead cards as cards, files as they look. */
export function spokenBody(said: Outgoing, messages: Messages): Body {
  const { text } = said
  if (said.kind === 'file') return fileBody(said.file, emphasised(text), messages)
  const card = cardView(text, messages)
  return card === null ? { kind: 'text', pieces: emphasised(text) } : { kind: 'card', card }
}

function fileBody(file: SentFile, pieces: readonly Piece[], messages: Messages): Body {
  const { name, hash } = file
  const href = `/simulator/files/${hash}`
  if (file.media === 'document') {
    return { kind: 'download', href, name, type: typeOf(name, messages), pieces }
  }
  return { kind: 'picture', href, name, width: file.width, height: file.height, pieces }
}

/** "0:04". */
function lengthOf(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** "PDF", or only that it is a document. */
function typeOf(name: string, messages: Messages): string {
  const ending = /\.(\p{L}[\p{L}\p{N}]{0,4})$/u.exec(name)?.[1]
  return ending?.toUpperCase() ?? message(messages, 'web.content.file')
}
