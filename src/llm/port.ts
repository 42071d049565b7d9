import type { LlmAnswer, LlmQuestion } from '../core/conversation/events.js'
import type { ContactId, MessageId } from '../core/types.js'

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

/** What a voice note says; `spent`: this contact's limit of the hour. */
export type Heard =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly reason: 'unreachable' | 'refused' | 'timeout' | 'invalid' | 'spent'
    }

/** Listens to the file at `path`; an outage is an answer too. Never called inside a transaction. */
export type Transcribe = (
  voice: {
    readonly contactId: ContactId
    readonly messageId: MessageId
    readonly path: string
    readonly mime: string
  },
  signal: AbortSignal,
) => Promise<Heard>
