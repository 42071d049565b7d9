import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { App } from '../app/app.js'
import type { Config } from '../config.js'
import { message } from '../core/messages.js'
import { createLog } from '../log.js'
import type { Project } from '../project/load.js'
import { type Failure, runTranscript } from '../transcript/run.js'
import { transcript } from '../transcript/transcript.js'
import { type ExitCode, type Io, printLine } from './io.js'
import { withProject } from './with-project.js'

/** `flows test [name …]`: plays the conversations of `flows/tests` and says what differs. */
export async function flowsTest(
  names: readonly string[],
  config: Config,
  io: Io,
): Promise<ExitCode> {
  return withProject(config, io, (project) => playAll(names, project, config, io))
}

async function playAll(
  names: readonly string[],
  project: Project,
  config: Config,
  io: Io,
): Promise<ExitCode> {
  const folder = join(config.flowsDir, 'tests')
  const files = chosen(transcriptsIn(folder), names)
  let failed = 0
  for (const file of files) {
    const ended = await playFile(join(folder, file), project, config)
    if (ended.failure !== null) failed += 1
    for (const line of report(io, file, ended)) printLine(io, line)
  }
  printLine(io, message(io.messages, 'transcript.summary', { n: files.length, failed }))
  return failed === 0 && files.length > 0 ? 0 : 1
}

/** The transcripts of a folder by file name; none when there is no such folder. */
function transcriptsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

type Ended = { readonly title: string; readonly failure: Failure | null }

/**
 * Plays one file, showing the app to `look` after each line. A file that is no transcript fails with
 * what is wrong in it. Without a `model` there is none but the script's own.
 */
export async function playFile(
  path: string,
  project: Project,
  config: Config,
  look: (app: App) => void = () => {},
  model: Config['model'] = null,
): Promise<Ended> {
  const document = parseDocument(readFileSync(path, 'utf8'))
  const parsed = transcript.safeParse(document.toJS())
  if (document.errors.length > 0 || !parsed.success) {
    const got =
      document.errors[0]?.message ??
      parsed.error?.issues
        .map(({ path: at, message: text }) => `${at.join('.')}: ${text}`)
        .join('\n')
    return { title: path, failure: { line: 0, expected: 'transcript', got: got ?? '' } }
  }
  const log = createLog({ level: config.logLevel })
  const failure = await runTranscript(parsed.data, project, config, log, look, model)
  return { title: parsed.data.title, failure }
}

/** A whole name means that one file; the beginning of some, all of them; no name, every file. */
function chosen(files: readonly string[], names: readonly string[]): readonly string[] {
  if (names.length === 0) return files
  const bare = (name: string): string => name.replace(/\.ya?ml$/, '')
  const all = new Set(files.map(bare))
  return files.filter((file) =>
    names.map(bare).some((name) => (all.has(name) ? bare(file) === name : file.startsWith(name))),
  )
}

function report(io: Io, file: string, { title, failure }: Ended): readonly string[] {
  if (failure === null) return [message(io.messages, 'transcript.passed', { file, title })]
  const { line, expected, got } = failure
  return [
    message(io.messages, 'transcript.failed', { file, title, line }),
    ...expected.split('\n').map((text) => `    - ${text}`),
    ...got.split('\n').map((text) => `    + ${text}`),
  ]
}
