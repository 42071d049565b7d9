import { createHash } from 'node:crypto'
import type { CacheStore } from '@whiskeysockets/baileys'
import { z } from 'zod'
import { fromBinaryJson, toBinaryJson } from './binary-json.js'

type KeptCacheOptions = {
  /** More are forgotten, the oldest first. */
  readonly most: number
  readonly ttlMs: number
  readonly now: () => Date
  /** What was kept last, null when nothing was. Throws where it cannot be opened. */
  readonly read: () => string | null
  readonly keep: (text: string) => Promise<void>
}

const ENTRIES = z.array(z.tuple([z.string(), z.number(), z.unknown()]))

/**
 * A small cache that outlives connection and process: how often a message was asked for again, and which
 * ones the phone was asked to send anew, must not begin from nothing with each of them. Its keys, in which
 * Baileys puts people's numbers, are kept as hashes.
 */
export function createKeptCache({ most, ttlMs, now, read, keep }: KeptCacheOptions): CacheStore {
  let known: Map<string, readonly [at: number, value: unknown]> | null = null
  const isOld = (at: number): boolean => now().getTime() - at > ttlMs
  const entries = () => {
    known ??= new Map(parse(read()).map(([key, at, value]) => [key, [at, value]]))
    return known
  }
  const write = (): Promise<void> => {
    for (const [key, [at]] of entries()) {
      if (isOld(at) || entries().size > most) entries().delete(key)
    }
    return keep(toBinaryJson([...entries()].map(([key, [at, value]]) => [key, at, value])))
  }
  return {
    get: <T>(key: string) => {
      const [at, value] = entries().get(hashOf(key)) ?? []
      // Whoever asks knows what was put there under its own keys.
      return at === undefined || isOld(at) ? undefined : (value as T)
    },
    set: (key, value) => {
      entries().delete(hashOf(key))
      entries().set(hashOf(key), [now().getTime(), value])
      return write()
    },
    del: (key) => (entries().delete(hashOf(key)) ? write() : undefined),
    flushAll: () => {
      entries().clear()
      return write()
    },
  }
}

/** What is not ours, or of another version, counts as nothing: it only saves a few questions. */
function parse(text: string | null): z.infer<typeof ENTRIES> {
  const parsed = ENTRIES.safeParse(text === null ? [] : fromBinaryJson(text))
  return parsed.success ? parsed.data : []
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
