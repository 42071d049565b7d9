import { type Messages, message } from '../messages.js'
import { type FlowGraph, type FlowNode, type NodeKind, OR } from './draw.js'
import { type Placed, placeRows } from './place-rows.js'
import { type Spine, type Standing, spineOf } from './spine.js'

export type Point = readonly [x: number, y: number]

/** A box of the picture, in its own units: about a pixel of a text 12 high. */
export type Box = {
  readonly id: string
  readonly kind: NodeKind
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** As much of the label as fits. */
  readonly text: string
  readonly label: string
  readonly state: 'passed' | 'current' | 'ahead'
  /** `step`: on the line; `side`: where a choice leads away from it; `more`: steps left out. */
  readonly role: 'step' | 'side' | 'more'
}

export type Line = {
  readonly points: readonly Point[]
  /** When this way is taken, and where that is written. */
  readonly label: { readonly text: string; readonly at: Point } | null
  readonly state: 'passed' | 'ahead'
  readonly side: boolean
}

export type Picture = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

/** The same twice: the second one for where the first would have to shrink. */
export type Layout = Picture & { readonly narrow: Picture }

type LayoutOptions = {
  readonly width: number
  /** As high as it may be: what is far from where they are is left out and counted. Null: all of it. */
  readonly maxHeight: number | null
  readonly standing: Standing
}

/** What stands on the line before it has a place: a step, or how many were left out. */
export type Item = {
  readonly node: FlowNode
  readonly state: Box['state']
  readonly role: 'step' | 'more'
  /** What is written on the way from the one before. */
  readonly arrival: string | null
  readonly sides: readonly Side[]
}

export type Side = { readonly node: FlowNode; readonly label: string | null }

/** In units of the picture, as wide as a phone's screen leaves free. */
const NARROW = 310
/** On a phone the picture is scrolled to, and may be higher. */
const NARROW_MOST = 300

/**
 * A graph laid out in rows that wrap at `width`: one line of steps, and beside each choice that is
 * not behind them yet the steps it may lead to instead.
 */
export function layoutOf(graph: FlowGraph, messages: Messages, options: LayoutOptions): Layout {
  const { maxHeight } = options
  const narrow = {
    ...options,
    width: Math.min(NARROW, options.width),
    maxHeight: maxHeight === null ? null : Math.max(maxHeight, NARROW_MOST),
  }
  const wide = pictureOf(graph, messages, options)
  return { ...wide, narrow: pictureOf(graph, messages, narrow) }
}

function pictureOf(graph: FlowGraph, messages: Messages, options: LayoutOptions): Picture {
  const spine = foldedSpine(graph, spineOf(graph, options.standing))
  const items = itemsOf(graph, spine, messages, options.standing)
  const { maxHeight, width } = options
  const tooHigh = ({ height }: Placed): boolean => maxHeight !== null && height > maxHeight
  let placed = place({ items, from: 0, to: items.length }, width, messages)
  // First the choices far ahead lose what stands beside them, then the nearest keeps one other way.
  for (const [choices, most] of SLIMMER) {
    if (!tooHigh(placed)) return { width, ...placed }
    const slimmer = withSides(items, choices, most)
    placed = place({ items: slimmer, from: 0, to: items.length }, width, messages)
  }
  let [from, to] = [0, items.length]
  while (tooHigh(placed) && to - from > 1) {
    // The end farther from where they are goes first.
    if (spine.at - from > to - 1 - spine.at) from += 1
    else to -= 1
    placed = place({ items: withSides(items, 0, 0), from, to }, width, messages)
  }
  return { width, ...placed }
}

/** How many choices keep their other ways, and how many each, in the order in which room is made. */
const SLIMMER = [
  [2, 9],
  [1, 9],
  [1, 1],
  [0, 0],
] as const

/** Only the first so many choices keep what stands beside them: the last ways, as "no" is. */
function withSides(items: readonly Item[], choices: number, most: number): readonly Item[] {
  const kept = items.filter(({ sides }) => sides.length > 0).slice(0, choices)
  return items.map((item) => ({
    ...item,
    sides: kept.includes(item) ? item.sides.slice(-most) : [],
  }))
}

/**
 * The line without what only works something out: a choice that leads on to a question, what is done
 * without a word, and the end after the last word. Where they are stays, whatever it is.
 */
function foldedSpine({ nodes }: FlowGraph, { ids, at }: Spine): Spine {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]))
  const here = ids[at]
  const shown = ids.filter((id, index) => {
    if (id === here || index === 0) return true
    if (kinds.get(id) === 'do') return false
    if (kinds.get(id) === 'end')
      return !ids.slice(1, index).some((before) => kinds.get(before) === 'say')
    const next = ids[index + 1]
    if (kinds.get(id) !== 'branch' || next === undefined) return true
    return !['ask', 'branch'].includes(kinds.get(next) ?? '')
  })
  return { ids: shown, at: here === undefined ? 0 : Math.max(0, shown.indexOf(here)) }
}

type Part = { readonly items: readonly Item[]; readonly from: number; readonly to: number }

function place({ items, from, to }: Part, width: number, messages: Messages): Placed {
  const more = (n: number, id: string, state: Box['state']): readonly Item[] => {
    if (n === 0) return []
    const label = message(messages, 'flows.draw.more', { n })
    const node: FlowNode = { id, kind: 'say', label }
    return [{ node, state, role: 'more', arrival: null, sides: [] }]
  }
  const shown = items.slice(from, to)
  const before = more(from, 'more:before', 'passed')
  return placeRows([...before, ...shown, ...more(items.length - to, 'more:after', 'ahead')], width)
}

function itemsOf(
  graph: FlowGraph,
  spine: Spine,
  messages: Messages,
  { current }: Standing,
): readonly Item[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  return spine.ids.flatMap((id, index) => {
    const node = nodes.get(id)
    if (node === undefined) return []
    const previous = spine.ids[index - 1]
    const way = graph.edges.find((edge) => edge.from === previous && edge.to === id)
    const state = current === null ? 'ahead' : stateAt(index, spine.at)
    const forks = state !== 'passed' && node.kind === 'branch'
    const sides = forks ? sidesOf(graph, spine, index, messages) : []
    return [{ node, state, role: 'step' as const, arrival: firstReason(way?.label), sides }]
  })
}

/** One reason is enough to read a picture by. */
function firstReason(label: string | null | undefined): string | null {
  return label?.split(OR)[0] ?? null
}

function stateAt(index: number, at: number): Box['state'] {
  if (index === at) return 'current'
  return index < at ? 'passed' : 'ahead'
}

/** Where else a step may lead. A step that the line has too is named as the place to go to. */
function sidesOf(
  { nodes, edges }: FlowGraph,
  { ids }: Spine,
  index: number,
  messages: Messages,
): readonly Side[] {
  const ways = edges.filter(({ from, to }) => from === ids[index] && to !== ids[index + 1])
  return ways.flatMap(({ to, label }) => {
    const node = nodes.find(({ id }) => id === to)
    if (node === undefined) return []
    const at = ids.indexOf(to)
    if (at < 0) return [{ node, label: firstReason(label) }]
    const key = at <= index ? 'flows.draw.back_to' : 'flows.draw.on_to'
    return [
      {
        node: { ...node, label: message(messages, key, { step: node.label }) },
        label: firstReason(label),
      },
    ]
  })
}
