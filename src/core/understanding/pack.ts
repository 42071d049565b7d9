import type { Edges, Mark, Node } from './trie.js'

/**
 * An automaton as plain data, its like states told once; `openAutomaton` reads it. Words, groups and
 * marks are told by their place in the lists. `cells` are the states one after the other, each in such
 * an order that it leads only to earlier ones; the last is where it begins. A state is
 * `any, w, word, state, … (w words), g, group, state, … (g groups), m, mark, … (m marks)`, `any` being
 * `NOWHERE` where no word whatever leads on, and each cell is one character: see `cellAt`.
 */
export type Packed = {
  readonly words: readonly string[]
  readonly groups: readonly string[]
  readonly marks: readonly Mark[]
  readonly cells: string
}

/** Above it a character would be half of a pair; the last one below it stands for no state. */
const MOST = 0xd800
/** Characters that JSON writes as they are: past the controls, the quotation mark and the backslash. */
const FIRST = 0x5d
export const NOWHERE = MOST - FIRST - 1

/** The number in a cell. */
export function cellAt(cells: string, at: number): number {
  return cells.charCodeAt(at) - FIRST
}

/** Tells an automaton so; what leads on in the same way becomes one state. */
export function pack(root: Node): Packed {
  const words = createNumbers<string>(String)
  const groups = createNumbers<string>(String)
  const marks = createNumbers<Mark>(({ tag, value }) => `${tag} ${value}`)
  const states = createNumbers<string>(String)
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
    const state = states.of(cellsOf([any, ...leads, ends.length, ...ends]))
    known.set(node, state)
    return state
  }
  visit(root)
  return { words: words.all, groups: groups.all, marks: marks.all, cells: states.all.join('') }
}

function cellsOf(numbers: readonly number[]): string {
  const large = numbers.find((number) => number > NOWHERE)
  if (large !== undefined) throw new Error(`an automaton of more than ${NOWHERE} states or words`)
  return numbers.map((number) => String.fromCharCode(number + FIRST)).join('')
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
