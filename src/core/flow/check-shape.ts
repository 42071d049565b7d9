import type { z } from 'zod'
import type { Result } from '../types.js'
import { nearest } from './nearest.js'
import type { Path, Problem, Problems, Source } from './problem.js'

type Issue = z.core.$ZodIssue
type UnionIssue = Extract<Issue, { code: 'invalid_union' }>
type Note = { readonly path: Path; readonly key: string; readonly params: Problem['params'] }

/** Checks a file's data against its shape; every difference becomes a problem with its line. */
export function checkShape<T>(schema: z.ZodType<T>, source: Source): Result<T, Problems> {
  const parsed = schema.safeParse(source.data)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = parsed.error.issues
    .flatMap((issue) => notesOf(issue, [], source.data))
    .map(({ path, key, params }) => ({
      file: source.file,
      line: source.lineOf(path),
      key,
      params,
    }))
  return { ok: false, error: { kind: 'problems', problems } }
}

function notesOf(issue: Issue, above: Path, data: unknown): readonly Note[] {
  const path = [...above, ...issue.path.map(step)]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownName([...path, key], key, issue.message.split(', ')))
    case 'invalid_type':
      return [wrongType(path, issue.expected, valueAt(data, path))]
    case 'invalid_value':
      return [wrongValue(path, issue.values.map(String), valueAt(data, path))]
    case 'invalid_union':
      return unionNotes(issue, path, data)
    case 'invalid_key':
      return [{ path, key: 'flows.bad_id', params: { value: lastOf(path) } }]
    default:
      return [ownNote(path, issue.message, valueAt(data, path))]
  }
}

/** Schemas name the sentence for what zod has no words for. */
function ownNote(path: Path, text: string, value: unknown): Note {
  const key = text.startsWith('flows.') ? text : 'flows.bad_value'
  return { path, key, params: { field: lastOf(path), value: shown(value) } }
}

function wrongType(path: Path, expected: string, value: unknown): Note {
  const field = lastOf(path)
  if (value === undefined) return missing(path)
  return {
    path,
    key: EXPECTED[expected] ?? 'flows.bad_value',
    params: { field, value: shown(value) },
  }
}

const EXPECTED: { readonly [type: string]: string } = {
  string: 'flows.expected_text',
  number: 'flows.expected_number',
  int: 'flows.expected_number',
  boolean: 'flows.expected_yes_no',
  array: 'flows.expected_list',
  object: 'flows.expected_fields',
  record: 'flows.expected_fields',
}

function wrongValue(path: Path, values: readonly string[], value: unknown): Note {
  const field = lastOf(path)
  if (value === undefined) return missing(path)
  const near = nearest(shown(value), values)
  const params = { field, value: shown(value), list: values.join(', ') }
  if (near === null) return { path, key: 'flows.unknown_value', params }
  return { path, key: 'flows.unknown_value_near', params: { ...params, near } }
}

function missing(path: Path): Note {
  return { path, key: 'flows.missing_field', params: { field: lastOf(path) } }
}

function unknownName(path: Path, name: string, known: readonly string[]): Note {
  const near = nearest(name, known)
  const params = { name, list: known.join(', ') }
  if (near === null) return { path, key: 'flows.unknown_field', params }
  return { path, key: 'flows.unknown_field_near', params: { ...params, near } }
}

/** Of several shapes none fits: what is wrong with the one that was most likely meant. */
function unionNotes(issue: UnionIssue, path: Path, data: unknown): readonly Note[] {
  const value = valueAt(data, path)
  if (value === undefined) return [missing(path)]
  const fitting = issue.errors.filter((issues) => !issues.some(isWholeTypeWrong))
  const first = issue.errors[0]?.[0]
  if (fitting.length === 0) return first === undefined ? [] : notesOf(first, path, data)
  const kinds = issue.message.split(', ')
  if (kinds.length > 1 && isFields(value) && !Array.isArray(value)) {
    const kind = kinds.findIndex((name) => name in value)
    if (kind < 0) return [noKind(path, value, kinds)]
    return issue.errors[kind]?.flatMap((part) => notesOf(part, path, data)) ?? []
  }
  const meant = fitting.toSorted((a, b) => a.length - b.length)[0] ?? []
  return meant.flatMap((part) => notesOf(part, path, data))
}

function noKind(path: Path, value: object, kinds: readonly string[]): Note {
  const slip = Object.keys(value).find((name) => nearest(name, kinds) !== null)
  if (slip !== undefined) return unknownName([...path, slip], slip, kinds)
  return { path, key: 'flows.no_kind', params: { list: kinds.join(', ') } }
}

/** A text where a list goes: that shape was not meant at all. */
function isWholeTypeWrong(issue: Issue): boolean {
  if (issue.path.length > 0) return false
  if (issue.code !== 'invalid_union') return issue.code === 'invalid_type'
  return issue.errors.every((issues) => issues.some(isWholeTypeWrong))
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (isFields(value) ? value[String(key)] : undefined),
    data,
  )
}

function isFields(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
}

function step(part: PropertyKey): string | number {
  return typeof part === 'number' ? part : String(part)
}

function lastOf(path: Path): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '')
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
