import type { proto } from '@whiskeysockets/baileys'

/** A message as the phone that got it shows it. */
export type Heard = {
  readonly id: string
  /** The words of it, or what stands under a picture. */
  readonly text: string
  /** The id of the message it answers. */
  readonly quoting: string | null
  readonly reaction: { readonly emoji: string; readonly to: string } | null
  /** The chat, as the sender addressed it. */
  readonly chat: string
  readonly message: proto.IMessage
}

export function heardFrom(id: string, chat: string, message: proto.IMessage): Heard {
  return {
    id,
    chat,
    message,
    text: textOf(message),
    quoting: contextOf(message)?.stanzaId || null,
    reaction: reactionOf(message),
  }
}

export function textOf(message: proto.IMessage): string {
  return (
    message.conversation ||
    message.extendedTextMessage?.text ||
    message.imageMessage?.caption ||
    message.videoMessage?.caption ||
    message.documentMessage?.caption ||
    ''
  )
}

function contextOf(message: proto.IMessage): proto.IContextInfo | null | undefined {
  return (
    message.extendedTextMessage?.contextInfo ??
    message.imageMessage?.contextInfo ??
    message.documentMessage?.contextInfo
  )
}

function reactionOf({ reactionMessage }: proto.IMessage): Heard['reaction'] {
  const to = reactionMessage?.key?.id
  return to ? { emoji: reactionMessage?.text ?? '', to } : null
}
