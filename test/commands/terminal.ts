import { PassThrough, Readable } from 'node:stream'
import type { Io } from '../../src/commands/io.js'
import type { Env } from '../../src/config.js'
import type { Messages } from '../../src/core/messages.js'

/** A terminal that remembers what was printed. */
export type Terminal = { readonly io: Io; readonly printed: () => { out: string; err: string } }

export function createTerminal(messages: Messages, env: Env = {}, input = ''): Terminal {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const read = (stream: PassThrough): string => String(stream.read() ?? '')
  return {
    io: { env, cwd: '/nowhere', messages, stdin: Readable.from([input]), stdout, stderr },
    printed: () => ({ out: read(stdout), err: read(stderr) }),
  }
}
