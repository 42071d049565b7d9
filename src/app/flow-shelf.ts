import type { Flow } from '../core/flow/types.js'
import type { FlowHash, Iso } from '../core/types.js'
import { flowVersion, keepFlowVersion } from '../store/flow-versions.js'
import type { Database } from '../store/sqlite/database.js'

export type FlowShelf = {
  /** A flow by id in its newest version, or in the one a conversation began with. */
  find(id: string, hash: FlowHash | null): Flow
  /** Puts today's versions in front. Who began with another goes on with that one. */
  take(flows: readonly Flow[], at: Iso): void
}

/**
 * Today's versions are kept in the database, so that conversations outlive an edit of their files. A
 * version that is gone falls back to the newest.
 */
export function createFlowShelf(db: Database, flows: readonly Flow[], at: Iso): FlowShelf {
  const newest = new Map<string, Flow>()
  const byHash = new Map<FlowHash, Flow>()
  const take: FlowShelf['take'] = (fresh, now) => {
    for (const flow of fresh) {
      newest.set(flow.id, flow)
      byHash.set(flow.hash, flow)
      keepFlowVersion(db, flow, now)
    }
  }
  take(flows, at)
  const version = (hash: FlowHash): Flow | undefined => {
    const known = byHash.get(hash)
    if (known !== undefined) return known
    const kept = flowVersion(db, hash) ?? undefined
    if (kept !== undefined) byHash.set(hash, kept)
    return kept
  }
  return {
    take,
    find: (id, hash) => {
      const flow = (hash === null ? undefined : version(hash)) ?? newest.get(id)
      if (flow === undefined)
        throw new Error(`flow "${id}" does not exist: the check must refuse this`)
      return flow
    },
  }
}
