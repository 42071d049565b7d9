import { type Messages, message, type Params } from '../messages.js'
import type { FlowHash } from '../types.js'

/**
 * Something wrong in a file people write, as data: the edge puts it into words. `line` counts from
 * 1; 0 stands for the whole file.
 */
export type Problem = {
  readonly file: string
  readonly line: number
  readonly key: string
  readonly params: Params
}

export type Problems = { readonly kind: 'problems'; readonly problems: readonly Problem[] }

export type Path = readonly (string | number)[]

/** A file as read, before anybody looked at what it says. */
export type Source = {
  readonly file: string
  readonly data: unknown
  /** The line where the value under this path begins; the nearest line above when there is none. */
  lineOf(path: Path): number
  readonly hash: FlowHash
}

/** `flows/saludo.yaml:8: este mensaje tiene 342 caracteres…` */
export function problemText(messages: Messages, problem: Problem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file
  return `${place}: ${message(messages, problem.key, withOrdinal(messages, problem.params))}`
}

/** By file and then by line, each said once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems
    .filter((problem) => {
      const id = JSON.stringify([problem.file, problem.line, problem.key, problem.params])
      return !seen.has(id) && seen.add(id)
    })
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}

/** The parameter `nth` is a number in the data and a word ("quinta") in the sentence. */
function withOrdinal(messages: Messages, params: Params): Params {
  const { nth } = params
  if (typeof nth !== 'number') return params
  return {
    ...params,
    nth: message(messages, 'flows.ordinal', {}, { treatment: 'usted', turn: nth - 1 }),
  }
}
