import type { BinaryNode } from '@whiskeysockets/baileys'
import { isPerson } from './identities.js'
import { type Attributes, hashOf } from './journal.js'

/** What stands on the envelopes of messages that are being opened. */
export type Envelopes = {
  /** To be called with a message before it is decrypted. */
  note(node: BinaryNode): void
  /** The envelope that this ciphertext came in. */
  of(hash: string): Attributes | null
  /** Forgets a message that was dealt with; the hashes of what it was decrypted from. */
  take(id: string): readonly string[]
}

/** One memory for one connection: Baileys decrypts without telling what, or from whom. */
export function createEnvelopes(): Envelopes {
  const envelopes = new Map<string, Attributes>()
  return {
    note: ({ attrs, content }) => {
      if (!isPerson(attrs.from ?? '') || !Array.isArray(content)) return
      for (const child of content) {
        if (child.tag !== 'enc' || !(child.content instanceof Uint8Array)) continue
        envelopes.set(hashOf(child.content), { ...attrs })
      }
    },
    of: (hash) => envelopes.get(hash) ?? null,
    take: (id) => {
      const hashes = [...envelopes].flatMap(([hash, attrs]) => (attrs.id === id ? [hash] : []))
      for (const hash of hashes) envelopes.delete(hash)
      return hashes
    },
  }
}
