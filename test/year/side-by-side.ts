/** Does what it is given, so many at a time, in the order in which it was given. */
export type SideBySide = <T>(job: () => Promise<T>) => Promise<T>

export function sideBySide(most: number): SideBySide {
  const waiting: (() => void)[] = []
  let free = most
  return async (job) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free -= 1
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
