import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Env } from '../../config.js'

/** A started product: a process of its own that answers over HTTP. */
export type Product = {
  /** `http://127.0.0.1:40123`. */
  readonly url: string
  /** The bot's own: the launcher above it is another process. */
  readonly pid: number
  readonly launcherPid: number
  /** From the start of the process to the first 200 of `/readyz`, in ms. */
  readonly readyMs: number
  readonly isRunning: () => boolean
  /** Resolves when both processes are gone. SIGKILL hits the bot itself, in whatever it is doing. */
  readonly stop: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
}

const ROOT = new URL('../../../', import.meta.url)
const LAUNCHER = fileURLToPath(new URL('bin/porquesi.mjs', ROOT))
const READY_WITHIN_MS = 30_000
const LOOK_EVERY_MS = 5

/**
 * Starts what is built on a free port. `env` goes over this process's own environment. Throws when
 * it does not get ready; the error holds what it printed.
 */
export async function startProduct(env: Env): Promise<Product> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, [LAUNCHER, 'start'], {
    cwd: fileURLToPath(ROOT),
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  }
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await untilReady(child, url, started, printed)
  const readyMs = performance.now() - started
  const pid = botPid(env.DATABASE_URL ?? '')
  const launcherPid = child.pid ?? pid
  return {
    url,
    pid,
    launcherPid,
    readyMs,
    isRunning: () => isRunning(child),
    stop: (signal) => {
      if (isRunning(child)) process.kill(signal === 'SIGKILL' ? pid : launcherPid, signal)
      return gone
    },
  }
}

/** As the bot itself wrote it down beside its database. */
function botPid(databaseUrl: string): number {
  return Number.parseInt(readFileSync(`${databaseUrl.replace(/^sqlite:/, '')}.pid`, 'utf8'), 10)
}

async function untilReady(
  child: ChildProcess,
  url: string,
  started: number,
  printed: readonly string[],
): Promise<void> {
  while (!(await answers(`${url}/readyz`))) {
    const late = performance.now() - started > READY_WITHIN_MS
    if (isRunning(child) && !late) await sleep(LOOK_EVERY_MS)
    else {
      child.kill('SIGKILL')
      throw new Error(`the product did not get ready: ${printed.join('').trim()}`)
    }
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    // Nobody listens yet: the same as a "not ready".
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
