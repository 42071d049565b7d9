import { lstatSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Business } from '../core/business/types.js'
import type { Problem, Problems } from '../core/flow/problem.js'
import type { Flow, Where } from '../core/flow/types.js'
import type { FlowHash, Result } from '../core/types.js'
import { type CompiledData, loadCompiledData } from './compiled-data.js'
import { keepFlows, keptFlows } from './flow-cache.js'

type FlowSource = {
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

type LoadOptions = {
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
  return flows.ok ? { ok: true, value: { ...data, ...flows.value } } : flows
}

export type Written = Pick<Project, 'business' | 'flows' | 'flowSources'>

/** One file of the flows folder, under the name that its problems are reported by. */
export type FlowFileText = { readonly file: string; readonly text: string }

/** The part of the project that stands in the flows folder. */
export async function loadFlows(flowsDir: string): Promise<Result<Written, Problems>> {
  const folder = await readFolder(flowsDir)
  const kept = folder === null || folder.bad.length > 0 ? null : await keptFlows(folder.texts)
  if (kept !== null) return { ok: true, value: kept }
  // Loaded only now: reading YAML and checking it takes more code than the rest of a start.
  const { noFolder, readFlows } = await import('./read-flows.js')
  if (folder === null) return noFolder(nameOf(flowsDir))
  const { texts, bad } = folder
  const read = readFlows(texts, nameOf(join(flowsDir, 'business.yaml')), bad)
  if (read.ok) await keepFlows(texts, read.value)
  return read
}

type Folder = { readonly texts: readonly FlowFileText[]; readonly bad: readonly Problem[] }

/** The YAML files of a folder, and those that cannot be read; null when there is no such folder. */
async function readFolder(flowsDir: string): Promise<Folder | null> {
  const paths = namesIn(flowsDir)?.map((name) => join(flowsDir, name))
  if (paths === undefined) return null
  const read = await Promise.all(paths.map(readText))
  return {
    texts: read.flatMap((each) => ('text' in each ? [each] : [])),
    bad: read.flatMap((each) => ('text' in each ? [] : [each])),
  }
}

function namesIn(flowsDir: string): readonly string[] | undefined {
  try {
    return readdirSync(flowsDir, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name))
      .map((entry) => entry.name)
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

async function readText(path: string): Promise<FlowFileText | Problem> {
  const file = nameOf(path)
  try {
    return { file, text: await readFile(path, 'utf8') }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
    const key = isLink && error.code === 'ENOENT' ? 'flows.unreadable_link' : 'flows.unreadable'
    return { file, line: 0, key, params: {} }
  }
}

/** Below the working folder as people type it, elsewhere in full. */
function nameOf(path: string): string {
  const name = relative(process.cwd(), path)
  return name.startsWith('..') ? path : name
}
