import { createHash } from 'node:crypto'
import type { SignalDataSet, SocketConfig, WAMessage } from '@whiskeysockets/baileys'
import type { Baileys } from './package.js'
import { JOURNAL, type JournalEntry } from './session.js'

/**
 * What was decrypted, until it is in the inbox. Decrypting moves the keys on, so that the same message
 * cannot be opened twice; and WhatsApp takes it for delivered before anybody has stored it.
 */
export type Journal = {
  /** Whether this was ever decrypted. */
  has(hash: string): boolean
  /** Its text while it is not in the inbox. */
  read(hash: string): string | null
  /** Everything that is not in the inbox, in order. */
  unread(): readonly JournalEntry[]
  clear(hash: string): Promise<void>
}

/** The attributes of a message's envelope. */
export type Attributes = { readonly [name: string]: string }

type MakeRepository = SocketConfig['makeSignalRepository']

/** Baileys' own words for a message it opened before: then it acknowledges it and says nothing more. */
const OPENED_BEFORE = 'Key used already or never filled'

/**
 * Lets every message that is decrypted leave its text in the journal, in the one transaction that
 * moves the keys on. The same message once more is answered from there.
 */
export function withJournal(
  make: MakeRepository,
  journal: Journal,
  envelopeOf: (hash: string) => Attributes | null,
): MakeRepository {
  return (auth, logger, phoneToLid) => {
    const repository = make(auth, logger, phoneToLid)
    const { keys } = auth
    if (!('transaction' in keys)) return repository
    const decryptMessage: typeof repository.decryptMessage = (sealed) =>
      keys.transaction(async () => {
        const hash = hashOf(sealed.ciphertext)
        if (journal.has(hash)) return openedBefore(journal, hash)
        const plain = await repository.decryptMessage(sealed)
        await keys.set(entry(hash, envelopeOf(hash) ?? {}, plain))
        return plain
      }, sealed.jid)
    return { ...repository, decryptMessage }
  }
}

export function hashOf(ciphertext: Uint8Array): string {
  return createHash('sha256').update(ciphertext).digest('base64url')
}

/** The message of a journal entry, as Baileys would have reported it; null when it holds none. */
export function messageOf(
  { text }: JournalEntry,
  baileys: Baileys,
  me: { readonly id: string; readonly lid?: string },
): WAMessage | null {
  const { envelope, plain } = parseEntry(text)
  if (envelope.id === undefined || envelope.from === undefined) return null
  const node = { tag: 'message', attrs: { ...envelope } }
  const { fullMessage } = baileys.decodeMessageNode(node, me.id, me.lid ?? '')
  const decoded = baileys.proto.Message.decode(baileys.unpadRandomMax16(plain))
  return { ...fullMessage, message: decoded.deviceSentMessage?.message ?? decoded }
}

function openedBefore(journal: Journal, hash: string): Uint8Array {
  const kept = journal.read(hash)
  if (kept === null) throw new Error(OPENED_BEFORE)
  return parseEntry(kept).plain
}

/** The key store takes any kind of value; its type lists only what Baileys itself keeps. */
function entry(hash: string, envelope: Attributes, plain: Uint8Array): SignalDataSet {
  const text = JSON.stringify({ envelope, plain: Buffer.from(plain).toString('base64') })
  return { [JOURNAL]: { [hash]: text } } as SignalDataSet
}

function parseEntry(text: string): { readonly envelope: Attributes; readonly plain: Buffer } {
  const { envelope, plain }: { envelope: Attributes; plain: string } = JSON.parse(text)
  return { envelope, plain: Buffer.from(plain, 'base64') }
}
