import { isAbsolute, join, relative, resolve } from 'node:path'
import type { App } from '../app/app.js'
import { message } from '../core/messages.js'
import type { Result } from '../core/types.js'
import type { Log } from '../log.js'
import { loadFlows, type Project } from '../project/load.js'
import type { NotSaved, SavedTest } from '../web/deps.js'
import { type Recorded, record } from './record.js'
import { type Failure, runTranscript } from './run.js'
import { slugOf, testText, writeTest } from './test-file.js'
import type { Transcript } from './transcript.js'

type Wanted = { readonly phone: string; readonly name: string | null }

/**
 * Writes the conversation of a prospect's phone into `tests/` of the flows folder, once a throw-away
 * app has played it from the beginning and nothing came out differently.
 */
export async function saveAsTest(
  app: App,
  log: Log,
  { phone, name }: Wanted,
): Promise<Result<SavedTest, NotSaved>> {
  // What is still on its way belongs to it.
  await app.settle()
  const usual = message(app.project.messages, 'transcript.title', { phone: phone.slice(-4) })
  const recorded = record(app, phone, name ?? usual)
  if (!recorded.ok) return recorded
  const passed = await firstThatPasses(recorded.value, app, log)
  if (!passed.ok) return passed
  return write(app, passed.value, slugOf(name ?? '') || slugOf(usual))
}

/** Plays each with the flows as `flows test` will find them: they may have been edited meanwhile. */
async function firstThatPasses(
  { scripts, thought }: Recorded,
  app: App,
  log: Log,
): Promise<Result<Transcript, NotSaved>> {
  const project = await projectOnDisk(app)
  let furthest: Failure | null = null
  for (const script of scripts) {
    const failure = await runTranscript(script, project, app.config, log)
    if (failure === null) return { ok: true, value: script }
    if (furthest === null || failure.line > furthest.line) furthest = failure
  }
  if (thought || furthest === null) return { ok: false, error: { kind: 'model' } }
  return { ok: false, error: { kind: 'differs', ...furthest } }
}

async function projectOnDisk({ project, config }: App): Promise<Project> {
  const loaded = await loadFlows(config.flowsDir)
  return loaded.ok ? { ...project, ...loaded.value } : project
}

function write(
  { config, project }: App,
  script: Transcript,
  slug: string,
): Result<SavedTest, NotSaved> {
  const folder = join(config.flowsDir, 'tests')
  const text = testText(script, message(project.messages, 'transcript.note'))
  try {
    const name = writeTest(folder, slug, text)
    const file = shown(join(folder, `${name}.yaml`))
    return { ok: true, value: { file, command: commandFor(name, config.flowsDir) } }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { ok: false, error: { kind: 'unwritable', folder: shown(folder) } }
  }
}

function commandFor(name: string, flowsDir: string): string {
  const elsewhere = flowsDir === resolve('flows') ? '' : `FLOWS_DIR=${shown(flowsDir)} `
  return `${elsewhere}npm run -s porquesi -- flows test ${name}`
}

/** Below the working folder as people type it, elsewhere in full. */
function shown(path: string): string {
  const name = relative(process.cwd(), path)
  return name.startsWith('..') || isAbsolute(name) ? path : name
}
