import { message } from '../../core/messages.js'
import { complain, type ExitCode, type Io, printLine } from '../io.js'
import { withConfig } from '../settings.js'
import { type BenchTest, benchByTest } from './by-test.js'
import { benchImport } from './import.js'
import {
  type BadOption,
  figuresOptions,
  importOptions,
  seedOptions,
  startOptions,
  timersOptions,
  turnsOptions,
} from './options.js'
import { benchStart } from './start.js'
import { benchTurns, type OpenTarget } from './turns.js'
import { benchUnderstand } from './understand.js'

/** Tests that tell what they measured when they are asked for their full size. */
const KILLS: BenchTest = {
  path: 'test/kills',
  env: (report) => ({ KILLS: '30', KILLS_REPORT: report }),
}
const WHATSAPP: BenchTest = {
  path: 'test/whatsapp/load.test.ts',
  env: (report) => ({ LOAD_REPORT: report }),
}
const CRASH: BenchTest = {
  path: 'test/whatsapp/kills.test.ts',
  env: (report) => ({ CRASH_REPORT: report }),
}

const ATTACKS: BenchTest = {
  path: 'test/llm/attacks',
  env: (report) => ({ ATTACKS: 'all', ATTACKS_REPORT: report }),
}

const SHARE: BenchTest = {
  path: 'test/llm/share.test.ts',
  env: (report) => ({ SHARE_REPORT: report }),
}

const WITHOUT: BenchTest = {
  path: 'test/flows/without-model.test.ts',
  env: (report) => ({ WITHOUT_REPORT: report }),
}

function yearOf(seed: number): BenchTest {
  return {
    path: 'test/year',
    env: (report) => ({ YEAR: String(seed), YEAR_REPORT: report }),
  }
}

function weekOf(seed: number): BenchTest {
  return {
    path: 'test/week',
    env: (report) => ({ WEEK: String(seed), WEEK_REPORT: report }),
  }
}

type Bench = (words: readonly string[], io: Io, open: OpenTarget) => Promise<ExitCode>

const BENCHES: { readonly [name: string]: Bench } = {
  turns: async (words, io, open) => {
    const options = turnsOptions(words)
    if (!options.ok) return refuse(io, options.error)
    return report(io, await benchTurns(options.value, open))
  },
  start: async (words, io) => {
    const options = startOptions(words)
    if (!options.ok) return refuse(io, options.error)
    return report(io, await benchStart(options.value.runs))
  },
  import: async (words, io) => {
    const options = importOptions(words)
    if (!options.ok) return refuse(io, options.error)
    return withConfig(io, async (config) =>
      report(io, await benchImport(options.value, config, io)),
    )
  },
  understand: async ([word], io) => {
    if (word !== undefined) return refuse(io, { kind: 'bad_option', option: word })
    return report(io, await benchUnderstand())
  },
  facts: async ([word], io) => {
    if (word !== undefined) return refuse(io, { kind: 'bad_option', option: word })
    const { benchFacts } = await import('./facts.js')
    return report(io, await benchFacts())
  },
  learn: async ([word], io) => {
    if (word !== undefined) return refuse(io, { kind: 'bad_option', option: word })
    const { benchLearn } = await import('./facts.js')
    return report(io, await benchLearn())
  },
  figures: async (words, io) => {
    const options = figuresOptions(words)
    if (!options.ok) return refuse(io, options.error)
    const { benchFigures } = await import('./figures.js')
    return report(io, await benchFigures(options.value))
  },
  timers: async (words, io) => {
    const options = timersOptions(words)
    if (!options.ok) return refuse(io, options.error)
    const { benchTimers } = await import('./timers.js')
    return report(io, await benchTimers(options.value.pending))
  },
  kills: (words, io) => judged(words, io, KILLS),
  whatsapp: (words, io) => judged(words, io, WHATSAPP),
  crash: (words, io) => judged(words, io, CRASH),
  attacks: (words, io) => judged(words, io, ATTACKS),
  share: (words, io) => judged(words, io, SHARE),
  without: (words, io) => judged(words, io, WITHOUT),
  year: (words, io) => seeded(words, io, yearOf),
  week: (words, io) => seeded(words, io, weekOf),
}

/** What is measured when nothing in particular is asked for. */
const ALL: readonly (readonly string[])[] = [
  ['turns', '--mode', 'seq'],
  ['turns', '--mode', 'flood'],
  ['start'],
  ['understand'],
  ['timers'],
]

/** Measures one thing, or all of `ALL`: each prints one JSON object on a line of its own. */
export async function bench(args: readonly string[], io: Io, open: OpenTarget): Promise<ExitCode> {
  for (const [name = '', ...words] of args.length > 0 ? [args] : ALL) {
    const run = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
    if (run === undefined) {
      const options = Object.keys(BENCHES).join(', ')
      complain(io, message(io.messages, 'cli.bench.unknown', { word: name, options }))
      return 2
    }
    const code = await run(words, io, open)
    if (code !== 0) return code
  }
  return 0
}

async function judged([word]: readonly string[], io: Io, test: BenchTest): Promise<ExitCode> {
  if (word !== undefined) return refuse(io, { kind: 'bad_option', option: word })
  const { passed, line, printed } = await benchByTest(test)
  if (line !== null) printLine(io, line)
  if (!passed) complain(io, printed)
  return passed ? 0 : 1
}

async function seeded(
  words: readonly string[],
  io: Io,
  testOf: (seed: number) => BenchTest,
): Promise<ExitCode> {
  const options = seedOptions(words)
  if (!options.ok) return refuse(io, options.error)
  return judged([], io, testOf(options.value.seed))
}

function report(io: Io, line: object): ExitCode {
  printLine(io, JSON.stringify(line))
  return 0
}

function refuse(io: Io, { option }: BadOption): ExitCode {
  complain(io, message(io.messages, 'cli.bench.option', { option }))
  return 2
}
