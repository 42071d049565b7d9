import type { Readable, Writable } from 'node:stream'
import type { Env } from '../config.js'
import type { Messages } from '../core/messages.js'

/** What a command may touch of the process it runs in. */
export type Io = {
  readonly env: Env
  readonly cwd: string
  readonly messages: Messages
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
}

/** 0 fine · 2 wrong usage or settings · 1 anything else. */
export type ExitCode = 0 | 1 | 2

export type Command = (args: readonly string[], io: Io) => Promise<ExitCode>

/** By words: `start`, `flows check`. A name of one word may also stand for its whole family. */
export type Commands = { readonly [words: string]: Command }

export function printLine(io: Io, line: string): void {
  io.stdout.write(`${line}\n`)
}

export function complain(io: Io, line: string): void {
  io.stderr.write(`${line}\n`)
}
