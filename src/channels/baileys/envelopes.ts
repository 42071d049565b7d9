import type { BinaryNode } from '@whiskeysockets/baileys'
import { isPerson } from './identities.js'
import { type Attributes, hashOf } from './journal.js'

/** What stands on the envelopes of messages that are being opened. */
export type Envelopes = {
  /** To be called with a message before it is decrypted. */
  note(node: BinaryNode): void
  /** The envelope that this ciphertext came in. */
  of(hash: string): Attributes | null
  /** It could be decrypted. */
  opened(hash: string): void
  /** Forgets a message that is reported; the hashes of what it was decrypted from, not of what is still to be. */
  take(id: string): readonly string[]
}

/**
 * One memory for one connection: Baileys decrypts without telling what, or from whom. `empty` is told of
 * an envelope with nothing inside, before anybody confirms it.
 */
export function createEnvelopes(empty: (envelope: Attributes) => void): Envelopes {
  const envelopes = new Map<string, Attributes>()
  const opened = new Set<string>()
  return {
    note: ({ attrs, content }) => {
      if (!isPerson(attrs.from ?? '')) return
      const children = Array.isArray(content) ? content : []
      const sealed = children.flatMap(({ tag, content: inside }) =>
        tag === 'enc' && inside instanceof Uint8Array ? [inside] : [],
      )
      for (const inside of sealed) envelopes.set(hashOf(inside), { ...attrs })
      if (sealed.length === 0 && !children.some(isForPhoneOnly)) empty(attrs)
    },
    of: (hash) => envelopes.get(hash) ?? null,
    opened: (hash) => void opened.add(hash),
    take: (id) => {
      const hashes = [...opened].filter((hash) => envelopes.get(hash)?.id === id)
      for (const hash of hashes) {
        envelopes.delete(hash)
        opened.delete(hash)
      }
      return hashes
    },
  }
}

/** What WhatsApp keeps from linked devices on purpose; Baileys says nothing of it either. */
function isForPhoneOnly({ tag, attrs }: BinaryNode): boolean {
  return tag === 'unavailable' && FOR_PHONE_ONLY.includes(attrs.type ?? '')
}

const FOR_PHONE_ONLY: readonly string[] = [
  'bot_unavailable_fanout',
  'hosted_unavailable_fanout',
  'view_once_unavailable_fanout',
]
