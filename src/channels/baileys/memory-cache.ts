import type { CacheStore } from '@whiskeysockets/baileys'

/**
 * A small cache that outlives a connection: how often a message was asked for again, and which ones the
 * phone was asked to send anew, must not begin from nothing with each of them.
 */
export function createMemoryCache(most: number): CacheStore {
  const entries = new Map<string, unknown>()
  return {
    // Whoever asks knows what was put there under its own keys.
    get: <T>(key: string) => entries.get(key) as T | undefined,
    set: (key, value) => {
      entries.set(key, value)
      const [oldest] = entries.keys()
      if (entries.size > most && oldest !== undefined) entries.delete(oldest)
    },
    del: (key) => void entries.delete(key),
    flushAll: () => entries.clear(),
  }
}
