import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Env } from '../../src/config.js'

export const ROOT = join(import.meta.dirname, '../..')

/** How a process ended: `code` is null when it had to be killed. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** A started product: its page answers at `url`. */
export type Started = {
  readonly url: string
  readonly port: number
  /** The bot's own: the launcher above it is another process. */
  readonly pid: number
  readonly ended: Promise<Ended>
  /** An orderly close has ten seconds; after them it is killed, and `code` is null. */
  stop(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended>
}

/** A working folder of its own, in which the built product runs as a process. */
export type Place = {
  readonly folder: string
  /** Runs one command to its end. */
  run(command: string, env?: Env, input?: string): Promise<Ended>
  /** `start` on a free port; throws with what it printed when it ends before it is ready. */
  start(env?: Env): Promise<Started>
  /** Ends what still runs and removes the folder. */
  close(): Promise<void>
}

const LAUNCHER = join(ROOT, 'bin', 'porquesi.mjs')
const ORDERLY_MS = 10_000
const LOOK_EVERY_MS = 20
const DEFAULTS: Env = {
  DATABASE_URL: 'sqlite:taller.db',
  FLOWS_DIR: join(ROOT, 'flows'),
  PACING: 'off',
}

/** `program` is what runs: the launcher, or a bot beside it; `parent` is where its folder stands. */
export function createPlace(program = LAUNCHER, parent = tmpdir()): Place {
  const folder = mkdtempSync(join(parent, 'porquesi-product-'))
  const running = new Set<Process>()
  const open = (command: string, env: Env): Process => {
    const opened = openProcess(program, folder, command, env)
    running.add(opened)
    return opened
  }
  return {
    folder,
    run: async (command, env = {}, input = '') => {
      const { child, ended } = open(command, { PORT: String(await freePort()), ...env })
      child.stdin?.end(input)
      return ended
    },
    start: async (env = {}) => {
      const port = await freePort()
      return untilReady(open('start', { PORT: String(port), ...env }), port, folder)
    },
    close: async () => {
      await Promise.all([...running].map((one) => stop(one, 'SIGKILL')))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As a terminal shows them. */
export function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('')
}

type Process = {
  readonly child: ChildProcess
  readonly printed: () => string
  readonly ended: Promise<Ended>
}

function openProcess(program: string, cwd: string, command: string, env: Env): Process {
  const child = spawn(process.execPath, [program, ...command.split(' ')], {
    cwd,
    env: { PATH: process.env.PATH, ...DEFAULTS, ...env },
    stdio: 'pipe',
  })
  const texts = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.err += text
  })
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, ...texts }))
  })
  return { child, printed: () => texts.out + texts.err, ended }
}

async function untilReady(opened: Process, port: number, folder: string): Promise<Started> {
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(`${url}/readyz`))) {
    const { exitCode, signalCode } = opened.child
    if (exitCode !== null || signalCode !== null) throw new Error(opened.printed())
    await sleep(LOOK_EVERY_MS)
  }
  const { ended } = opened
  return { url, port, pid: botPid(folder), ended, stop: (signal) => stop(opened, signal) }
}

function botPid(folder: string): number {
  const file = readdirSync(folder).find((name) => name.endsWith('.pid')) ?? ''
  return Number.parseInt(readFileSync(join(folder, file), 'utf8'), 10)
}

async function stop({ child, ended }: Process, signal: NodeJS.Signals): Promise<Ended> {
  child.kill(signal)
  const last = setTimeout(() => child.kill('SIGKILL'), ORDERLY_MS)
  try {
    return await ended
  } finally {
    clearTimeout(last)
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    // Nobody listens yet.
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
