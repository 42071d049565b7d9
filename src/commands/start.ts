import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type App, createApp } from '../app/app.js'
import { type Beat, startBeat } from '../app/beat.js'
import { SIMULATOR } from '../app/lines.js'
import { webDepsOf } from '../app/web-deps.js'
import type { Config } from '../config.js'
import { type Messages, message } from '../core/messages.js'
import { warmUp } from '../core/understanding/lexicon.js'
import { createLog, maskPhone } from '../log.js'
import type { Project } from '../project/load.js'
import { queueDepths } from '../store/queue-depths.js'
import { asDatabaseError, DatabaseError } from '../store/sqlite/database-error.js'
import { type Lock, lockDatabase } from '../store/sqlite/lock.js'
import { staffState } from '../store/staff.js'
import { keepStart } from '../store/starts.js'
import { createServer, type WebServer } from '../web/server.js'
import { databaseText } from './database-text.js'
import { deedsOf } from './deeds.js'
import { complain, type ExitCode, type Io, printLine } from './io.js'
import { letHeapGrow } from './let-heap-grow.js'
import { showLink } from './show-link.js'
import { withProject } from './with-project.js'

/** An orderly close that takes longer is cut: what is pending goes on at the next start. */
const CLOSE_WITHIN_MS = 9_000
const LOCK_TRIES = 20
const LOCK_PAUSE_MS = 100
const LATER_MS = 100
const LINGER_MS = 500

/** `start`: opens the bot and the page, and serves until it is told to stop. */
export async function start(
  config: Config,
  io: Io,
  options: StartOptions = { watch: false },
): Promise<ExitCode> {
  return withProject(config, io, (project) => open(config, project, io, options))
}

type StartOptions = {
  /** Edits of the flows folder are taken up while the bot runs. */
  readonly watch: boolean
}

async function open(
  config: Config,
  project: Project,
  io: Io,
  { watch }: StartOptions,
): Promise<ExitCode> {
  const isNew = !existsSync(config.database.path)
  const secrets = config.model?.apiKey ? [config.model.apiKey] : []
  const log = createLog({ level: config.logLevel, secrets })
  let lock: Lock | null = null
  try {
    lock = await lockPatiently(config.database.path)
    const app = createApp(config, project, log)
    const server = createServer(webDepsOf(app, log, deedsOf(app, log)))
    return await serve({ app, server, io, isNew, log, watch })
  } catch (thrown) {
    const error = asDatabaseError(thrown, config.database.path)
    if (!(error instanceof DatabaseError)) throw error
    complain(io, databaseText(io.messages, error, config.database.shown))
    return 1
  } finally {
    lock?.release()
  }
}

/** Whoever is just closing may take a moment to let go: a restart must not trip over its predecessor. */
async function lockPatiently(path: string): Promise<Lock> {
  for (let tries = 1; ; tries += 1) {
    try {
      return lockDatabase(path)
    } catch (error) {
      const busy = error instanceof DatabaseError && error.kind === 'busy'
      if (!busy || tries === LOCK_TRIES) throw error
      await sleep(LOCK_PAUSE_MS)
    }
  }
}

type Serving = {
  readonly app: App
  readonly server: WebServer
  readonly io: Io
  readonly isNew: boolean
  readonly watch: boolean
  readonly log: ReturnType<typeof createLog>
}

async function serve({ app, server, io, isNew, watch, log }: Serving): Promise<ExitCode> {
  const { host, port } = app.config.web
  const stopped = stopSignal()
  const opened = await server.listen(port, host).catch((error: NodeJS.ErrnoException) => error)
  if (opened instanceof Error) {
    complain(io, listenText(io.messages, opened, host, port))
    await app.close()
    return 1
  }
  const begun = app.clock.iso()
  app.db
    .write(() => keepStart(app.db, begun))
    .catch((error: unknown) => log.error({ error }, 'start not kept'))
  app.turns.resume()
  announce(app, io, opened.url, isNew)
  const stopShowing = showLink(app, io, opened.url)
  const stopLater = beginLater(app, log)
  const stopFollowing = watch ? await follow(app, io, log) : null
  await stopped
  stopFollowing?.()
  stopShowing()
  stopLater()
  return close({ app, server, io })
}

async function follow(app: App, io: Io, log: Serving['log']): Promise<() => void> {
  // Loaded only now: nobody else needs it.
  const { followFlows } = await import('./follow-flows.js')
  printLine(io, message(io.messages, 'watch.begins'))
  return followFlows(app, io, log)
}

/** What nobody who knocks already has to wait for. Answers with how to stop it. */
function beginLater(app: App, log: Serving['log']): () => void {
  let beat: Beat | null = null
  const { lexicon, business } = app.project
  const begin = setTimeout(() => {
    const onBeat = (): Promise<void> => app.turns.fire().then(app.turns.count)
    beat = startBeat(() => void onBeat().catch((error) => log.error({ error }, 'beat')))
    warmUp(lexicon, business.country)
    letHeapGrow()
  }, LATER_MS)
  return () => {
    clearTimeout(begin)
    beat?.stop()
  }
}

function announce(app: App, io: Io, url: string, isNew: boolean): void {
  const { messages } = io
  const path = app.config.database.shown
  printLine(io, message(messages, 'start.ready', { url }))
  if (app.simulator !== null) printLine(io, message(messages, 'start.simulator'))
  const database = isNew
    ? message(messages, 'start.database_new', { path })
    : message(messages, 'start.database', { path })
  printLine(io, database)
  const [first] = app.project.business.staff
  const active = staffState(app.db, SIMULATOR)
  if (app.simulator !== null && first !== undefined && active.length === 0) {
    printLine(io, message(messages, 'start.silent', { phone: maskPhone(first.phone) }))
  }
}

async function close({
  app,
  server,
  io,
}: Pick<Serving, 'app' | 'server' | 'io'>): Promise<ExitCode> {
  const { messages } = io
  const { outbox } = queueDepths(app.db)
  if (outbox > 0) printLine(io, message(messages, 'start.closing', { n: outbox }))
  const late = new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), CLOSE_WITHIN_MS).unref()
  })
  const ended = await Promise.race([late, server.close().then(() => app.close())])
  if (ended === 'late') {
    complain(io, message(messages, 'start.slow'))
    return 1
  }
  printLine(io, message(messages, 'start.closed'))
  // What a package left behind, such as a timer of half a minute, must not keep the process.
  setTimeout(() => process.exit(), LINGER_MS).unref()
  return 0
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // Kept for good: a second signal, as a terminal and npm both send one, must not cut the close.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve())
  })
}

function listenText(
  messages: Messages,
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
): string {
  if (error.code !== 'EADDRINUSE') return message(messages, 'start.host', { host, port })
  return message(messages, 'start.port', { port, other: port < 65535 ? port + 1 : port - 1 })
}
