import type { FlowEdge, FlowGraph } from './draw.js'

/** Where somebody is in a flow. */
export type Standing = {
  readonly current: string | null
  /** Steps known to be behind them, in any order. */
  readonly passed: readonly string[]
}

export type Spine = {
  readonly ids: readonly string[]
  /** Where in it they are; 0 when nobody is anywhere. */
  readonly at: number
}

/**
 * The one line through a flow that a picture shows: the way they came, and on from there the first
 * step of each choice in the order of the graph.
 */
export function spineOf(graph: FlowGraph, standing: Standing): Spine {
  const head = headOf(graph, standing)
  // What is known already is not asked on the way, although the way leads by it.
  const tail = tailOf(graph, head).filter((id) => !standing.passed.includes(id))
  return { ids: [...head, ...tail], at: Math.max(0, head.length - 1) }
}

function headOf(graph: FlowGraph, { current, passed }: Standing): readonly string[] {
  const ids = graph.nodes.map(({ id }) => id)
  const [start] = ids
  if (start === undefined) return []
  if (current === null || !ids.includes(current)) return [start]
  const behind = ids.filter((id) => id !== current && passed.includes(id))
  const way = wayThrough(graph, [start, ...behind, current])
  if (way.at(-1) === current) return way
  // A rule took them there from wherever they were.
  const rule = ids.find((id) => id.startsWith('rule:') && wayTo(graph, id, current) !== null)
  const led = rule === undefined ? [current] : wayThrough(graph, [rule, ...behind, current])
  return [...way.filter((id) => !led.includes(id)), ...led]
}

/** The way through as many of these steps as can be reached one after the other. */
function wayThrough(graph: FlowGraph, stops: readonly string[]): readonly string[] {
  const way: string[] = []
  for (const stop of stops) {
    const from = way.at(-1)
    way.push(...(from === undefined ? [stop] : (wayTo(graph, from, stop)?.slice(1) ?? [])))
  }
  return way
}

/** The shortest way between two steps, both included; null when there is none. */
function wayTo({ edges }: FlowGraph, from: string, to: string): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]])
  const open = [from]
  for (let id = open.shift(); id !== undefined && id !== to; id = open.shift()) {
    for (const edge of edges) {
      if (edge.from !== id || cameFrom.has(edge.to)) continue
      cameFrom.set(edge.to, id)
      open.push(edge.to)
    }
  }
  if (!cameFrom.has(to)) return null
  const way: string[] = []
  for (let id: string | null = to; id !== null; id = cameFrom.get(id) ?? null) way.unshift(id)
  return way
}

function tailOf({ nodes, edges }: FlowGraph, head: readonly string[]): readonly string[] {
  const order = new Map(nodes.map(({ id }, index) => [id, index]))
  const rank = ({ to }: FlowEdge): number => order.get(to) ?? Number.POSITIVE_INFINITY
  const tail: string[] = []
  for (let id = head.at(-1); id !== undefined; id = tail.at(-1)) {
    const from = id
    const [next] = edges
      .filter((edge) => edge.from === from && rank(edge) > (order.get(from) ?? 0))
      .toSorted((a, b) => rank(a) - rank(b))
    if (next === undefined) break
    tail.push(next.to)
  }
  return tail
}
