import type { WAMessage } from '@whiskeysockets/baileys'
import type { Inbound } from '../../core/types.js'

/** A message that could not be opened, as the house and as the client know it. */
export type Stub = { readonly inbound: Inbound; readonly raw: WAMessage }

type Stubs = {
  /** A message that could not be opened: its content may come in a moment. */
  hold(stub: Stub): void
  /** The content came; says whether it was waited for. */
  drop(id: string): boolean
  /** What was asked for on an earlier connection is asked for anew, and the wait begins again. */
  askAgain(ask: (raw: WAMessage) => void): void
  /** Waits for nothing any more; what is held comes again with the journal. */
  stop(): void
}

/**
 * Holds back messages that could not be opened. Their sender's phone, or the business's own, is asked for
 * them, which mostly takes a second; only what stays away is told as unreadable.
 */
export function createStubs(holdMs: number, release: (stub: Stub) => void): Stubs {
  const held = new Map<string, { readonly stub: Stub; readonly timer: NodeJS.Timeout }>()
  const take = (id: string): Stub | null => {
    const found = held.get(id)
    if (found === undefined) return null
    clearTimeout(found.timer)
    held.delete(id)
    return found.stub
  }
  const hold = (id: string, stub: Stub): void => {
    const timer = setTimeout(() => {
      held.delete(id)
      release(stub)
    }, holdMs)
    held.set(id, { stub, timer })
  }
  return {
    hold: (stub) => {
      const { id } = stub.raw.key
      if (id != null && !held.has(id)) hold(id, stub)
    },
    drop: (id) => take(id) !== null,
    askAgain: (ask) => {
      for (const id of [...held.keys()]) {
        const stub = take(id)
        if (stub === null) continue
        hold(id, stub)
        ask(stub.raw)
      }
    },
    stop: () => {
      for (const id of [...held.keys()]) take(id)
    },
  }
}
