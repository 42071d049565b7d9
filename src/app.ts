import { randomUUID } from 'node:crypto'
import type { Channel } from './channels/channel.js'
import { openLedger } from './channels/simulator/ledger.js'
import { createSimulator, type Simulator } from './channels/simulator/simulator.js'
import { type Clock, createClock } from './clock.js'
import { policyOf } from './compiled-data.js'
import type { Config } from './config.js'
import { createMentions } from './core/business/mentions.js'
import { createCommandParser } from './core/owner/commands.js'
import { addDuration } from './core/schedule/due.js'
import type { LineId } from './core/types.js'
import { createChooser } from './core/understanding/choice.js'
import { createReader } from './core/understanding/reader.js'
import { createSumReader } from './core/understanding/sum.js'
import { createFlowShelf } from './flow-shelf.js'
import { off } from './llm/off.js'
import type { AskLlm } from './llm/port.js'
import type { Project } from './load.js'
import type { Log } from './log.js'
import { createMetrics } from './metrics.js'
import { createPacer } from './pacer.js'
import { type Database, openDatabase } from './store/database.js'
import { keepLine } from './store/lines.js'
import { readSetting, writeSetting } from './store/settings.js'
import { nextDueAt } from './store/timers.js'
import type { TurnDeps } from './turn/deps.js'
import { createTurns, type Turns } from './turn/turn.js'

export const SIMULATOR = 'simulator' as LineId

const OFFSET = 'clock_offset_ms'

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
  readonly project: Project
  readonly config: Config
  /** Finds a flow by id, or in the version a conversation began with. */
  readonly flow: TurnDeps['flow']
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
  const { maxPages } = overrides
  const db = openDatabase(config.database.path, maxPages === undefined ? {} : { maxPages })
  const clock = openClock(db, overrides.now ?? (() => new Date()))
  const { changed, subscribe } = createChanges()
  keepLine(db, { id: SIMULATOR, kind: 'simulator', phone: null }, clock.iso())
  const pacer = createPacer(config.pacing === 'human')
  const simulator =
    overrides.channel === undefined ? openSimulator(config, clock, changed, () => turns) : null
  const channel = overrides.channel ?? simulator
  const deps: TurnDeps = {
    db,
    now: clock.iso,
    ...knowledgeOf(project, db, clock),
    channel: (line) => (line === SIMULATOR ? channel : null),
    askLlm: overrides.askLlm ?? off,
    model: overrides.askLlm === undefined ? 'off' : 'on',
    log,
    changed,
    pace: pacer.pace,
  }
  const turns = createTurns(deps, config.settle)

  const settle = (): Promise<void> => pacer.hurry(turns.settle)
  return {
    db,
    clock,
    turns,
    simulator,
    project,
    config,
    flow: deps.flow,
    settle,
    advance: (duration) =>
      advance({ db, clock, turns, settle, zone: project.business.timeZone }, duration),
    subscribe,
    metrics: createMetrics(db, clock),
    close: async () => {
      pacer.release()
      await turns.close()
      await simulator?.close()
      await db.close()
    },
  }
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
  const offset = Number(readSetting(db, OFFSET) ?? 0)
  return createClock(real, offset, (ahead) => writeSetting(db, OFFSET, String(ahead)))
}

function knowledgeOf(project: Project, db: Database, clock: Clock) {
  const { business, messages, lexicon, policies, holidays, flows } = project
  const { country } = business
  return {
    business,
    messages,
    policy: policyOf(policies, country),
    holidays: holidays[country] ?? new Set<number>(),
    flow: createFlowShelf(db, flows, clock.iso()),
    read: createReader(lexicon),
    choose: createChooser(lexicon, country),
    mentions: createMentions(business),
    parseCommand: createCommandParser(messages),
    readAmount: createSumReader(lexicon, country),
  }
}

type Advancing = {
  readonly db: Database
  readonly clock: Clock
  readonly turns: Turns
  readonly settle: () => Promise<void>
  readonly zone: string
}

async function advance(
  { db, clock, turns, settle, zone }: Advancing,
  duration: string,
): Promise<void> {
  await settle()
  const target = addDuration(clock.iso(), duration, zone)
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
