import type { LlmAnswer, LlmQuestion } from '../core/conversation/events.js'

/** Asks a model; an outage is an answer too. Never called inside a transaction. */
export type AskLlm = (question: LlmQuestion, signal: AbortSignal) => Promise<LlmAnswer>
