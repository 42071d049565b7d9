import type { LlmAnswer, LlmQuestion } from '../core/conversation/events.js'
import type { AskLlm } from '../llm/port.js'
import type { ChatKey } from '../store/chat-key.js'
import type { TurnDeps } from './deps.js'

const DEADLINE_MS = 25_000

export type Thinker = {
  /** Asks the model, outside every transaction; the answer or its failure is handed to `heard`. */
  ask(key: ChatKey, question: LlmQuestion): void
  /** Resolves when every question is answered; true when there was one. */
  idle(): Promise<boolean>
}

/** A model that fails or was taken away leaves nobody waiting: that is an answer too. */
async function answerOf(askLlm: AskLlm, question: LlmQuestion): Promise<LlmAnswer> {
  try {
    return await askLlm(question, AbortSignal.timeout(DEADLINE_MS))
  } catch {
    return { ok: false, reason: 'unreachable' }
  }
}

export function createThinker(
  { askLlm, log }: TurnDeps,
  heard: (key: ChatKey, question: string, answer: LlmAnswer) => Promise<void>,
): Thinker {
  const asking = new Set<Promise<void>>()
  return {
    ask: (key, question) => {
      const asked = answerOf(askLlm, question)
        .then((answer) => heard(key, question.id, answer))
        .catch((error: unknown) => log.error({ error }, 'answer failed'))
        .finally(() => asking.delete(asked))
      asking.add(asked)
    },
    idle: async () => (await Promise.all(asking)).length > 0,
  }
}
