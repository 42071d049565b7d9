import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
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

/** One life after the other on one database. */
export type Bots = {
  readonly databasePath: string
  /** `dieAt`: a point and how often it is passed before, as `die-at.mjs` takes it. */
  start(dieAt?: string): Bot
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
const PRELOAD = pathToFileURL(join(import.meta.dirname, 'die-at.mjs')).href
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
    FLOWS_DIR: join(ROOT, 'flows'),
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
      await sleep(LOOK_EVERY_MS)
    }
  }
  return {
    databasePath,
    start: (dieAt) => {
      const how = dieAt === undefined ? {} : { DIE_AT: dieAt, NODE_OPTIONS: `--import=${PRELOAD}` }
      const bot = openBot(folder, { ...env, ...how }, (text) => printed.push(text))
      running.add(bot)
      void bot.ended.then(() => running.delete(bot))
      return bot
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
      return Math.round(Number(bytes) / 1_048_576)
    },
    complaints: () => printed.join(''),
    close: async () => {
      await Promise.all([...running].map((bot) => bot.kill()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function openBot(cwd: string, env: NodeJS.ProcessEnv, complain: (text: string) => void): Bot {
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
  return {
    ended,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
  }
}
