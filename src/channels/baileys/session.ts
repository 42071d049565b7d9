import type {
  AuthenticationCreds,
  AuthenticationState,
  SignalDataSet,
  SignalDataTypeMap,
} from '@whiskeysockets/baileys'
import { fromBinaryJson, toBinaryJson } from './binary-json.js'
import type { Baileys } from './package.js'
import { withoutSpentChains } from './spent-chains.js'

type SessionEntry = {
  readonly type: string
  readonly id: string
  readonly value: string | null
}

export type JournalEntry = { readonly hash: string; readonly text: string }

/** Where a linked device keeps what makes it one. */
export type SessionStore = {
  /** Whether credentials are kept, of a pairing that was completed or not. */
  exists(): boolean
  /** For one connection; whatever an earlier one still writes is turned away from now on. */
  begin(): Promise<OpenStore>
  /** Throws where what is kept cannot be opened. */
  read(type: string, ids: readonly string[]): ReadonlyMap<string, string>
  /** Keeps a value beside the session, which goes away with it; not under a session that has ended. */
  keep(entry: SessionEntry): Promise<void>
  /** Takes it out of use and keeps a copy. */
  setAside(): Promise<void>
  clear(): Promise<void>
}

/** What one connection reads and writes. */
export type OpenStore = Pick<SessionStore, 'read'> & {
  /** All of it is on disk together when this resolves. Rejects with LeaseLostError for an earlier connection. */
  write(entries: readonly SessionEntry[], journal: readonly JournalEntry[]): Promise<void>
}

export type Session = {
  readonly state: AuthenticationState
  /** Writes the credentials down as they are now. */
  save(): Promise<void>
}

/** Under this name the journal travels among the keys, so that one transaction writes both. */
export const JOURNAL = 'journal'
const CREDS = 'creds'

/**
 * The session as it was left, or a new one. A pairing by code that was cut short leaves credentials
 * which WhatsApp would refuse at login: they count as none.
 */
export async function openSession(
  baileys: Baileys,
  { clear }: Pick<SessionStore, 'clear'>,
  store: OpenStore,
): Promise<Session> {
  const kept = readCreds(store)
  if (kept !== null && !isPaired(kept)) await clear()
  const creds = kept !== null && isPaired(kept) ? kept : baileys.initAuthCreds()
  const save = (): Promise<void> =>
    store.write([{ type: CREDS, id: '', value: toBinaryJson(creds) }], [])
  return { state: { creds, keys: keysOver(baileys, store, clear) }, save }
}

/** Whether a session is kept with which the device can log in. Throws where it cannot be opened. */
export function isLinked(store: SessionStore): boolean {
  if (!store.exists()) return false
  const creds = readCreds(store)
  return creds !== null && isPaired(creds)
}

/** `registered` stays false after a pairing by QR code: the signed account is what counts. */
function isPaired({ me, account }: AuthenticationCreds): boolean {
  return me?.id !== undefined && account !== undefined && account !== null
}

function readCreds(store: Pick<SessionStore, 'read'>): AuthenticationCreds | null {
  const text = store.read(CREDS, ['']).get('')
  // Only `save` writes there.
  return text === undefined ? null : (fromBinaryJson(text) as AuthenticationCreds)
}

function keysOver(
  baileys: Baileys,
  store: OpenStore,
  clear: SessionStore['clear'],
): AuthenticationState['keys'] {
  return {
    get: async <T extends keyof SignalDataTypeMap>(type: T, ids: string[]) => {
      const found: { [id: string]: SignalDataTypeMap[T] } = {}
      for (const [id, text] of store.read(type, ids)) {
        // Only `set` writes there, under the name of the type.
        found[id] = revived(baileys, type, fromBinaryJson(text)) as SignalDataTypeMap[T]
      }
      return found
    },
    set: async (data) => {
      await store.write(entriesOf(data), journalOf(data))
    },
    clear,
  }
}

/** This one is expected as the object that protobuf makes, with its methods. */
function revived(baileys: Baileys, type: string, value: unknown): unknown {
  if (type !== 'app-state-sync-key' || typeof value !== 'object' || value === null) return value
  return baileys.proto.Message.AppStateSyncKeyData.fromObject(value)
}

function entriesOf(data: SignalDataSet): readonly SessionEntry[] {
  return Object.entries(data).flatMap(([type, values]) =>
    type === JOURNAL
      ? []
      : Object.entries(values ?? {}).map(([id, value]) => ({
          type,
          id,
          value: value == null ? null : toBinaryJson(kept(type, value)),
        })),
  )
}

function kept(type: string, value: unknown): unknown {
  return type === 'session' ? withoutSpentChains(value) : value
}

function journalOf(data: SignalDataSet): readonly JournalEntry[] {
  const journal = Object.entries(data).find(([type]) => type === JOURNAL)?.[1] ?? {}
  return Object.entries(journal).flatMap(([hash, text]) =>
    typeof text === 'string' ? [{ hash, text }] : [],
  )
}
