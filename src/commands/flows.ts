import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.js'
import { type Problem, problemText } from '../core/flow/problem.js'
import { flowSchema } from '../core/flow/schema.js'
import { type Live, strands } from '../core/flow/strands.js'
import { type Messages, message } from '../core/messages.js'
import { loadMessages } from '../project/compiled-data.js'
import { loadFlows, type Written } from '../project/load.js'
import { type ExitCode, type Io, printLine } from './io.js'
import { withConfig } from './settings.js'

/** `flows check` at the terminal; looks into the database when there is one. */
export async function check(
  { flowsDir, database }: Pick<Config, 'flowsDir' | 'database'>,
  io: Io,
): Promise<ExitCode> {
  return print(await checkFolder({ flowsDir, live: () => liveIn(database.path) }), io)
}

/** `flows schema` at the terminal. */
export async function schema(io: Io): Promise<ExitCode> {
  return withConfig(io, async (config) => print(await writeSchema(config.flowsDir), io))
}

/** What a command prints on standard output, a line each, and how the process ends. */
type Report = { readonly code: 0 | 2; readonly lines: readonly string[] }

type CheckOptions = {
  readonly flowsDir: string
  /** Open conversations by the version they began with, to say which an edit leaves behind. */
  readonly live?: () => Promise<readonly Live[]>
}

/** `flows check`: every problem in the flows folder at once; 2 when there is any. */
export async function checkFolder({ flowsDir, live }: CheckOptions): Promise<Report> {
  const messages = await loadMessages()
  const loaded = await loadFlows(flowsDir)
  if (!loaded.ok) return { code: 2, lines: problemLines(messages, loaded.error.problems) }
  return { code: 0, lines: fineLines(messages, loaded.value, (await live?.()) ?? []) }
}

/** `flows schema`: writes the JSON Schema of a flow file, for editors, beside the flows. */
export async function writeSchema(flowsDir: string): Promise<Report> {
  const file = join(flowsDir, 'flow.schema.json')
  await writeFile(file, flowSchema())
  return { code: 0, lines: [message(await loadMessages(), 'flows.schema_written', { file })] }
}

/** The problems in words, then how many there are in how many files. */
export function problemLines(messages: Messages, problems: readonly Problem[]): readonly string[] {
  const files = new Set(problems.map((problem) => problem.file)).size
  const summary = message(messages, 'flows.summary', {
    problems: message(messages, 'flows.problems', { n: problems.length }),
    files: message(messages, 'flows.files', { n: files }),
    them: message(messages, 'flows.them', { n: problems.length }),
  })
  return [...problems.map((problem) => problemText(messages, problem)), summary]
}

function fineLines(
  messages: Messages,
  { flows }: Written,
  live: readonly Live[],
): readonly string[] {
  const steps = flows.reduce((sum, flow) => sum + flow.order.length, 0)
  const left = strands(live, flows).reduce((sum, { conversations }) => sum + conversations, 0)
  const fine = message(messages, 'flows.fine', {
    // The business file is one of them.
    files: message(messages, 'flows.files', { n: flows.length + 1 }),
    steps: message(messages, 'flows.steps', { n: steps }),
  })
  return left === 0 ? [fine] : [fine, message(messages, 'flows.stranded', { n: left })]
}

function print({ code, lines }: Report, io: Io): ExitCode {
  for (const line of lines) printLine(io, line)
  return code
}

/** Nothing before the first start: a check creates no database. */
async function liveIn(path: string): Promise<readonly Live[]> {
  if (!existsSync(path)) return []
  const { openDatabase } = await import('../store/sqlite/database.js')
  const { liveVersions } = await import('../store/flow-versions.js')
  const db = openDatabase(path)
  try {
    return liveVersions(db)
  } finally {
    await db.close()
  }
}
