import type { Edges, Mark, Node } from './trie.js'

/**
 * An automaton as plain data, its like states told once; `openAutomaton` reads it. Words, groups and
 * marks are told by their place in the lists. `cells` are the states one after the other, in such an
 * order that a state leads only to earlier ones; the last is where it begins. A state is
 * `any, w, word, state, … (w words), g, group, state, … (g groups), m, mark, … (m marks)`, `any` being
 * `NOWHERE` where not every word leads on.
 */
export type Packed = {
  readonly words: readonly string[]
  readonly groups: readonly string[]
  readonly marks: readonly Mark[]
  readonly cells: Uint16Array
}

/** No state has this number. */
export const NOWHERE = 0xffff

/** Tells an automaton so; what leads on in the same way becomes one state. */
export function pack(root: Node): Packed {
  const words = createNumbers<string>(String)
  const groups = createNumbers<string>(String)
  const marks = createNumbers<Mark>(({ tag, value }) => `${tag} ${value}`)
  const states = createNumbers<readonly number[]>((state) => state.join())
  const known = new Map<Node, number>()
  const edges = (of: Edges, keys: typeof words): readonly number[] => {
    const list = entriesOf(of).map(([key, next]) => [keys.of(key), visit(next)])
    return [list.length, ...list.sort(([a = 0], [b = 0]) => a - b).flat()]
  }
  const visit = (node: Node): number => {
    const before = known.get(node)
    if (before !== undefined) return before
    const any = node.any === null ? NOWHERE : visit(node.any)
    const ends = node.marks.map(marks.of).sort((a, b) => a - b)
    const leads = [...edges(node.words, words), ...edges(node.groups, groups)]
    const state = states.of([any, ...leads, ends.length, ...ends])
    known.set(node, state)
    return state
  }
  visit(root)
  const most = Math.max(words.all.length, groups.all.length, marks.all.length, states.all.length)
  if (most > NOWHERE) throw new Error(`an automaton of more than ${NOWHERE} states or words`)
  const cells = Uint16Array.from(states.all.flat())
  return { words: words.all, groups: groups.all, marks: marks.all, cells }
}

function entriesOf(edges: Edges): readonly (readonly [string, Node])[] {
  if (edges === null) return []
  return edges instanceof Map ? [...edges] : [[edges.key, edges.next]]
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
