import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { runCli } from './cli.js'
import { COMMANDS } from './commands/commands.js'
import type { Env } from './config.js'
import { message } from './core/messages.js'
import { loadMessages } from './project/compiled-data.js'
import { isStrayRejection } from './stray-rejection.js'

const messages = await loadMessages()

// A reader that leaves early (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error)
})
process.on('uncaughtException', fail)
process.on('unhandledRejection', (reason) => {
  if (!isStrayRejection(reason)) void fail(reason)
})

try {
  const { stdin, stdout, stderr } = process
  const io = { env: environment(), cwd: process.cwd(), messages, stdin, stdout, stderr }
  // Not `process.exit`: what was printed may still be on its way.
  process.exitCode = await runCli(process.argv.slice(2), io, COMMANDS)
} catch (error) {
  await fail(error)
}

/** `.env` of the working folder under the real environment. */
function environment(): Env {
  try {
    return { ...parseEnv(readFileSync(join(process.cwd(), '.env'), 'utf8')), ...process.env }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return process.env
    throw error
  }
}

/** A bug, or something that broke under us: one sentence here, the rest only for the log. */
async function fail(error: unknown): Promise<void> {
  if (process.env.LOG_LEVEL === 'debug') {
    const { createLog } = await import('./log.js')
    createLog({ level: 'debug' }).debug({ error }, 'failed')
  }
  // Whatever is still open would keep the process alive.
  process.stderr.write(`${message(messages, 'cli.unexpected')}\n`, () => process.exit(1))
}
