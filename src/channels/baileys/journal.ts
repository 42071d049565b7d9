import { createHash } from 'node:crypto'
import type { SignalDataSet, SocketConfig, WAMessage } from '@whiskeysockets/baileys'
import type { Envelopes } from './envelopes.js'
import type { Baileys } from './package.js'
import { CIPHERTEXT } from './parse-inbound.js'
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
  /** Keeps an entry of its own accord: on disk when it returns. Throws where it cannot be. */
  keep(entry: JournalEntry): void
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
  envelopes: Pick<Envelopes, 'of' | 'opened'>,
): MakeRepository {
  return (auth, logger, phoneToLid) => {
    const repository = make(auth, logger, phoneToLid)
    const { keys } = auth
    if (!('transaction' in keys)) return repository
    const decryptMessage: typeof repository.decryptMessage = (sealed) =>
      keys.transaction(async () => {
        const hash = hashOf(sealed.ciphertext)
        const envelope = envelopes.of(hash) ?? {}
        const known = journal.has(hash)
        const plain = known
          ? openedBefore(journal, hash)
          : await opened(repository, sealed, () => keepUnread(journal, envelope))
        if (!known) await keys.set(entry(hash, envelope, plain))
        envelopes.opened(hash)
        return plain
      }, sealed.jid)
    return { ...repository, decryptMessage }
  }
}

/** What cannot be opened is written down before anybody is told so: its content may never come. */
async function opened(
  { decryptMessage }: ReturnType<MakeRepository>,
  sealed: Parameters<ReturnType<MakeRepository>['decryptMessage']>[0],
  failed: () => void,
): Promise<Uint8Array> {
  try {
    return await decryptMessage(sealed)
  } catch (error) {
    failed()
    throw error
  }
}

/** Writes down that a message came which nobody could read, by what stands on its envelope. */
export function keepUnread(journal: Journal, envelope: Attributes): void {
  const { id, category } = envelope
  if (id === undefined || category === 'peer') return
  journal.keep({ hash: unreadHash(id), text: JSON.stringify({ envelope, plain: null }) })
}

/** Under which a message that nobody could read is kept, until it is read or told of. */
export function unreadHash(id: string): string {
  return `unread/${id}`
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
  if (plain === null) return { ...fullMessage, messageStubType: CIPHERTEXT }
  const decoded = baileys.proto.Message.decode(baileys.unpadRandomMax16(plain))
  return { ...fullMessage, message: decoded.deviceSentMessage?.message ?? decoded }
}

function openedBefore(journal: Journal, hash: string): Uint8Array {
  const kept = journal.read(hash)
  const plain = kept === null ? null : parseEntry(kept).plain
  if (plain === null) throw new Error(OPENED_BEFORE)
  return plain
}

/** The key store takes any kind of value; its type lists only what Baileys itself keeps. */
function entry(hash: string, envelope: Attributes, plain: Uint8Array): SignalDataSet {
  const text = JSON.stringify({ envelope, plain: Buffer.from(plain).toString('base64') })
  return { [JOURNAL]: { [hash]: text } } as SignalDataSet
}

type Entry = { readonly envelope: Attributes; readonly plain: Buffer | null }

function parseEntry(text: string): Entry {
  const { envelope, plain }: { envelope: Attributes; plain: string | null } = JSON.parse(text)
  return { envelope, plain: plain === null ? null : Buffer.from(plain, 'base64') }
}
