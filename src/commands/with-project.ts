import type { Config } from '../config.js'
import { loadProject, type Project } from '../project/load.js'
import { problemLines } from './flows.js'
import { complain, type ExitCode, type Io } from './io.js'

/** Runs `action` with what stands in the flows folder, or says everything that is wrong there. */
export async function withProject(
  { flowsDir }: Pick<Config, 'flowsDir'>,
  io: Io,
  action: (project: Project) => Promise<ExitCode>,
): Promise<ExitCode> {
  const loaded = await loadProject({ flowsDir })
  if (loaded.ok) return action(loaded.value)
  for (const line of problemLines(io.messages, loaded.error.problems)) complain(io, line)
  return 2
}
