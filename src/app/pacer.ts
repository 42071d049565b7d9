export type Pacer = {
  /** Waits as a person would before writing; at once while hurried or when pacing is off. */
  pace(milliseconds: number): Promise<void>
  /** Runs a job during which nobody waits. */
  hurry<T>(job: () => Promise<T>): Promise<T>
  /** Ends every wait for good. */
  release(): void
}

export function createPacer(human: boolean): Pacer {
  const waiting = new Set<() => void>()
  let hurries = 0
  let released = !human
  const wake = (): void => {
    for (const resolve of waiting) resolve()
  }
  return {
    pace: (milliseconds) => {
      if (released || hurries > 0) return Promise.resolve()
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          waiting.delete(done)
          resolve()
        }
        const timer = setTimeout(done, milliseconds)
        waiting.add(done)
      })
    },
    hurry: async (job) => {
      hurries += 1
      wake()
      try {
        return await job()
      } finally {
        hurries -= 1
      }
    },
    release: () => {
      released = true
      wake()
    },
  }
}
