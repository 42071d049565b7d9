import { dirname, join, resolve } from 'node:path'
import type { BaileysChannel, Times } from '../channels/baileys/baileys.js'
import type { Channel } from '../channels/channel.js'
import type { Simulator } from '../channels/simulator/simulator.js'
import { simulatedBytes } from '../channels/simulator/voice-data.js'
import { type Clock, createClock } from '../clock.js'
import type { Config } from '../config.js'
import { off } from '../llm/off.js'
import type { AskLlm, Transcribe } from '../llm/port.js'
import type { Log } from '../log.js'
import type { Project } from '../project/load.js'
import { readClockOffset, writeClockOffset } from '../store/clock-offset.js'
import { type MediaFiles, openMediaFiles } from '../store/media-files.js'
import { type Database, type DatabaseOptions, openDatabase } from '../store/sqlite/database.js'
import { type CleanUp, createCleanUp } from '../turn/clean-up.js'
import type { Patience, TurnDeps } from '../turn/deps.js'
import { createMediaKeeper, type MediaKeeper } from '../turn/media-keeper.js'
import { type DrawnWeek, weekOf } from '../turn/scheduled/report.js'
import { createTurns, type Turns } from '../turn/turn.js'
import { advance } from './advance.js'
import { createChanges } from './changes.js'
import type { drawPng } from './draw-png.js'
import { createKnowledge, type Knowledge } from './knowledge.js'
import { eventsOf, openLines } from './lines.js'
import { createMaker } from './make-file.js'
import { createMetrics } from './metrics.js'
import { openModel } from './model.js'
import { createPacer, type Pacer } from './pacer.js'
import { openTranscriber } from './transcriber.js'

/** What a test, a bench or another program may put in place of the real thing. */
export type Overrides = {
  readonly now?: () => Date
  readonly askLlm?: AskLlm
  readonly transcribe?: Transcribe
  /** How long a model is waited for. */
  readonly patience?: Patience
  /** Stands in for the simulator: a bench's channel that answers at once. */
  readonly channel?: Channel
  readonly database?: DatabaseOptions
  /** How long the linked number waits for others. */
  readonly times?: Partial<Times>
  /** Draws pictures in place of the real program. */
  readonly draw?: typeof drawPng
  /** Stands in for where WhatsApp keeps files. */
  readonly download?: BaileysChannel['download']
}

export type App = {
  readonly db: Database
  readonly clock: Clock
  readonly turns: Turns
  readonly simulator: Simulator | null
  readonly whatsapp: BaileysChannel
  readonly media: MediaKeeper
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
  /** The week as it stands; null while nothing ever happened. */
  week(): Promise<DrawnWeek | null>
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
  const db = openDatabase(config.database.path, overrides.database)
  const now = overrides.now ?? (() => new Date())
  const clock = openClock(db, now)
  const { changed, subscribe } = createChanges()
  const pacer = createPacer(config.pacing === 'human')
  const knowledge = createKnowledge(project, db, clock.iso)
  const { business } = knowledge
  const events = eventsOf(() => ({ turns, media }))
  const files = filesOf(config)
  const fileAt = files.pathOf
  const opening = { config, db, clock, log, changed, now, events, overrides, fileAt, business }
  const { simulator, whatsapp, channel } = openLines(opening)
  const download = downloadOf(overrides.download ?? whatsapp.download)
  const media = createMediaKeeper({ db, log, files, download })
  const cleanUp = createCleanUp({ db, log, media })
  const parts = { db, clock, log, changed, channel, pacer, media, cleanUp }
  const deps = turnDepsOf(parts, knowledge, config, overrides)
  const turns = createTurns(deps, config.settle)

  const settle = (): Promise<void> => pacer.hurry(turns.settle)
  return {
    db,
    clock,
    turns,
    simulator,
    whatsapp,
    media,
    get project() {
      return knowledge.project()
    },
    config,
    // Looked up each time: a reload brings new ones.
    flow: (id, hash) => deps.flow(id, hash),
    settle,
    reload: (next) => reload(knowledge, next, changed),
    advance: (duration) => advance({ db, clock, turns, settle, deps }, duration),
    subscribe,
    week: () => db.write(() => weekOf(deps, clock.iso())),
    metrics: createMetrics(db, clock, whatsapp),
    close: () => close({ pacer, turns, simulator, whatsapp, media, cleanUp, db }),
  }
}

