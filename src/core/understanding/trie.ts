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
  readonly words: Map<string, Node>
  readonly groups: Map<string, Node>
  any: Node | null
  marks: readonly Mark[]
}

/** An automaton under construction; only nodes of its own are changed, those of phrases are shared. */
export type Trie = { readonly root: Node; readonly owned: Set<Node> }

const NO_MARKS: readonly Mark[] = []

export function createTrie(): Trie {
  const root = createNode()
  return { root, owned: new Set([root]) }
}

function createNode(marks: readonly Mark[] = NO_MARKS): Node {
  return { words: new Map(), groups: new Map(), any: null, marks }
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
    else if (isGroup(part)) edge.groups.set(part.slice(1, -1), next)
    else edge.words.set(part, next)
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
  for (const [word, next] of from.words) {
    into.words.set(word, joined(into.words.get(word), next, owned))
  }
  for (const [group, next] of from.groups) {
    into.groups.set(group, joined(into.groups.get(group), next, owned))
  }
  if (from.any !== null) into.any = joined(into.any ?? undefined, from.any, owned)
  if (from.marks.length === 0) return
  const older = into.marks.filter((mark) => !from.marks.some((m) => m.tag === mark.tag))
  into.marks = [...older, ...from.marks]
}

function joined(old: Node | undefined, next: Node, owned: Set<Node>): Node {
  if (old === undefined || old === next) return next
  if (owned.has(old)) {
    merge(old, next, owned)
    return old
  }
  const { words, groups, any, marks } = old
  const copy = { words: new Map(words), groups: new Map(groups), any, marks }
  owned.add(copy)
  merge(copy, next, owned)
  return copy
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
