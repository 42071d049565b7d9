import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { App } from '../app/app.js'
import { type Problem, type Problems, problemText } from '../core/flow/problem.js'
import { strands } from '../core/flow/strands.js'
import { message } from '../core/messages.js'
import type { Result } from '../core/types.js'
import type { Log } from '../log.js'
import { loadProject, type Project } from '../project/load.js'
import { liveVersions } from '../store/flow-versions.js'
import { complain, type Io, printLine } from './io.js'
import { watchFolder } from './watch-folder.js'

type Following = { readonly app: App; readonly io: Io; readonly log: Log }

/**
 * `start --watch`: takes up edits of the flows folder while the bot runs. A broken edit is told and
 * changes nothing. Gives the way to stop.
 */
export function followFlows(app: App, io: Io, log: Log): () => void {
  let [broken, stopped] = [false, false]
  let last = Promise.resolve()
  const stop = watchFolder(app.config.flowsDir, () => {
    // One after the other: the older reading must not come last.
    last = last.then(async () => {
      try {
        const loaded = await loadProject({ flowsDir: app.config.flowsDir, data: app.project })
        // The app may have been closed while the files were read.
        if (!stopped) broken = !takeUp({ app, io, log }, loaded, broken)
      } catch (error) {
        log.error({ error }, 'flows could not be read again')
        complain(io, message(io.messages, 'watch.failed'))
      }
    })
  })
  return () => {
    stopped = true
    stop()
  }
}

/** True when what was read is in force now. */
function takeUp(
  { app, io, log }: Following,
  loaded: Result<Project, Problems>,
  wasBroken: boolean,
): boolean {
  if (!loaded.ok) {
    refuse(loaded.error.problems, io, log)
    return false
  }
  const files = changedFiles(app.project, loaded.value)
  if (files.length > 0) {
    app.reload(loaded.value)
    for (const line of takenLines(app, files, io)) printLine(io, line)
  } else if (wasBroken) printLine(io, message(io.messages, 'watch.mended'))
  return true
}

function refuse(problems: readonly Problem[], io: Io, log: Log): void {
  const { messages } = io
  for (const problem of problems) {
    complain(io, problemText(messages, problem))
    const { file, line, key } = problem
    log.warn({ file, line, kind: key }, 'broken flow edit left aside')
  }
  const n = problems.length
  const all = message(messages, 'flows.problems', { n })
  const them = message(messages, 'flows.them', { n })
  complain(io, message(messages, 'watch.kept', { problems: all, them }))
}

/** Names of the files that say something else than before; of one that is gone too. */
function changedFiles(before: Project, after: Project): readonly string[] {
  const business = isDeepStrictEqual(before.business, after.business) ? [] : ['business.yaml']
  const missing = (these: Project, those: Project): readonly string[] =>
    these.flowSources
      .filter(
        ({ id, hash }) => !those.flowSources.some((one) => one.id === id && one.hash === hash),
      )
      .map(({ file }) => basename(file))
  return [...new Set([...business, ...missing(after, before), ...missing(before, after)])]
}

function takenLines(
  { db, project }: App,
  files: readonly string[],
  { messages }: Io,
): readonly string[] {
  const taken = message(messages, 'watch.taken', { files: files.join(', ') })
  const left = strands(liveVersions(db), project.flows)
  const n = left.reduce((sum, { conversations }) => sum + conversations, 0)
  return n === 0 ? [taken] : [taken, message(messages, 'flows.stranded', { n })]
}
