import { randomUUID } from 'node:crypto'
import type { Channel } from './channels/channel.js'
import { openLedger } from './channels/simulator/ledger.js'
import { createSimulator, type Simulator } from './channels/simulator/simulator.js'
import { type Clock, createClock } from './clock.js'
import type { Config } from './config.js'
import { addDuration } from './core/schedule/due.js'
import type { LineId } from './core/types.js'
import { createKnowledge } from './knowledge.js'
import { off } from './llm/off.js'
import type { AskLlm } from './llm/port.js'
import type { Project } from './load.js'
import type { Log } from './log.js'
import { createMetrics } from './metrics.js'
import { createPacer, type Pacer } from './pacer.js'
import { readClockOffset, writeClockOffset } from './store/clock-offset.js'
import { type Database, type DatabaseOptions, openDatabase } from './store/database.js'
import { keepLine } from './store/lines.js'
import { nextDueAt } from './store/timers.js'
import type { TurnDeps } from './turn/deps.js'
import { createTurns, type Turns } from './turn/turn.js'

export const SIMULATOR = 'simulator' as LineId

/** What a test, a bench or another program may put in place of the real thing. */
export type Overrides = {
  readonly now?: () => Date
  readonly askLlm?: AskLlm
  /** Stands in for the simulator: a bench's channel that answers at once. */
  readonly channel?: Channel
  readonly maxPages?: number
}

export type App = {
  readonly db: Database
  readonly clock: Clock
  readonly turns: Turns
  readonly simulator: Simulator | null
  /** As it was last read. */
  readonly project: Project
  readonly config: Config
  /** Finds a flow by id, or in the version a conversation began with. */
  readonly flow: TurnDeps['flow']
  /**
   * Takes up an edited project: facts count at once, conversations under way end in the version of
   * their flow.
   */
  reload(project: Project): void
  /** Closes open bursts, skips pacing, and waits until nothing is under way. */
  settle(): Promise<void>
  /** Moves the clock by an ISO 8601 duration; whatever falls due on the way happens in its order. */
  advance(duration: string): Promise<void>
  subscribe(listener: () => void): () => void
  metrics(): string
  close(): Promise<void>
}

/** Builds everything alive. Tests call it as `start` does, with another clock or channel. */
export function createApp(
  config: Config,
  project: Project,
  log: Log,
  overrides: Overrides = {},
): App {
  const db = openDatabase(config.database.path, sizeOf(overrides))
  const clock = openClock(db, overrides.now ?? (() => new Date()))
  const { changed, subscribe } = createChanges()
  keepLine(db, { id: SIMULATOR, kind: 'simulator', phone: null }, clock.iso())
  const pacer = createPacer(config.pacing === 'human')
  const simulator =
    overrides.channel === undefined ? openSimulator(config, clock, changed, () => turns) : null
  const channel = overrides.channel ?? simulator
  const knowledge = createKnowledge(project, db, clock.iso)
  // Not a copy: a reload brings the very object up to date that turns hold.
  const deps: TurnDeps = Object.assign(knowledge.parts, modelOf(overrides), {
    db,
    now: clock.iso,
    channel: (line: LineId) => (line === SIMULATOR ? channel : null),
    log,
    changed,
    pace: pacer.pace,
  })
  const turns = createTurns(deps, config.settle)

  const settle = (): Promise<void> => pacer.hurry(turns.settle)
  return {
    db,
    clock,
    turns,
    simulator,
    get project() {
      return knowledge.project()
    },
    config,
    // Looked up each time: a reload brings new ones.
    flow: (id, hash) => deps.flow(id, hash),
    settle,
    // Between two turns, never within one: each runs from beginning to end without a pause.
    reload: (next) => {
      knowledge.take(next)
      changed()
    },
    advance: (duration) => advance({ db, clock, turns, settle, deps }, duration),
    subscribe,
    metrics: createMetrics(db, clock),
    close: () => close({ pacer, turns, simulator, db }),
  }
}

type Closing = Pick<App, 'turns' | 'simulator' | 'db'> & {
  readonly pacer: Pacer
}

async function close({ pacer, turns, simulator, db }: Closing): Promise<void> {
  pacer.release()
  await turns.close()
  await simulator?.close()
  await db.close()
}

/** Tells whoever listens that something a page shows may have changed. */
function createChanges() {
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { changed, subscribe }
}

/** `turns` is asked for later: the channel reports to it, and it sends through the channel. */
function openSimulator(
  config: Config,
  clock: Clock,
  changed: () => void,
  turns: () => Turns,
): Simulator {
  return createSimulator({
    lineId: SIMULATOR,
    ledger: openLedger(ledgerPath(config.database.path)),
    now: clock.now,
    newId: () => `S${randomUUID().replaceAll('-', '').toUpperCase()}`,
    events: {
      inbound: (message) => turns().receive(message),
      typing: (line, chat) => turns().typing(line, chat),
      receipt: (line, id, status) => turns().receipt(line, id, status),
    },
    changed,
  })
}

function openClock(db: Database, real: () => Date): Clock {
  return createClock(real, readClockOffset(db), (ahead) => writeClockOffset(db, ahead))
}

function sizeOf({ maxPages }: Overrides): DatabaseOptions {
  return maxPages === undefined ? {} : { maxPages }
}

function modelOf({ askLlm }: Overrides): Pick<TurnDeps, 'askLlm' | 'model'> {
  return askLlm === undefined ? { askLlm: off, model: 'off' } : { askLlm, model: 'on' }
}

type Advancing = {
  readonly db: Database
  readonly clock: Clock
  readonly turns: Turns
  readonly settle: () => Promise<void>
  readonly deps: Pick<TurnDeps, 'business'>
}

async function advance(
  { db, clock, turns, settle, deps }: Advancing,
  duration: string,
): Promise<void> {
  await settle()
  const target = addDuration(clock.iso(), duration, deps.business.timeZone)
  for (let due = nextDueAt(db); due !== null && due <= target; due = nextDueAt(db)) {
    clock.moveTo(due)
    await turns.fire()
    await settle()
  }
  clock.moveTo(target)
  await turns.fire()
  await settle()
}

/** The phones' ledger stands beside the database and apart from it. */
function ledgerPath(databasePath: string): string {
  return `${databasePath.replace(/\.db$/, '')}-phones.jsonl`
}
