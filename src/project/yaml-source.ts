import { createHash } from 'node:crypto'
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import type { Path, Problem, Problems, Source } from '../core/flow/problem.js'
import type { FlowHash, Result } from '../core/types.js'

/**
 * The text of a YAML file → its data with the lines they stand on and the hash of what it says
 * (comments and order of fields left out). `file` is the name that problems are reported under.
 */
export function yamlSource(file: string, text: string): Result<Source, Problems> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const problems = syntaxProblems({ file, document, lines, text })
  if (problems.length > 0) return { ok: false, error: { kind: 'problems', problems } }
  const data: unknown = document.toJS()
  const lineOf = (path: Path): number => lines.linePos(offsetOf(document.contents, path)).line
  if (contains(data, new Set())) {
    const problem = { file, line: 1, key: 'flows.yaml_special', params: {} }
    return { ok: false, error: { kind: 'problems', problems: [problem] } }
  }
  return { ok: true, value: { file, data, lineOf, hash: hashOf(data) } }
}

/** Whether something stands inside itself, as an alias can make it. */
function contains(data: unknown, above: ReadonlySet<unknown>): boolean {
  if (typeof data !== 'object' || data === null) return false
  if (above.has(data)) return true
  const here = new Set([...above, data])
  return Object.values(data).some((value) => contains(value, here))
}

/** The first 16 hexadecimal digits of the SHA-256 of the data, fields sorted by name. */
function hashOf(data: unknown): FlowHash {
  const text = JSON.stringify(data, (_, value: unknown) =>
    isFields(value) ? sorted(value) : value,
  )
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex')
    .slice(0, 16) as FlowHash
}

type Parsed = {
  readonly file: string
  readonly document: Document
  readonly lines: LineCounter
  readonly text: string
}

function syntaxProblems({ file, document, lines, text }: Parsed): readonly Problem[] {
  const at = (offset: number, key: string): Problem => {
    return { file, line: lines.linePos(offset).line, key, params: {} }
  }
  const [alias] = strayAliases(document)
  const [error] = document.errors
  // One slip makes a parser complain many times; only the first complaint helps.
  if (error === undefined) return alias === undefined ? [] : [at(alias, 'flows.yaml_special')]
  const open = openQuote(document, text)
  if (open !== null) return [at(open, 'flows.yaml_quote')]
  return [at(error.pos[0], YAML_PROBLEMS[error.code] ?? 'flows.yaml_other')]
}

const YAML_PROBLEMS: { readonly [code: string]: string } = {
  TAB_AS_INDENT: 'flows.yaml_tab',
  DUPLICATE_KEY: 'flows.yaml_repeated',
  BAD_SCALAR_START: 'flows.yaml_special',
  BAD_ALIAS: 'flows.yaml_special',
}

/** Where a quoted text begins that runs over its line or is never closed: a quote left open. */
function openQuote(document: Document, text: string): number | null {
  let open: number | null = null
  visit(document, {
    Scalar: (_, { type, range }) => {
      if ((type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE') || !range) return undefined
      const written = text.slice(range[0], range[1])
      const closed = written.length > 1 && written.endsWith(written.slice(0, 1))
      if (closed && !written.includes('\n')) return undefined
      open = range[0]
      return visit.BREAK
    },
  })
  return open
}

/** `*word*` outside of quotes means something else in YAML. */
function strayAliases(document: Document): readonly number[] {
  const offsets: number[] = []
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document) === undefined) offsets.push(node.range?.[0] ?? 0)
    },
  })
  return offsets
}

function offsetOf(contents: unknown, path: Path): number {
  let node = contents
  let offset = startOf(contents)
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (pair === undefined) return offset
      offset = startOf(pair.key)
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (node === undefined) return offset
      offset = startOf(node)
    } else return offset
  }
  return offset
}

function startOf(node: unknown): number {
  const inside = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)
  return inside ? ((node as Node).range?.[0] ?? 0) : 0
}

function isFields(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(fields: { readonly [key: string]: unknown }): unknown {
  return Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
