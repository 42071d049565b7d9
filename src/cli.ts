import type { Commands, ExitCode, Io } from './commands/io.js'
import { complain, printLine } from './commands/io.js'
import { nearest } from './core/flow/nearest.js'
import { message } from './core/messages.js'

const HELP: readonly (string | undefined)[] = ['help', '--help', '-h']

/** One command line, words after the program's name → what to leave with. */
export async function runCli(
  argv: readonly string[],
  io: Io,
  commands: Commands,
): Promise<ExitCode> {
  const [first, second] = argv
  if (HELP.includes(first)) return help(io)
  if (first === undefined) return refuse(io, message(io.messages, 'cli.help'))
  const two = `${first} ${second}`
  for (const [words, used] of [
    [two, 2],
    [first, 1],
  ] as const) {
    const command = Object.hasOwn(commands, words) ? commands[words] : undefined
    if (command !== undefined) return command(argv.slice(used), io)
  }
  return refuse(io, unknown(first, second, io, [...Object.keys(commands), 'help']))
}

function help(io: Io): ExitCode {
  printLine(io, message(io.messages, 'cli.help'))
  return 0
}

function refuse(io: Io, sentence: string): ExitCode {
  complain(io, sentence)
  return 2
}

function unknown(
  first: string,
  second: string | undefined,
  { messages }: Io,
  known: readonly string[],
): string {
  const family = known.filter((words) => words.startsWith(`${first} `))
  if (family.length > 0 && second === undefined) {
    return message(messages, 'cli.incomplete', { words: first, options: family.join(', ') })
  }
  const typed = family.length > 0 ? `${first} ${second}` : first
  const options = family.length > 0 ? family : known.map((words) => words.split(' ', 1)[0] ?? '')
  const suggestion = nearest(typed, options)
  return suggestion === null
    ? message(messages, 'cli.unknown', { words: typed })
    : message(messages, 'cli.unknown_near', { words: typed, suggestion })
}
