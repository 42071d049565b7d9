import type { ContactId, LineId } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'

/** Whose chats the channels' addresses are, of the chats that were written in last. */
type ChatBook = {
  of(lineId: LineId, chat: string): ChatKey | undefined
  keep(lineId: LineId, chat: string, contactId: ContactId): void
  /** Whoever was one of these is `contactId` now. */
  join(merged: readonly ContactId[], contactId: ContactId): void
}

/** Whoever types wrote a moment ago, or nothing of theirs waits. */
const BUSY_CHATS = 1_000

export function createChatBook(): ChatBook {
  const chats = new Map<string, ChatKey>()
  return {
    of: (lineId, chat) => chats.get(textOf(lineId, chat)),
    keep: (lineId, chat, contactId) => {
      const text = textOf(lineId, chat)
      chats.delete(text)
      chats.set(text, { contactId, lineId })
      if (chats.size <= BUSY_CHATS) return
      const [oldest] = chats.keys()
      if (oldest !== undefined) chats.delete(oldest)
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
