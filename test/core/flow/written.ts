import { fileURLToPath } from 'node:url'
import { compileMessages } from '../../../bin/compile-messages.mjs'
import { parseBusiness } from '../../../src/core/business/parse.js'
import { checkFlows } from '../../../src/core/flow/check.js'
import { readFlow } from '../../../src/core/flow/parse.js'
import { type Problem, problemText, sortProblems } from '../../../src/core/flow/problem.js'
import type { Flow } from '../../../src/core/flow/types.js'
import type { Messages } from '../../../src/core/messages.js'
import { yamlSource } from '../../../src/project/yaml-source.js'

export const MESSAGES: Messages = compileMessages(
  fileURLToPath(new URL('../../../data/messages', import.meta.url)),
  'es',
)

/** Everything wrong in one flow file as people read it, the name of the file left out. */
export function complaints(yaml: string): readonly string[] {
  return inWords(problemsIn(yaml))
}

/** The same for a business file. */
export function businessComplaints(
  yaml: string,
  flowIds: readonly string[] = [],
): readonly string[] {
  const source = yamlSource('business.yaml', yaml)
  if (!source.ok) return inWords(source.error.problems)
  const parsed = parseBusiness(source.value)
  if (!parsed.ok) return inWords(parsed.error.problems)
  const business = { value: parsed.value, source: source.value }
  return inWords(checkFlows({ files: [], business, flowIds }))
}

/** A flow known to be well formed. */
export function flowOf(yaml: string): Flow {
  const source = yamlSource('flow.yaml', yaml)
  if (!source.ok) throw new Error(inWords(source.error.problems).join('\n'))
  const { flow, problems } = readFlow(source.value)
  if (flow === null || problems.length > 0) throw new Error(inWords(problems).join('\n'))
  return flow
}

function problemsIn(yaml: string): readonly Problem[] {
  const source = yamlSource('flow.yaml', yaml)
  if (!source.ok) return source.error.problems
  const { flow, whole, problems } = readFlow(source.value)
  if (flow === null) return problems
  const files = [{ flow, source: source.value, whole }]
  return [...problems, ...checkFlows({ files, business: null, flowIds: [flow.id] })]
}

function inWords(problems: readonly Problem[]): readonly string[] {
  return sortProblems(problems).map((problem) =>
    problemText(MESSAGES, problem).replace(/^(flow|business)\.yaml:/, ''),
  )
}
