import type { Generated } from 'kysely'
import type { ContactId, Iso, LineId } from '../../core/types.js'
import type { Json } from './schema.js'

export type LlmAnswersTable = {
  readonly key: string
  readonly contact_id: ContactId
  readonly prompt_hash: string
  readonly answer: Json
  readonly tokens: number
  readonly at: Iso
}

export type LlmTasksTable = {
  readonly id: string
  readonly contact_id: ContactId
  readonly line_id: LineId
  readonly for_staff: ContactId | null
  readonly question: Json
  readonly at: Iso
}

export type LlmCallsTable = {
  readonly id: Generated<number>
  readonly contact_id: ContactId
  readonly task: string
  readonly question: string
  readonly tokens: number
  readonly ms: number | null
  readonly outcome: string | null
  /** The rule that kept its answer from being said. */
  readonly refused: string | null
  readonly at: Iso
}
