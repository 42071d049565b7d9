import type { Actor, ContactId, Iso, MessageId, Stage } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

export type StageChange = {
  readonly contactId: ContactId
  readonly from: Stage | null
  readonly to: Stage
  readonly reason: string
  /** The message that proves it. */
  readonly evidence: MessageId | null
  readonly actor: Actor
  readonly at: Iso
}

/** Appends: an undone change is another change, back. */
export function addStageChange(db: Database, change: StageChange): void {
  insert(db).run({
    contactId: change.contactId,
    from: change.from,
    to: change.to,
    reason: change.reason,
    evidence: change.evidence,
    actor: toJson(change.actor),
    at: change.at,
  })
}

/** Every change of one contact, in order. */
export function stageChanges(db: Database, contactId: ContactId): readonly StageChange[] {
  return select(db)
    .all({ contactId })
    .map(({ actor, ...row }) => ({ contactId, ...row, actor: parseJson(actor) }))
}

const insert = statement<Omit<StageChange, 'actor'> & { actor: string }>()((query, arg) =>
  query.insertInto('stage_changes').values({
    contact_id: arg('contactId'),
    from_stage: arg('from'),
    to_stage: arg('to'),
    reason: arg('reason'),
    message_id: arg('evidence'),
    actor: arg('actor'),
    at: arg('at'),
  }),
)

const select = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('stage_changes')
    .select(['from_stage as from', 'to_stage as to', 'reason', 'message_id as evidence'])
    .select(['actor', 'at'])
    .where('contact_id', '=', arg('contactId'))
    .orderBy('id'),
)
