import { type Connect, createAttempts } from './attempts.js'
import {
  afterEvent,
  type Line,
  type LineState,
  OFF,
  proven,
  type Then,
  trying,
} from './line-state.js'
import type { Connection, LinkEvent } from './socket.js'

export type KeeperOptions = {
  readonly connect: Connect
  readonly putAway: (how: Extract<Then, { kind: 'end' }>['session']) => void
  readonly now: () => Date
  /** From 0 to 1. */
  readonly random: () => number
  readonly log: { warn(fields: object, text: string): void }
  readonly changed: (state: LineState) => void
  readonly opened: (phone: string | null) => void
  /** The connection is gone: whoever waits for an answer on it waits in vain. */
  readonly cut: () => void
}

/** Keeps one line connected, for ever, until it is stopped or WhatsApp ends the session. */
export type Keeper = {
  state(): LineState
  connection(): Connection | null
  /** Connects anew; `pairing` is the number that wants a code instead of a QR code. */
  start(from: Line, pairing: string | null): void
  stop(to: Line): void
}

/** Open for so long, a line has proven that it works: earlier failures no longer count. */
const STABLE_MS = 60_000
const BROKEN = 500

export function createKeeper(options: KeeperOptions): Keeper {
  const { now, random, log } = options
  const held = holdLine(options.changed)
  const { become } = held
  let pairing: string | null = null
  let stable: NodeJS.Timeout | null = null

  const quiet = (): void => {
    if (stable !== null) clearTimeout(stable)
    attempts.drop()
    options.cut()
  }
  const heard = (event: LinkEvent): void => {
    const [to, then] = afterEvent(held.line(), event, { now: now(), random: random() })
    if (event.kind === 'closed') log.warn({ code: event.code }, 'connection to WhatsApp ended')
    become(to)
    if (event.kind === 'open') {
      pairing = null
      stable = setTimeout(() => become(proven(held.line())), STABLE_MS)
      options.opened(event.phone)
    }
    if (then.kind === 'stay') return
    quiet()
    if (then.kind === 'connect') attempts.begin(pairing, then.ms)
    else options.putAway(then.session)
  }
  const attempts = createAttempts({
    connect: options.connect,
    trying: () => become(trying(held.line())),
    heard,
    failed: (error) => {
      log.warn({ error }, 'no connection to WhatsApp')
      if (isSealed(error)) become(SEALED)
      else heard({ kind: 'closed', code: BROKEN })
    },
  })
  const stop = (to: Line): void => {
    quiet()
    become(to)
  }
  const start = (from: Line, number: string | null): void => {
    stop(from)
    pairing = number
    attempts.begin(pairing, 0)
  }
  return { state: () => held.line().state, connection: attempts.current, start, stop }
}

/** The line as it is now; tells of every change of its state. */
function holdLine(changed: KeeperOptions['changed']) {
  let line: Line = OFF
  return {
    line: () => line,
    become: (to: Line): void => {
      const isNew = to.state !== line.state
      line = to
      if (isNew) changed(to.state)
    },
  }
}

const SEALED: Line = { ...OFF, state: { kind: 'needs_link' } }

/** Sealed with another key: no number of attempts would open it. */
export function isSealed(error: unknown): boolean {
  return error instanceof Error && error.name === 'SealError'
}
