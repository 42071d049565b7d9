import type { proto } from '@whiskeysockets/baileys'
import { createMemory } from './memory.js'

/** One thing a client handed over. Addresses are written as the client wrote them: `…@lid` or `…@s.whatsapp.net`. */
export type LedgerEntry = { readonly at: Date } & (
  | { readonly kind: 'connected'; readonly as: 'new' | 'linked' | 'stranger' }
  /** Logged in and fit for messages; what had waited is on its way. */
  | { readonly kind: 'ready'; readonly missed: number }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'message'
      readonly id: string
      readonly to: string
      readonly text: string
      readonly message: proto.IMessage
      /** The phones of those who could read it, the business's own left out. Empty: it reached nobody. */
      readonly reached: readonly string[]
    }
  /** A phone could not open what was sealed for it. */
  | {
      readonly kind: 'unreadable'
      readonly id: string
      readonly to: string
      readonly by: string
      readonly reason: string
    }
  | {
      readonly kind: 'receipt'
      /** `delivered` and `inactive` say that it arrived, `read` and `read-self` that it was read, `retry` asks again. */
      readonly type: string
      readonly ids: readonly string[]
      /** The chat the messages came from. */
      readonly from: string
    }
  | {
      readonly kind: 'ack'
      readonly of: string
      readonly id: string
      readonly from: string
      /** Why the client could not use it, as a number in text. */
      readonly error: string | null
    }
  | { readonly kind: 'typing'; readonly to: string; readonly state: 'composing' | 'paused' }
  | { readonly kind: 'presence'; readonly state: string }
  | { readonly kind: 'query'; readonly about: string }
  /** Something only the business's own phone gets to see, such as a request to send a message again. */
  | { readonly kind: 'peer'; readonly message: proto.IMessage }
)

type Entry = LedgerEntry extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never

/** Everything handed over, in the order taken, with a way to wait for what is still to come. */
export type Ledger = {
  readonly entries: readonly LedgerEntry[]
  add(entry: Entry): void
  /** The first entry that fits, also one already there. */
  waitFor(fits: (entry: LedgerEntry) => boolean, ms?: number): Promise<LedgerEntry>
}

export function createLedger(): Ledger {
  const memory = createMemory<LedgerEntry>()
  return {
    entries: memory.all,
    add: (entry) => memory.add({ ...entry, at: new Date() }),
    waitFor: (fits, ms) =>
      memory.find((entry) => (fits(entry) ? entry : undefined), 'a ledger entry', ms),
  }
}
