import type { Flow } from './core/flow/types.js'
import type { FlowHash, Iso } from './core/types.js'
import type { Database } from './store/database.js'
import { flowVersion, keepFlowVersion } from './store/flow-versions.js'

/**
 * Finds flows by id in their newest version, or in the one a conversation began with. Today's
 * versions are kept in the database, so that conversations outlive an edit of their files. A version
 * that is gone falls back to the newest.
 */
export function createFlowShelf(
  db: Database,
  flows: readonly Flow[],
  at: Iso,
): (id: string, hash: FlowHash | null) => Flow {
  const newest = new Map(flows.map((flow) => [flow.id, flow]))
  const byHash = new Map(flows.map((flow) => [flow.hash, flow]))
  for (const flow of flows) keepFlowVersion(db, flow, at)
  return (id, hash) => {
    const kept =
      hash === null ? undefined : (byHash.get(hash) ?? flowVersion(db, hash) ?? undefined)
    if (kept !== undefined) byHash.set(kept.hash, kept)
    const flow = kept ?? newest.get(id)
    if (flow === undefined)
      throw new Error(`flow "${id}" does not exist: the check must refuse this`)
    return flow
  }
}
