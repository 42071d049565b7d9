export type Patience = {
  /** From the start to the first frame: a refused connection may never say that it was. */
  readonly firstMs: number
  /** From one frame to the next: WhatsApp answers a ping every half minute. */
  readonly silenceMs: number
}

export const PATIENCE: Patience = { firstMs: 30_000, silenceMs: 60_000 }

type Watchdog = { heard(): void; stop(): void }

/** Calls `dead` when a connection never says anything, or falls silent. */
export function createWatchdog({ firstMs, silenceMs }: Patience, dead: () => void): Watchdog {
  let timer = setTimeout(dead, firstMs)
  let stopped = false
  let spoke = false
  return {
    heard: () => {
      if (stopped) return
      // After the first frame the same timer is only wound up again.
      if (spoke) timer.refresh()
      else {
        spoke = true
        clearTimeout(timer)
        timer = setTimeout(dead, silenceMs)
      }
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
