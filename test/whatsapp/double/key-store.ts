import type { SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys'

/** Signal keys in memory, for people and clients that live no longer than a test. */
export function createKeyStore(): SignalKeyStore {
  const kept = new Map<string, Map<string, unknown>>()
  const drawer = (type: string): Map<string, unknown> => {
    const there = kept.get(type) ?? new Map<string, unknown>()
    kept.set(type, there)
    return there
  }
  return {
    get<T extends keyof SignalDataTypeMap>(type: T, ids: string[]) {
      const found = ids.filter((id) => drawer(type).has(id)).map((id) => [id, drawer(type).get(id)])
      // The map forgets the type of its values; what went in under `type` is what comes out.
      return Object.fromEntries(found) as { [id: string]: SignalDataTypeMap[T] }
    },
    set(data) {
      for (const [type, values] of Object.entries(data))
        for (const [id, value] of Object.entries(values ?? {})) {
          if (value === null || value === undefined) drawer(type).delete(id)
          else drawer(type).set(id, value)
        }
    },
  }
}
