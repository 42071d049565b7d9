/** Longer than anything takes, also on a busy machine. */
const PATIENCE_MS = 10_000

/** Keeps what happened, in order, and lets others wait for what is still to come. */
export type Memory<T> = {
  readonly all: readonly T[]
  add(one: T): void
  /** The first thing `read` makes something of, also one already there; fails after 10 s, or the time given. */
  find<R>(read: (one: T) => R | undefined, what: string, ms?: number): Promise<R>
}

export function createMemory<T>(): Memory<T> {
  const all: T[] = []
  const watchers = new Set<(one: T) => void>()
  return {
    all,
    add(one) {
      all.push(one)
      for (const look of [...watchers]) look(one)
    },
    find(read, what, ms = PATIENCE_MS) {
      for (const one of all) {
        const found = read(one)
        if (found !== undefined) return Promise.resolve(found)
      }
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(timer)
          watchers.delete(look)
        }
        const look = (one: T): void => {
          const found = read(one)
          if (found === undefined) return
          stop()
          resolve(found)
        }
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`waited ${ms} ms in vain for ${what}; there were ${listOf(all)}`))
        }, ms)
        watchers.add(look)
      })
    },
  }
}

/** The newest of them, shortened: enough to see what came instead. */
function listOf(all: readonly unknown[]): string {
  const newest = all.slice(-12).map((one) => JSON.stringify(one).slice(0, 160))
  return `${all.length}:\n  ${newest.join('\n  ')}`
}
