import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'

/** Keeps values unreadable on disk. `place` is where a value belongs: elsewhere it does not open. */
export type Seal = {
  seal(text: string, place: string): string
  /** The text again; throws SealError when it was sealed with another key, or changed. */
  open(stored: string, place: string): string
}

/** A sealed value that this key does not open. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

/** Begins every sealed value; plain ones, being JSON, never begin so. */
const MARK = 'sealed1:'
const SALT = 'porquesi session'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM under a key derived from the pass phrase; without one, values are kept as they are. What
 * was written before there was a pass phrase stays readable and is sealed when it is next written.
 */
export function createSeal(phrase: string | null): Seal {
  let derived: Buffer | null = null
  // Deriving takes a while on purpose, and most starts never need it.
  const key = (): Buffer => {
    if (phrase === null) throw new SealError('a sealed value, and no key')
    derived ??= scryptSync(phrase, SALT, 32)
    return derived
  }
  return {
    seal: (text, place) => (phrase === null ? text : MARK + encrypt(key(), text, place)),
    open: (stored, place) =>
      stored.startsWith(MARK) ? decrypt(key(), stored.slice(MARK.length), place) : stored,
  }
}

function encrypt(key: Buffer, text: string, place: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
}

function decrypt(key: Buffer, sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const iv = bytes.subarray(0, IV_BYTES)
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
    cipher.setAuthTag(tag)
    const body = cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
    return Buffer.concat([body, cipher.final()]).toString('utf8')
  } catch (cause) {
    throw new SealError('a sealed value that this key does not open', { cause })
  }
}
