import { type Config, readConfig } from '../config.js'
import { message } from '../core/messages.js'
import { complain, type ExitCode, type Io } from './io.js'

/** Runs `action` with the settings of the environment, or says everything that is wrong in them. */
export async function withConfig(
  io: Io,
  action: (config: Config) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = readConfig(io.env, io.cwd)
  if (config.ok) return action(config.value)
  for (const { key, params } of config.error.problems)
    complain(io, message(io.messages, key, params))
  return 2
}

/** For commands that stand alone. */
export function withoutWords(
  name: string,
  action: (io: Io) => Promise<ExitCode>,
): (args: readonly string[], io: Io) => Promise<ExitCode> {
  return async ([word], io) => {
    if (word === undefined) return action(io)
    complain(io, message(io.messages, 'cli.extra', { word, command: name }))
    return 2
  }
}
