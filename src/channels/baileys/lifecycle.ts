import { createKeeper, isSealed, type Keeper, type KeeperOptions } from './keeper.js'
import { LINKING, type LineState, OFF, RESUMING } from './line-state.js'
import type { Connection } from './socket.js'

type LifecycleOptions = Omit<KeeperOptions, 'putAway'> & {
  readonly session: {
    /** Whether the device can log in. Throws where what is kept cannot be opened. */
    linked(): boolean
    setAside(): Promise<void>
    clear(): Promise<void>
  }
}

export type Lifecycle = {
  state(): LineState
  /** The connection while messages can leave on it. */
  open(): Connection | null
  /** Whether the phone has this device among its linked ones, as far as we know. */
  linked(): boolean
  /** Connects the line if it is linked; says whether it is. */
  resume(): boolean
  /**
   * Shows QR codes, or a code to type on the phone with this number. A linked line that is away is
   * tried again at once; one that is open stays as it is.
   */
  link(pairing: string | null): Promise<void>
  unlink(): Promise<void>
  close(): void
}

/** WhatsApp is told, but not waited for: without a connection the phone's list shows it a while longer. */
const LOGOUT_MS = 3_000

/** What a person may do about a line, over the keeper that holds it. */
export function createLifecycle({ session, ...options }: LifecycleOptions): Lifecycle {
  const keeper = createKeeper({
    ...options,
    putAway: (how) => {
      const done = how === 'clear' ? session.clear() : session.setAside()
      done.catch((error: unknown) => options.log.warn({ error }, 'session not put away'))
    },
  })
  const linked = (): boolean => isLinked(session)
  const inTurn = createTurn()
  return {
    state: keeper.state,
    open: () => (isOpen(keeper) ? keeper.connection() : null),
    linked,
    resume: () => {
      if (!linked()) return false
      keeper.start(RESUMING, null)
      return true
    },
    link: (pairing) =>
      inTurn(async () => {
        if (isOpen(keeper)) return
        if (linked() && keeper.state().kind !== 'needs_link') return keeper.start(RESUMING, null)
        // Whatever is left could not log in; of what cannot be opened a copy stays.
        await session.setAside()
        keeper.start(LINKING, pairing)
      }),
    unlink: () =>
      inTurn(async () => {
        const connection = isOpen(keeper) ? keeper.connection() : null
        if (connection !== null) await within(LOGOUT_MS, connection.logout())
        keeper.stop(OFF)
        await session.clear()
      }),
    close: () => keeper.stop(OFF),
  }
}

/** Somebody who presses twice, or changes their mind: one thing after the other. */
function createTurn(): (job: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (job) => {
    const done = last.then(job)
    last = done.catch(() => {})
    return done
  }
}

function isOpen(keeper: Keeper): boolean {
  const { kind } = keeper.state()
  return kind === 'open' || kind === 'restricted'
}

/** A session that cannot be opened is still one: only linking anew replaces it. */
function isLinked(session: LifecycleOptions['session']): boolean {
  try {
    return session.linked()
  } catch (error) {
    if (isSealed(error)) return true
    throw error
  }
}

function within(ms: number, job: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, ms)
    const done = (): void => {
      clearTimeout(late)
      resolve()
    }
    job.then(done, done)
  })
}
