import type { ContactId, LineId } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'

/** Whose chats the channels' addresses are, as far as anybody wrote since the start. */
export type ChatBook = {
  of(lineId: LineId, chat: string): ChatKey | undefined
  keep(lineId: LineId, chat: string, contactId: ContactId): void
  /** Whoever was one of these is `contactId` now. */
  join(merged: readonly ContactId[], contactId: ContactId): void
}

export function createChatBook(): ChatBook {
  const chats = new Map<string, ChatKey>()
  return {
    of: (lineId, chat) => chats.get(textOf(lineId, chat)),
    keep: (lineId, chat, contactId) => {
      chats.set(textOf(lineId, chat), { contactId, lineId })
    },
    join: (merged, contactId) => {
      for (const [chat, key] of chats) {
        if (merged.includes(key.contactId)) chats.set(chat, { ...key, contactId })
      }
    },
  }
}

function textOf(lineId: LineId, chat: string): string {
  return `${lineId}/${chat}`
}
