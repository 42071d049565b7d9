/** As many as Signal's own library keeps. */
const MOST = 10
const RECEIVING = 2

/**
 * A Signal session without the receiving chains that are of no more use. libsignal closes such a chain
 * whenever the other side answers and never removes it: about 100 bytes a turn, for ever, written anew with
 * each message. Nothing can be opened with one that is closed and has no keys left; the newest stay all
 * the same, so that a message opened before is still known as such. An older one is known by the journal.
 */
export function withoutSpentChains(record: unknown): unknown {
  if (!isRecord(record) || !isRecord(record._sessions)) return record
  return { ...record, _sessions: mapped(record._sessions, prunedSession) }
}

function prunedSession(session: unknown): unknown {
  if (!isRecord(session) || !isRecord(session._chains)) return session
  // In the order in which they were begun.
  const spent = Object.entries(session._chains).flatMap(([id, chain]) => (isSpent(chain) ? id : []))
  if (spent.length <= MOST) return session
  const old = new Set(spent.slice(0, -MOST))
  const chains = Object.entries(session._chains).filter(([id]) => !old.has(id))
  return { ...session, _chains: Object.fromEntries(chains) }
}

function isSpent(chain: unknown): boolean {
  if (!isRecord(chain) || chain.chainType !== RECEIVING) return false
  const { chainKey, messageKeys } = chain
  const isClosed = isRecord(chainKey) && chainKey.key === undefined
  return isClosed && isRecord(messageKeys) && Object.keys(messageKeys).length === 0
}

function mapped(values: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
}
