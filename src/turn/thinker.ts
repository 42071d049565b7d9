import type { LlmAnswer, LlmQuestion } from '../core/conversation/events.js'
import type { ChatKey } from './chat-key.js'
import type { TurnDeps } from './deps.js'

const DEADLINE_MS = 25_000

export type Thinker = {
  /** Asks the model, outside every transaction; the answer or its failure is handed to `heard`. */
  ask(key: ChatKey, question: LlmQuestion): void
  /** Whether a question is out. */
  busy(): boolean
  idle(): Promise<void>
}

export function createThinker(
  { askLlm, log }: TurnDeps,
  heard: (key: ChatKey, question: string, answer: LlmAnswer) => Promise<void>,
): Thinker {
  const asking = new Set<Promise<void>>()
  return {
    ask: (key, question) => {
      if (askLlm === null) return
      const asked = askLlm(question, AbortSignal.timeout(DEADLINE_MS))
        .catch((): LlmAnswer => ({ ok: false, reason: 'unreachable' }))
        .then((answer) => heard(key, question.id, answer))
        .catch((error: unknown) => log.error({ error }, 'answer failed'))
        .finally(() => asking.delete(asked))
      asking.add(asked)
    },
    busy: () => asking.size > 0,
    idle: async () => {
      await Promise.all(asking)
    },
  }
}
