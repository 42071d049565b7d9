/** So long nobody is asked after a server failed: whoever writes meanwhile does not wait for it. */
const REST_MS = 30_000
/** A busy server is tried so often before it is left alone. */
const MOST_FAILURES = 3

export type Breaker = {
  /** Whether it may be asked now. After a rest one is let through, to see. */
  lets(): boolean
  worked(): void
  /** `closed` for a server that is not there at all: asking again at once is of no use. */
  failed(how: 'closed' | 'once'): void
}

/** Keeps a server that is down from costing every turn its patience. `now` is in ms, and steady. */
export function createBreaker(now: () => number): Breaker {
  let failures = 0
  let restsUntil = Number.NEGATIVE_INFINITY
  return {
    lets: () => {
      if (now() < restsUntil) return false
      // Only one looks: until it comes back the others go on without.
      if (failures >= MOST_FAILURES) restsUntil = now() + REST_MS
      return true
    },
    worked: () => {
      failures = 0
      restsUntil = Number.NEGATIVE_INFINITY
    },
    failed: (how) => {
      failures = how === 'closed' ? MOST_FAILURES : failures + 1
      if (failures >= MOST_FAILURES) restsUntil = now() + REST_MS
    },
  }
}
