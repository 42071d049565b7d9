import type { Inbound } from '../../core/types.js'
import { bareId } from './parse-inbound.js'

export type Stubs = {
  /** A message that could not be opened: its content may come in a moment. */
  hold(stub: Inbound): void
  /** The content came. */
  drop(chat: string, id: string): void
  /** Nothing will come any more: whatever is held is a message that nobody could read. */
  flush(): void
}

/**
 * Holds back messages that could not be opened. Their sender's phone is asked to seal them anew, which
 * mostly takes a second; only what stays away is told as unreadable.
 */
export function createStubs(holdMs: number, release: (stub: Inbound) => void): Stubs {
  const held = new Map<string, { readonly stub: Inbound; readonly timer: NodeJS.Timeout }>()
  const take = (key: string): Inbound | null => {
    const found = held.get(key)
    if (found === undefined) return null
    clearTimeout(found.timer)
    held.delete(key)
    return found.stub
  }
  const letGo = (key: string): void => {
    const stub = take(key)
    if (stub !== null) release(stub)
  }
  return {
    hold: (stub) => {
      const key = keyOf(stub.chat, bareId(stub.messageId))
      if (held.has(key)) return
      held.set(key, { stub, timer: setTimeout(() => letGo(key), holdMs) })
    },
    drop: (chat, id) => void take(keyOf(chat, id)),
    flush: () => {
      for (const key of [...held.keys()]) letGo(key)
    },
  }
}

function keyOf(chat: string, id: string): string {
  return `${chat} ${id}`
}
