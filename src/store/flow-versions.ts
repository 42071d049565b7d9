import type { Flow } from '../core/flow/types.js'
import type { FlowHash, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

type LiveVersion = {
  readonly hash: FlowHash
  readonly flow: string
  readonly conversations: number
}

/**
 * Keeps a parsed flow under its hash, so that conversations which began with it can end with it.
 * The same hash again changes nothing.
 */
export function keepFlowVersion(db: Database, flow: Flow, at: Iso): void {
  const { hash, id, title } = flow
  insert(db).run({ hash, id, title, source: toJson(flow), at })
}

export function flowVersion(db: Database, hash: FlowHash): Flow | null {
  const row = find(db).get({ hash })
  return row === undefined ? null : { ...BEFORE, ...parseJson<Flow>(row.source) }
}

/** What versions kept long ago do not say of themselves. */
const BEFORE: Pick<Flow, 'slotWords'> = { slotWords: {} }

/** The versions that conversations not at rest stand on, with how many stand there. */
export function liveVersions(db: Database): readonly LiveVersion[] {
  return selectLive(db).all({})
}

const insert = statement<{
  hash: FlowHash
  id: string
  title: string
  source: string
  at: Iso
}>()((query, arg) =>
  query
    .insertInto('flow_versions')
    .values({
      hash: arg('hash'),
      id: arg('id'),
      title: arg('title'),
      source: arg('source'),
      first_seen_at: arg('at'),
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const find = statement<{ hash: FlowHash }>()((query, arg) =>
  query.selectFrom('flow_versions').select('source').where('hash', '=', arg('hash')),
)

const selectLive = statement()((query) =>
  query
    .selectFrom('conversations')
    .select(['flow_hash as hash', 'flow_id as flow'])
    .select((row) => row.fn.countAll<number>().as('conversations'))
    .where('status', '<>', 'resting')
    .groupBy(['flow_hash', 'flow_id'])
    .orderBy('conversations', 'desc')
    .orderBy('flow_hash'),
)
