/** What the server answered to a message; `none` where nothing came in time. */
export type Ack =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly code: number }
  | { readonly kind: 'none' }

export type Acks = {
  /** To be called before the message is handed over: the answer may be quicker than the call. */
  expect(id: string): Promise<Ack>
  heard(id: string, code: number | null): void
  /** The server has, or had, this message: it or the other phone said so. */
  has(id: string): boolean
  /** The connection is gone: nobody will answer what is still expected. */
  cut(): void
  /** Resolves when every answer is there, or after so long. */
  idle(ms: number): Promise<void>
}

/** How many are remembered: an answer that came too late still settles the message. */
const MEMORY = 2_000

/** Waits for the server's acknowledgements, which Baileys itself does not wait for. */
export function createAcks(patienceMs: number): Acks {
  const waiting = new Map<string, (ack: Ack) => void>()
  const taken = new Set<string>()
  const idlers = new Set<() => void>()
  const settle = (id: string, ack: Ack): void => {
    waiting.get(id)?.(ack)
    waiting.delete(id)
    if (waiting.size === 0) for (const wake of idlers) wake()
  }
  return {
    expect: (id) =>
      new Promise((resolve) => {
        const late = setTimeout(() => settle(id, { kind: 'none' }), patienceMs)
        waiting.set(id, (ack) => {
          clearTimeout(late)
          resolve(ack)
        })
      }),
    heard: (id, code) => {
      if (code !== null) return settle(id, { kind: 'refused', code })
      taken.add(id)
      const [oldest] = taken
      if (taken.size > MEMORY && oldest !== undefined) taken.delete(oldest)
      settle(id, { kind: 'taken' })
    },
    has: (id) => taken.has(id),
    cut: () => {
      for (const id of [...waiting.keys()]) settle(id, { kind: 'none' })
    },
    idle: (ms) =>
      new Promise((resolve) => {
        if (waiting.size === 0) return resolve()
        const wake = (): void => {
          clearTimeout(late)
          idlers.delete(wake)
          resolve()
        }
        const late = setTimeout(wake, ms)
        idlers.add(wake)
      }),
  }
}
