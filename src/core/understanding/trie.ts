import { isGroup, type Sequence } from './phrase.js'
import type { Token } from './token.js'

/** What a phrase says: `tag` is the subject, `value` the answer it gives there ('' when it has none). */
export type Mark = { readonly tag: string; readonly value: string }

/** A phrase found in a message: token indexes, `to` exclusive. */
export type Hit = {
  readonly tag: string
  readonly value: string
  readonly from: number
  readonly to: number
}

/** A state of the automaton all phrases share. Never changed once linked, except the root. */
export type Node = {
  readonly words: Map<string, Node>
  readonly groups: Map<string, Node>
  readonly any: Node | null
  readonly marks: readonly Mark[]
}

const NO_MARKS: readonly Mark[] = []

export function createNode(marks: readonly Mark[] = NO_MARKS): Node {
  return { words: new Map(), groups: new Map(), any: null, marks }
}

/** Adds one phrase. The same phrase with the same tag again takes the newer value (a country's own). */
export function addPhrase(root: Node, sequence: Sequence, mark: Mark): void {
  const start = build(sequence, createNode([mark]))
  for (const [word, next] of start.words) join(root.words, word, next)
  for (const [group, next] of start.groups) join(root.groups, group, next)
}

function build(sequence: Sequence, end: Node): Node {
  return sequence.reduceRight<Node>((next, part) => {
    if (typeof part !== 'string') return part.map((branch) => build(branch, next)).reduce(union)
    if (part === '*') return { ...createNode(), any: next }
    const edge = createNode()
    if (isGroup(part)) edge.groups.set(part.slice(1, -1), next)
    else edge.words.set(part, next)
    return edge
  }, end)
}

function join(edges: Map<string, Node>, key: string, next: Node): void {
  const old = edges.get(key)
  edges.set(key, old === undefined ? next : union(old, next))
}

function union(a: Node, b: Node): Node {
  if (a === b) return a
  const words = new Map(a.words)
  for (const [word, next] of b.words) join(words, word, next)
  const groups = new Map(a.groups)
  for (const [group, next] of b.groups) join(groups, group, next)
  const any = a.any === null || b.any === null ? (a.any ?? b.any) : union(a.any, b.any)
  const older = a.marks.filter((mark) => !b.marks.some((m) => m.tag === mark.tag))
  return { words, groups, any, marks: [...older, ...b.marks] }
}

/** Every phrase that stands in the tokens; of each tag only the longest at each place. */
export function findPhrases(root: Node, tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = []
  for (let i = 0; i < tokens.length; i += 1) walk(root, tokens, i, i, hits, hits.length)
  return hits
}

function walk(
  node: Node,
  tokens: readonly Token[],
  from: number,
  at: number,
  hits: Hit[],
  first: number,
): void {
  for (const mark of node.marks) keepLongest(hits, first, mark, from, at)
  const token = tokens[at]
  if (token === undefined) return
  const next = node.words.get(token.word)
  if (next !== undefined) walk(next, tokens, from, at + 1, hits, first)
  if (token.text !== token.word) {
    const raw = node.words.get(token.text)
    if (raw !== undefined) walk(raw, tokens, from, at + 1, hits, first)
  }
  if (node.groups.size > 0 && token.groups !== null) {
    for (const group of token.groups) {
      const into = node.groups.get(group)
      if (into !== undefined) walk(into, tokens, from, at + 1, hits, first)
    }
  }
  if (node.any !== null && token.kind === 'word') walk(node.any, tokens, from, at + 1, hits, first)
}

function keepLongest(hits: Hit[], first: number, mark: Mark, from: number, to: number): void {
  for (let i = first; i < hits.length; i += 1) {
    const hit = hits[i]
    if (hit === undefined || hit.tag !== mark.tag) continue
    if (hit.to < to) hits[i] = { tag: mark.tag, value: mark.value, from, to }
    return
  }
  hits.push({ tag: mark.tag, value: mark.value, from, to })
}
