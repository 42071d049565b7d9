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

/** A state of the automaton that all phrases share. */
export type Node = {
  words: Edges
  groups: Edges
  any: Node | null
  marks: readonly Mark[]
}

/** An automaton under construction; only nodes of its own are changed, those of phrases are shared. */
export type Trie = { readonly root: Node; readonly owned: Set<Node> }

const NO_MARKS: readonly Mark[] = []
/** Most states lead on by one word only: a table for each would cost more than all the rest. */
export type Edges = Edge | Map<string, Node> | null
type Edge = { readonly key: string; readonly next: Node }

export function createTrie(): Trie {
  const root = createNode()
  return { root, owned: new Set([root]) }
}

function createNode(marks: readonly Mark[] = NO_MARKS): Node {
  return { words: null, groups: null, any: null, marks }
}

/** Adds one phrase. The same phrase with the same tag again takes the newer value (a country's own). */
export function addPhrase({ root, owned }: Trie, sequence: Sequence, mark: Mark): void {
  merge(root, build(sequence, createNode([mark])), owned)
}

function build(sequence: Sequence, end: Node): Node {
  return sequence.reduceRight<Node>((next, part) => {
    if (typeof part !== 'string') return alternatives(part, next)
    const edge = createNode()
    if (part === '*') edge.any = next
    else if (isGroup(part)) edge.groups = { key: part.slice(1, -1), next }
    else edge.words = { key: part, next }
    return edge
  }, end)
}

function alternatives(branches: readonly Sequence[], next: Node): Node {
  const start = createNode()
  const owned = new Set([start])
  for (const branch of branches) merge(start, build(branch, next), owned)
  return start
}

/** Adds all paths of `from` to `into`, copying what others may share. */
function merge(into: Node, from: Node, owned: Set<Node>): void {
  into.words = mergeEdges(into.words, from.words, owned)
  into.groups = mergeEdges(into.groups, from.groups, owned)
  if (from.any !== null) into.any = joined(into.any ?? undefined, from.any, owned)
  if (from.marks.length === 0) return
  const older = into.marks.filter((mark) => !from.marks.some((m) => m.tag === mark.tag))
  into.marks = [...older, ...from.marks]
}

function mergeEdges(into: Edges, from: Edges, owned: Set<Node>): Edges {
  if (from === null) return into
  if (!(from instanceof Map)) return withEdge(into, from.key, from.next, owned)
  let edges = into
  for (const [key, next] of from) edges = withEdge(edges, key, next, owned)
  return edges
}

function withEdge(edges: Edges, key: string, next: Node, owned: Set<Node>): Edges {
  if (edges === null) return { key, next }
  if (edges instanceof Map) return edges.set(key, joined(edges.get(key), next, owned))
  if (edges.key === key) return { key, next: joined(edges.next, next, owned) }
  return new Map<string, Node>().set(edges.key, edges.next).set(key, next)
}

function follow(edges: Edges, key: string): Node | undefined {
  if (edges === null) return undefined
  if (edges instanceof Map) return edges.get(key)
  return edges.key === key ? edges.next : undefined
}

function joined(old: Node | undefined, next: Node, owned: Set<Node>): Node {
  if (old === undefined || old === next) return next
  if (owned.has(old)) {
    merge(old, next, owned)
    return old
  }
  const { words, groups, any, marks } = old
  const copy = { words: copyOf(words), groups: copyOf(groups), any, marks }
  owned.add(copy)
  merge(copy, next, owned)
  return copy
}

function copyOf(edges: Edges): Edges {
  return edges instanceof Map ? new Map(edges) : edges
}

/**
 * Every phrase that stands in the tokens; of each tag only the longest at each place, of the first root
 * that has it.
 */
export function findPhrases(roots: readonly Node[], tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const first = hits.length
    for (const root of roots) walk(root, tokens, i, i, hits, first)
  }
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
  const next = follow(node.words, token.word)
  if (next !== undefined) walk(next, tokens, from, at + 1, hits, first)
  if (token.text !== token.word) {
    const raw = follow(node.words, token.text)
    if (raw !== undefined) walk(raw, tokens, from, at + 1, hits, first)
  }
  if (node.groups !== null && token.groups !== null) {
    for (const group of token.groups) {
      const into = follow(node.groups, group)
      if (into !== undefined) walk(into, tokens, from, at + 1, hits, first)
    }
  }
  if (node.any !== null && token.kind !== 'mark') walk(node.any, tokens, from, at + 1, hits, first)
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