type Parts = Pick<App, 'db' | 'clock' | 'media'> &
  Pick<TurnDeps, 'log' | 'changed' | 'channel' | 'cleanUp'> & { readonly pacer: Pacer }

function turnDepsOf(
  { db, clock, log, changed, channel, pacer, media, cleanUp }: Parts,
  knowledge: Knowledge,
  config: Config,
  overrides: Overrides,
): TurnDeps {
  const { business } = knowledge
  const { messages } = knowledge.project()
  const limited = { db, log, now: clock.iso }
  // Not a copy: a reload brings the very object up to date that turns hold.
  return Object.assign(knowledge.parts, {
    ...modelOf(overrides, config.model, { ...limited, business }),
    ...earsOf(overrides, config.transcription, limited, media),
    db,
    channel,
    log,
    changed,
    now: clock.iso,
    pace: pacer.pace,
    cleanUp,
    backups: backupsOf(config, overrides),
    make: createMaker({ db, media, log, business, messages, ...overrides }),
  })
}

/** Files stand beside the database, and go where it goes. */
function filesOf({ database }: Config): MediaFiles {
  return openMediaFiles(join(dirname(database.path), 'media'))
}

/** Copies go beside the database too. Of a file that is thrown away there are none. */
function backupsOf({ database }: Config, overrides: Overrides): TurnDeps['backups'] {
  if (overrides.database?.durable === false) return null
  return (folder) => resolve(dirname(database.path), folder)
}

/** Between two turns, never within one: each runs from beginning to end without a pause. */
function reload(knowledge: Knowledge, next: Project, changed: () => void): void {
  knowledge.take(next)
  changed()
}

type Closing = Pick<App, 'turns' | 'simulator' | 'whatsapp' | 'media' | 'db'> & {
  readonly pacer: Pacer
  readonly cleanUp: CleanUp
}

async function close({
  pacer,
  turns,
  simulator,
  whatsapp,
  media,
  cleanUp,
  db,
}: Closing): Promise<void> {
  pacer.release()
  // Side by side: a turn may be waiting for what the line is about to hear.
  await Promise.all([turns.close(), whatsapp.close()])
  await simulator?.close()
  await media.close()
  await cleanUp.idle()
  await db.close()
}

function openClock(db: Database, real: () => Date): Clock {
  return createClock(real, readClockOffset(db), (ahead) => writeClockOffset(db, ahead))
}

type Download = BaileysChannel['download']

/** A simulated phone sends its voice note along; any other file is where its channel says. */
function downloadOf(fromChannel: Download): Download {
  return async (offer) => simulatedBytes(offer) ?? fromChannel(offer)
}

type Listening = Omit<Parameters<typeof openTranscriber>[0], 'settings'>

function earsOf(
  { transcribe }: Overrides,
  settings: Config['transcription'],
  listening: Listening,
  media: MediaKeeper,
): Pick<TurnDeps, 'transcribe' | 'voice'> {
  const opened = settings === null ? null : openTranscriber({ ...listening, settings })
  return { transcribe: transcribe ?? opened, voice: media.fetch }
}

const PATIENCE: Patience = { deadlineMs: 25_000, holdMs: 6_000 }

type Thinking = Omit<Parameters<typeof openModel>[0], 'settings'>

function modelOf(
  { askLlm, patience = PATIENCE }: Overrides,
  settings: Config['model'],
  thinking: Thinking,
): Pick<TurnDeps, 'askLlm' | 'model' | 'patience'> {
  if (askLlm !== undefined) return { askLlm, model: 'on', patience }
  if (settings === null) return { askLlm: off, model: 'off', patience }
  return { askLlm: openModel({ ...thinking, settings }), model: 'on', patience }
}
