import type { Event, LlmAnswer, LlmQuestion } from '../core/conversation/events.js'
import type { ChatKey } from '../store/chat-key.js'
import type { LlmTask } from '../store/llm-tasks.js'
import type { Patience, TurnDeps } from './deps.js'
import { within } from './within.js'

export type Thinker = {
  /** Asks the model, outside every transaction; the answer or its failure is handed to `heard`. */
  ask(key: ChatKey, question: LlmQuestion): void
  /** The same of what nobody waits for: it is handed to `done`. */
  ponder(task: LlmTask): void
  /** Resolves when every question is answered; true when there was one. */
  idle(): Promise<boolean>
}

/** What comes of a question: first perhaps that it takes its time, then the answer. */
export type Thought = Extract<Event, { kind: 'llm_slow' | 'llm_answered' }>

/** A model that fails, hangs or was taken away leaves nobody waiting: that is an answer too. */
async function answerOf(
  deps: TurnDeps,
  key: Pick<ChatKey, 'contactId'>,
  question: LlmQuestion,
): Promise<LlmAnswer> {
  const ask = (signal: AbortSignal): Promise<LlmAnswer> =>
    deps.askLlm(question, signal, key.contactId)
  try {
    return await within(deps.patience.deadlineMs, ask, { ok: false, reason: 'timeout' })
  } catch {
    return { ok: false, reason: 'unreachable' }
  }
}

type Hearing = {
  readonly heard: (key: ChatKey, thought: Thought) => Promise<void>
  readonly done: (task: LlmTask, answer: LlmAnswer) => Promise<void>
}

export function createThinker(deps: TurnDeps, { heard, done }: Hearing): Thinker {
  const { log, patience } = deps
  const asking = new Set<Promise<void>>()
  const hear = (key: ChatKey, thought: Thought): Promise<void> =>
    heard(key, thought).catch((error: unknown) => log.error({ error }, 'answer failed'))
  return {
    ask: (key, question) => {
      const { id } = question
      const stopHolding = afterwards(patience, () => hear(key, { kind: 'llm_slow', question: id }))
      const asked = answerOf(deps, key, question)
        .then((answer) => {
          stopHolding()
          return hear(key, { kind: 'llm_answered', question: id, answer })
        })
        .finally(() => asking.delete(asked))
      asking.add(asked)
    },
    ponder: (task) => {
      const pondered = answerOf(deps, task, task.question)
        .then((answer) => done(task, answer))
        .catch((error: unknown) => log.error({ error }, 'answer failed'))
        .finally(() => asking.delete(pondered))
      asking.add(pondered)
    },
    idle: async () => (await Promise.all(asking)).length > 0,
  }
}

function afterwards({ holdMs }: Patience, action: () => Promise<void>): () => void {
  const timer = setTimeout(() => void action(), holdMs)
  // Nobody keeps a program alive to say that it takes its time.
  timer.unref()
  return () => clearTimeout(timer)
}
