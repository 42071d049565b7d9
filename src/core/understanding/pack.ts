import type { Edges, Mark, Node } from './trie.js'

/**
 * An automaton as plain data, its like states told once. `states` are in such an order that a state
 * leads only to earlier ones; the last is where it begins. Each is
 * `[any, w, key, state, … (w words), g, key, state, … (g groups), mark, …]`, `any` -1 where it leads
 * nowhere; `keys` and `marks` are told by their place.
 */
export type Packed = {
  readonly keys: readonly string[]
  readonly marks: readonly Mark[]
  readonly states: readonly (readonly number[])[]
}

/** Tells an automaton so; what leads on in the same way becomes one state. */
export function pack(root: Node): Packed {
  const keys = createNumbers<string>(String)
  const marks = createNumbers<Mark>(({ tag, value }) => `${tag} ${value}`)
  const states = createNumbers<readonly number[]>((state) => state.join())
  const known = new Map<Node, number>()
  const edges = (of: Edges): readonly number[] => {
    const list = entriesOf(of).map(([key, next]) => [keys.of(key), visit(next)])
    return [list.length, ...list.sort(([a = 0], [b = 0]) => a - b).flat()]
  }
  const visit = (node: Node): number => {
    const before = known.get(node)
    if (before !== undefined) return before
    const any = node.any === null ? -1 : visit(node.any)
    const ends = node.marks.map(marks.of).sort((a, b) => a - b)
    const state = states.of([any, ...edges(node.words), ...edges(node.groups), ...ends])
    known.set(node, state)
    return state
  }
  visit(root)
  return { keys: keys.all, marks: marks.all, states: states.all }
}

/** The automaton itself: its first state. */
export function unpack({ keys, marks, states }: Packed): Node {
  const nodes: Node[] = []
  const key = (at: number): string => keys[at] ?? ''
  for (const state of states) {
    const node: Node = { words: null, groups: null, any: nodes[state[0] ?? -1] ?? null, marks: [] }
    let at = 1
    const edges = (): Edges => {
      const end = at + 1 + 2 * (state[at] ?? 0)
      const list: [string, Node][] = []
      for (at += 1; at < end; at += 2) {
        const next = nodes[state[at + 1] ?? -1]
        if (next !== undefined) list.push([key(state[at] ?? -1), next])
      }
      return edgesOf(list)
    }
    node.words = edges()
    node.groups = edges()
    node.marks = state.slice(at).flatMap((mark) => marks[mark] ?? [])
    nodes.push(node)
  }
  const root = nodes.at(-1)
  if (root === undefined) throw new Error('an automaton without states')
  return root
}

function entriesOf(edges: Edges): readonly (readonly [string, Node])[] {
  if (edges === null) return []
  return edges instanceof Map ? [...edges] : [[edges.key, edges.next]]
}

function edgesOf(list: readonly [string, Node][]): Edges {
  const [first] = list
  if (first === undefined) return null
  return list.length === 1 ? { key: first[0], next: first[1] } : new Map(list)
}

/** Numbers values in the order they come, like ones alike. */
function createNumbers<T>(textOf: (value: T) => string) {
  const numbers = new Map<string, number>()
  const all: T[] = []
  return {
    all,
    of: (value: T): number => {
      const text = textOf(value)
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, all.length)
      return all.push(value) - 1
    },
  }
}
