import { isGroup, type Sequence } from './phrase.js'

/** What a phrase says: `tag` is the subject, `value` the answer it gives there ('' when it has none). */
export type Mark = { readonly tag: string; readonly value: string }

/** A state of the automaton that all phrases share, while it is being built. */
export type Node = {
  words: Edges
  groups: Edges
  any: Node | null
  marks: readonly Mark[]
}

/** An automaton under construction; only nodes of its own are changed, those of phrases are shared. */
type Trie = { readonly root: Node; readonly owned: Set<Node> }

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
