import { parseBusiness } from '../core/business/parse.js'
import { checkFlows, type FlowFile } from '../core/flow/check.js'
import { readFlow } from '../core/flow/parse.js'
import { type Problem, type Problems, type Source, sortProblems } from '../core/flow/problem.js'
import type { Result } from '../core/types.js'
import type { FlowFileText, Written } from './load.js'
import { yamlSource } from './yaml-source.js'

/**
 * The texts of a flows folder → what they say, checked, or every problem of every file at once.
 * `businessFile` is the name of the one that describes the business, `unread` what is wrong with
 * files that have no text.
 */
export function readFlows(
  texts: readonly FlowFileText[],
  businessFile: string,
  unread: readonly Problem[] = [],
): Result<Written, Problems> {
  const isThere = [...texts, ...unread].some(({ file }) => file === businessFile)
  const absent = isThere ? [] : [wholeFile(businessFile, 'flows.no_file')]
  return gather(
    texts.map(({ file, text }) => yamlSource(file, text)),
    businessFile,
    { absent, unread },
  )
}

export function noFolder(name: string): Result<never, Problems> {
  return failed([wholeFile(name, 'flows.no_folder')])
}

function gather(
  read: readonly Result<Source, Problems>[],
  businessFile: string,
  { absent, unread }: { readonly absent: readonly Problem[]; readonly unread: readonly Problem[] },
): Result<Written, Problems> {
  const problems: Problem[] = [...absent, ...unread]
  const keep = <T>(result: Result<T, Problems>): readonly T[] => {
    if (result.ok) return [result.value]
    problems.push(...result.error.problems)
    return []
  }
  const sources = read.flatMap(keep)
  const [business = null] = sources
    .filter(({ file }) => file === businessFile)
    .flatMap((source) => keep(parseBusiness(source)).map((value) => ({ value, source })))
  const others = sources.filter(({ file }) => file !== businessFile)
  const files = others.flatMap((source): readonly FlowFile[] => {
    const { flow, whole, problems: found } = readFlow(source)
    problems.push(...found)
    return flow === null ? [] : [{ flow, source, whole }]
  })
  const whole = sources.length === read.length && unread.length === 0
  const flowIds = whole ? others.flatMap(({ data }) => idOf(data)) : null
  problems.push(...checkFlows({ files, business, flowIds }))
  if (problems.length > 0 || business === null) return failed(problems)
  const flows = files.map(({ flow }) => flow)
  const flowSources = files.map(({ flow: { id, hash }, source: { file } }) => ({ id, hash, file }))
  return { ok: true, value: { business: business.value, flows, flowSources } }
}

/** A file with problems still counts as the flow it says it is. */
function idOf(data: unknown): readonly string[] {
  const named = typeof data === 'object' && data !== null && 'id' in data
  return named && typeof data.id === 'string' ? [data.id] : []
}

function wholeFile(file: string, key: string): Problem {
  return { file, line: 0, key, params: {} }
}

function failed(problems: readonly Problem[]): Result<never, Problems> {
  return { ok: false, error: { kind: 'problems', problems: sortProblems(problems) } }
}
