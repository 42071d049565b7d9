import { statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type CompiledData, loadCompiledData } from './compiled-data.js'
import { parseBusiness } from './core/business/parse.js'
import type { Business } from './core/business/types.js'
import { checkFlows, type FlowFile } from './core/flow/check.js'
import { readFlow } from './core/flow/parse.js'
import { type Problem, type Problems, type Source, sortProblems } from './core/flow/problem.js'
import type { Flow, Where } from './core/flow/types.js'
import type { FlowHash, Result } from './core/types.js'
import { yamlSource } from './yaml-source.js'

export type FlowSource = {
  readonly id: string
  readonly hash: FlowHash
  readonly file: Where['file']
}

/** Everything people wrote for the bot, checked: what it sells, how it talks, what it may say. */
export type Project = CompiledData & {
  readonly business: Business
  /** Flows by file name; the version each has now is its hash. */
  readonly flows: readonly Flow[]
  readonly flowSources: readonly FlowSource[]
}

export type LoadOptions = {
  readonly flowsDir: string
  /** Compiled data read before, so that a reload touches only the flows. */
  readonly data?: CompiledData
}

/**
 * Reads `business.yaml` and every other `*.yaml` of the folder (not of folders in it). Answers with
 * every problem of every file at once; throws only when the compiled data are unusable.
 */
export async function loadProject(options: LoadOptions): Promise<Result<Project, Problems>> {
  const [flows, data] = await Promise.all([
    loadFlows(options.flowsDir),
    options.data ?? loadCompiledData(),
  ])
  return flows.ok ? { ok: true, value: { ...flows.value, ...data } } : flows
}

export type Written = Pick<Project, 'business' | 'flows' | 'flowSources'>

/** The part of the project that stands in the flows folder. */
export async function loadFlows(flowsDir: string): Promise<Result<Written, Problems>> {
  if (!statSync(flowsDir, { throwIfNoEntry: false })?.isDirectory()) {
    return failed([wholeFile(nameOf(flowsDir), 'flows.no_folder')])
  }
  const names = (await readdir(flowsDir, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name))
    .map((entry) => entry.name)
    .toSorted()
  const path = join(flowsDir, 'business.yaml')
  const absent = names.includes('business.yaml') ? [] : [wholeFile(nameOf(path), 'flows.no_file')]
  const sources = await Promise.all(names.map((name) => readSource(join(flowsDir, name))))
  return gather(sources, nameOf(path), absent)
}

function gather(
  read: readonly Result<Source, Problems>[],
  businessFile: string,
  absent: readonly Problem[],
): Result<Written, Problems> {
  const problems: Problem[] = [...absent]
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
  const flowIds = sources.length === read.length ? others.flatMap(({ data }) => idOf(data)) : null
  problems.push(...checkFlows({ files, business, flowIds }))
  if (problems.length > 0 || business === null) return failed(problems)
  const flows = files.map(({ flow }) => flow)
  const flowSources = files.map(({ flow: { id, hash }, source: { file } }) => ({ id, hash, file }))
  return { ok: true, value: { business: business.value, flows, flowSources } }
}

async function readSource(path: string): Promise<Result<Source, Problems>> {
  return yamlSource(nameOf(path), await readFile(path, 'utf8'))
}

/** Below the working folder as people type it, elsewhere in full. */
function nameOf(path: string): string {
  const name = relative(process.cwd(), path)
  return name.startsWith('..') ? path : name
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
