/** What to do after a connection ended. */
type Next =
  | { readonly kind: 'now' }
  | { readonly kind: 'after'; readonly ms: number }
  /** WhatsApp ended the session itself: only a person with the phone can mend that. */
  | { readonly kind: 'stop' }

/** What happened before, since the line was last open for a while. */
export type History = {
  /** Connections in a row that ended. */
  readonly failures: number
  /** How many of them because another program has the session. */
  readonly replaced: number
  /** The restart that follows a pairing was made already. */
  readonly restarted: boolean
}

export const FRESH: History = { failures: 0, replaced: 0, restarted: false }

const RESTART = 515
export const REPLACED = 440
/** Logged out, account gone, forbidden, account locked, another kind of device expected. */
const ENDED: readonly number[] = [401, 402, 403, 406, 411]

const FIRST_MS = 1_000
const LAST_MS = 300_000
const REPLACED_MS = 60_000
const LAST_REPLACED_MS = 900_000

/**
 * Whether and when to connect again, by the code with which the connection ended. `random` is from 0
 * to 1: full jitter, so that a thousand bots do not come back at once.
 */
export function afterClose(code: number, history: History, random: number): Next {
  if (ENDED.includes(code)) return { kind: 'stop' }
  if (code === RESTART && !history.restarted) return { kind: 'now' }
  if (code === REPLACED) {
    // Two programs that take the session from each other at once would go on for ever.
    const most = growing(REPLACED_MS, history.replaced, LAST_REPLACED_MS)
    return { kind: 'after', ms: Math.round(most / 2 + (random * most) / 2) }
  }
  return { kind: 'after', ms: Math.round(random * growing(FIRST_MS, history.failures, LAST_MS)) }
}

/** What there is to remember of it. */
export function remember(code: number, history: History): History {
  return {
    failures: history.failures + 1,
    replaced: history.replaced + (code === REPLACED ? 1 : 0),
    restarted: history.restarted || code === RESTART,
  }
}

function growing(first: number, times: number, last: number): number {
  return Math.min(last, first * 2 ** Math.min(times, 20))
}
