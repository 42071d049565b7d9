type Retries = {
  later(milliseconds: number, job: () => void): void
  /** Forgets what is still to come: the next start picks it up from the database. */
  stop(): void
}

/** Timers that end with the process that set them. */
export function createRetries(): Retries {
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false
  return {
    later: (milliseconds, job) => {
      if (stopped) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        job()
      }, milliseconds)
      timers.add(timer)
    },
    stop: () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
