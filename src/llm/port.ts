import type { LlmAnswer, LlmQuestion } from '../core/conversation/events.js'
import type { ContactId } from '../core/types.js'

/**
 * Asks a model on behalf of one contact; an outage is an answer too. Never called inside a
 * transaction.
 */
export type AskLlm = (
  question: LlmQuestion,
  signal: AbortSignal,
  contact: ContactId,
) => Promise<LlmAnswer>

/** Where a model is, and which one it is. */
export type ModelSettings = {
  /** With `/v1` at its end. */
  readonly baseUrl: string
  readonly apiKey: string | null
  readonly model: string
}

/** Why a model said nothing that could be used. */
export type Failure = Extract<LlmAnswer, { ok: false }>['reason']
