type Changes = {
  readonly changed: () => void
  /** Gives back what ends it. */
  readonly subscribe: (listener: () => void) => () => void
}

/** Tells whoever listens that something a page shows may have changed. */
export function createChanges(): Changes {
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { changed, subscribe }
}
