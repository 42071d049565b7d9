import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { ROOT } from '../../commands/_product.js'

/** One life of the built product: a process of its own, without the launcher that would start it again. */
export type Bot = {
  /** Resolves with the exit code, null where a signal ended it. */
  readonly ended: Promise<number | null>
  kill(): Promise<void>
  /** An orderly close; the exit code. */
  stop(): Promise<number | null>
}

export type Telling = Bot & {
  /** In MB, once what nobody holds any more was thrown away: what is resident swings with the collector. */
  heldMb(): Promise<number>
}

/** One life after the other on one database. */
export type Bots = {
  readonly databasePath: string
  /** `dieAt`: a point and how often it is passed before, as `die-at.mjs` takes it. */
  start(dieAt?: string): Bot
  /** One that can be asked what it holds in memory. */
  startTelling(): Telling
  /** The text of the QR code it shows. */
  qr(): Promise<string>
  until(state: string): Promise<void>
  /** What the page's button does: a line that is away is tried at once. */
  reconnect(): Promise<void>
  memoryMb(): Promise<number>
  /** Whatever it ever complained about. */
  complaints(): string
  close(): Promise<void>
}

const STATUS = z.object({ state: z.string(), qr: z.string().optional() })
const HELD = z.object({ held: z.number() })
const LOOK_EVERY_MS = 20

export function createBots(socketUrl: string, port: number): Bots {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-crash-'))
  const databasePath = join(folder, 'bot.db')
  const url = `http://127.0.0.1:${port}`
  const printed: string[] = []
  const running = new Set<Bot>()
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    DATABASE_URL: `sqlite:${databasePath}`,
    FLOWS_DIR: hurriedFlows(folder),
    WHATSAPP_CHANNEL: 'baileys',
    WHATSAPP_SOCKET_URL: socketUrl,
    PACING: 'off',
    SETTLE_MS: '0',
    LOG_LEVEL: 'error',
  }
  const status = async () => {
    try {
      const response = await fetch(`${url}/whatsapp/status`)
      return STATUS.parse(await response.json())
    } catch {
      // Not listening yet.
      return null
    }
  }
  const until = async <T>(look: (status: z.infer<typeof STATUS>) => T | undefined): Promise<T> => {
    for (;;) {
      const now = await status()
      const found = now === null ? undefined : look(now)
      if (found !== undefined) return found
      if (running.size === 0) throw new Error(`the bot has ended: ${printed.join('')}`)
      await sleep(LOOK_EVERY_MS)
    }
  }
  const open = (more: NodeJS.ProcessEnv) => {
    const opened = openBot(folder, { ...env, ...more }, (text) => printed.push(text))
    running.add(opened.bot)
    void opened.bot.ended.then(() => running.delete(opened.bot))
    return opened
  }
  return {
    databasePath,
    start: (dieAt) =>
      open(dieAt === undefined ? {} : { DIE_AT: dieAt, ...preloaded('die-at.mjs') }).bot,
    startTelling: () => {
      const path = join(folder, 'held.json')
      const { bot, ask } = open({ TELL_MEMORY: path, ...preloaded('tell-memory.mjs') })
      const heldMb = async () => {
        rmSync(path, { force: true })
        ask('SIGUSR2')
        while (!existsSync(path)) await sleep(LOOK_EVERY_MS)
        return inMb(HELD.parse(JSON.parse(readFileSync(path, 'utf8'))).held)
      }
      return { ...bot, heldMb }
    },
    qr: () => until(({ qr }) => qr),
    until: (wanted) => until(({ state }) => (state === wanted ? true : undefined)).then(() => {}),
    reconnect: async () => {
      const headers = { 'content-type': 'application/json' }
      await fetch(`${url}/whatsapp/link`, { method: 'POST', headers, body: '{}' })
    },
    memoryMb: async () => {
      const figures = await (await fetch(`${url}/metrics`)).text()
      const bytes = /^process_resident_memory_bytes (\d+)/m.exec(figures)?.[1]
      return inMb(Number(bytes))
    },
    complaints: () => printed.join(''),
    close: async () => {
      await Promise.all([...running].map((bot) => bot.kill()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The shipped flows for a number that answers in two minutes what a shop answers in a week. */
function hurriedFlows(folder: string): string {
  const flows = join(folder, 'flows')
  cpSync(join(ROOT, 'flows'), flows, { recursive: true })
  const path = join(flows, 'business.yaml')
  const business = parseDocument(readFileSync(path, 'utf8'))
  const limits = { chatSeconds: 0.001, answersPerHour: 1e6, answersPerDay: 1e6, warmUpDays: 0 }
  for (const [name, value] of Object.entries(limits)) business.setIn(['number', name], value)
  writeFileSync(path, String(business))
  return flows
}

function preloaded(file: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, file)).href}` }
}

function inMb(bytes: number): number {
  return Math.round(bytes / 1_048_576)
}

function openBot(cwd: string, env: NodeJS.ProcessEnv, complain: (text: string) => void) {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), 'start'], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.setEncoding('utf8').on('data', complain)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  const bot: Bot = {
    ended,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
  }
  return { bot, ask: (signal: NodeJS.Signals) => child.kill(signal) }
}
