import type { Journal } from './journal.js'
import type { OpenStore } from './session.js'

/** A store that fails ends the connection at once, so that nothing it could not keep is acknowledged. */
export function guarded(store: OpenStore, broken: (error: unknown) => void): OpenStore {
  return {
    ...store,
    write: async (...written) => {
      try {
        await store.write(...written)
      } catch (error) {
        broken(error)
        throw error
      }
    },
  }
}

/** The same of a journal: what it cannot keep comes again. */
export function firm(journal: Journal, broken: () => void): Journal {
  return {
    ...journal,
    keep: (entry) => {
      try {
        journal.keep(entry)
      } catch {
        broken()
      }
    },
  }
}
