import type { FlowHash } from '../types.js'
import type { Flow } from './types.js'

/** Open conversations that stand on one version of a flow. */
export type Live = {
  readonly flow: string
  readonly hash: FlowHash
  readonly conversations: number
}

/** Those that end on an older version than the one there is now, or whose flow is gone. */
export function strands(live: readonly Live[], flows: readonly Flow[]): readonly Live[] {
  const current = new Map(flows.map((flow) => [flow.id, flow.hash]))
  return live.filter(
    ({ flow, hash, conversations }) => conversations > 0 && current.get(flow) !== hash,
  )
}
