import { type ChatKey, keyText } from '../store/chat-key.js'

/** How long a burst is waited for after the last message, in milliseconds. */
export type BurstWait =
  | { readonly kind: 'adaptive' }
  | { readonly kind: 'fixed'; readonly ms: number }

const AFTER_CLOSED = 1_500
const AFTER_OPEN = 3_000
const WHILE_TYPING = 4_000
/** Nobody waits longer than this for the end of a burst. */
const MOST = 15_000

type Settler = {
  /** A message arrived. `wait` is what the pending question suggests. */
  heard(key: ChatKey, wait: 'closed' | 'open'): void
  /** They are typing: what they already sent waits a little longer. */
  typing(key: ChatKey): void
  /** Ends every open burst at once. */
  closeAll(): void
  /** Stops waiting; what is open is picked up at the next start. */
  stop(): void
}

type Burst = { readonly key: ChatKey; readonly since: number; timer: NodeJS.Timeout | null }

/** Waits until a person stops writing, so that a burst is one turn; then calls `close`. */
export function createSettler(burstWait: BurstWait, close: (key: ChatKey) => void): Settler {
  const bursts = new Map<string, Burst>()
  let stopped = false

  const end = (text: string): void => {
    const burst = bursts.get(text)
    if (burst === undefined) return
    if (burst.timer !== null) clearTimeout(burst.timer)
    bursts.delete(text)
    close(burst.key)
  }
  const wait = (burst: Burst, text: string, ms: number): void => {
    if (burst.timer !== null) clearTimeout(burst.timer)
    const left = burst.since + MOST - performance.now()
    burst.timer = setTimeout(() => end(text), Math.max(0, Math.min(ms, left)))
  }

  return {
    heard: (key, kind) => {
      if (stopped) return
      if (burstWait.kind === 'fixed' && burstWait.ms === 0) return close(key)
      const text = keyText(key)
      const burst = bursts.get(text) ?? { key, since: performance.now(), timer: null }
      bursts.set(text, burst)
      const adaptive = kind === 'closed' ? AFTER_CLOSED : AFTER_OPEN
      wait(burst, text, burstWait.kind === 'fixed' ? burstWait.ms : adaptive)
    },
    typing: (key) => {
      const text = keyText(key)
      const burst = bursts.get(text)
      if (burst !== undefined) wait(burst, text, WHILE_TYPING)
    },
    closeAll: () => {
      for (const text of [...bursts.keys()]) end(text)
    },
    stop: () => {
      stopped = true
      for (const { timer } of bursts.values()) if (timer !== null) clearTimeout(timer)
      bursts.clear()
    },
  }
}
